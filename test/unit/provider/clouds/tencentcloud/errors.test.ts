import { errorOf, meaningOf } from "../../../../../src/provider/clouds/tencentcloud/errors";
import { executedBy } from "../../../../../src/provider/clouds/kit/failure";
import type { ErrorKind } from "../../../../../src/model/errors";

test.each<[ErrorKind, string]>([
  ["gone", "ResourceNotFound"],
  ["duplicate", "UnsupportedOperation.VpcPeerAlreadyExist"],
  ["wrongState", "UnsupportedOperation.VpcPeerInvalidStateChange"],
  ["permission", "UnsupportedOperation.VpcPeerPurviewError"],
  ["permission", "UnauthorizedOperation"],
  ["permission", "UnauthorizedOperation.CamNoAuth"],
  ["permission", "AuthFailure.UnauthorizedOperation"],
  ["permission", "IpNotInWhitelist"],
  ["invalid", "UnauthorizedOperation.VpcPeerCidrConflict"],
  ["invalid", "UnsupportedOperation.VpcPeerCidrConflict"],
  ["busy", "UnsupportedOperation.MutexOperationTaskRunning"],
  ["busy", "ResourceInUse"],
  ["busy", "ResourceUnavailable"],
  ["throttled", "RequestLimitExceeded"],
  ["throttled", "RequestLimitExceeded.UinLimitExceeded"],
  ["transient", "InternalError"],
  ["transient", "InternalError.ModuleError"],
  ["transient", "InternalServerError"],
  ["transient", "ServiceUnavailable"],
  ["quota", "LimitExceeded"],
  ["quota", "LimitExceeded.VpcPeerAvaLimitExceeded"],
  ["quota", "LimitExceeded.VpcPeerTotalLimitExceeded"],
  ["quota", "ResourceInsufficient"],
  ["notOpened", "UnsupportedOperation.PurchaseLimit"],
  ["credentials", "AuthFailure.SecretIdNotFound"],
  ["credentials", "AuthFailure.SignatureFailure"],
  ["credentials", "AuthFailure.SignatureExpire"],
  ["credentials", "AuthFailure.TokenFailure"],
  ["credentials", "AuthFailure.MFAFailure"],
  ["credentials", "AuthFailure.SomethingNew"],
  ["unsupported", "UnsupportedOperation"],
  ["unsupported", "UnsupportedOperation.NotSupportDeleteVpcBmPeer"],
  ["unsupported", "UnsupportedRegion"],
  ["unsupported", "ActionOffline"],
  ["unsupported", "InvalidAction"],
  ["invalid", "InvalidParameter.Coexist"],
  ["invalid", "InvalidParameterValue.Malformed"],
  ["invalid", "InvalidParameterValue.DuplicateRegion"],
  ["invalid", "MissingParameter"],
  ["invalid", "UnknownParameter.WithGuess"],
  ["unknown", "FailedOperation"],
  ["unknown", "SomethingNew"],
])("%s: %s", (kind, code) => {
  expect(meaningOf(code, "DeleteVpcPeeringConnection").kind).toBe(kind);
});

test("what is not found is a VPC at create, a role at AssumeRole, and the connection otherwise", () => {
  expect(meaningOf("ResourceNotFound", "CreateVpcPeeringConnection").kind).toBe("invalid");
  expect(meaningOf("ResourceNotFound.RoleNotFound", "AssumeRole").kind).toBe("credentials");
  expect(meaningOf("ResourceNotFound", "AcceptVpcPeeringConnection").kind).toBe("gone");
});

test("a throttled call was not done, an internal error leaves it open, other answers mean what they say", () => {
  expect(
    ["throttled", "transient", "busy", "invalid"].map((kind) => executedBy(kind as ErrorKind, 200)),
  ).toEqual(["no", "unknown", "yes", "yes"]);
});

test("the error says what the cloud said, what to do, and where to ask", () => {
  const error = errorOf("DeleteVpcPeeringConnection", {
    status: 200,
    code: "UnsupportedOperation.VpcPeerPurviewError",
    message: "Not yours",
    requestId: "r-1",
  });
  expect(error.message).toBe(
    "Not yours. Only the accepter's account can accept or reject a connection, and only its two accounts can delete it: use the keys of the right one. [DeleteVpcPeeringConnection, UnsupportedOperation.VpcPeerPurviewError, request r-1]",
  );
  expect(error.facts).toMatchObject({ cloud: "tencentcloud", executed: "yes" });
  expect(errorOf("X", { status: 200, code: "InternalError", message: "InternalError" }).sentence).toBe(
    "InternalError.",
  );
});
