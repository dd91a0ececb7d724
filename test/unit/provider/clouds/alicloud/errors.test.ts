import { errorOf, meaningOf } from "../../../../../src/provider/clouds/alicloud/errors";
import { executedBy } from "../../../../../src/provider/clouds/kit/failure";
import type { ErrorKind } from "../../../../../src/model/errors";
import { ERROR_KINDS } from "../../../../../src/model/errors";

/** The codes that the service's reference documents, and what each means for a connection. */
const DOCUMENTED: Partial<Record<ErrorKind, readonly string[]>> = {
  gone: ["ResourceNotFound.InstanceId", "ResourceNotFound.VpcPeer", "InvalidInstanceIds.NotFound"],
  duplicate: ["ResourceAlreadyExist.VpcPeer"],
  wrongState: ["IncorrectStatus.VpcPeer"],
  busy: [
    "Conflict.Operation",
    "OperationConflict",
    "TaskConflict",
    "OperationFailed.DistibuteLock",
    "IncorrectStatus.Vpc",
    "IncorrectStatus.AcceptingVpc",
    "LastTokenProcessing",
    "OperationFailed.LastTokenProcessing",
    "OperationFailed.IdempotentTokenProcessing",
  ],
  throttled: ["Throttling", "Throttling.User", "Throttling.Api", "Rejected.Throttling"],
  transient: ["InternalError", "ServiceUnavailable", "SystemBusy", "UnknownError"],
  tokenMismatch: ["IdempotentParameterMismatch", "InvalidIdempotenceParameter.Mismatch"],
  routesExist: ["OperationDenied.RouteEntryExist"],
  quota: [
    "QuotaExceeded.VpcPeerCountPerVpc",
    "QuotaExceeded.VpcPeerCountPerUserPerRegion",
    "QuotaExceeded.CrossRegionVpcPeerCountPerVpc",
    "QuotaExceeded.IntraRegionVpcPeerCountPerVpc",
    "QuotaExceeded.Bandwidth",
  ],
  notOpened: [
    "OperationFailed.CdtNotOpened",
    "OperationFailed.CrossBorderCdtNotOpened",
    "OperationFailed.AcceptUserCdtNotOpened",
    "OperationFailed.AcceptUserCrossBorderCdtNotOpened",
    "IncorrectBusinessStatus.VpcPeer",
    "IncorrectBusinessStatus.AcceptUserVpcPeer",
    "IncorrectBusinessStatus.AcceptVpcPeer",
  ],
  permission: [
    "Forbidden.RAM",
    "Forbidden.NoPermission",
    "OperationDenied.OperateShareResource",
    "OperationDenied.ServiceManagedInstance",
  ],
  credentials: [
    "InvalidAccessKeyId.NotFound",
    "InvalidAccessKeyId.Inactive",
    "SignatureDoesNotMatch",
    "IncompleteSignature",
    "InvalidTimeStamp.Format",
    "InvalidTimeStamp.Expired",
    "InvalidSecurityToken.Expired",
    "InvalidSecurityToken.Malformed",
    "MissingSecurityToken",
  ],
  unsupported: ["UnsupportedRegion", "UnsupportedFeature.VpcPeer"],
  invalid: [
    "ResourceAlreadyExist.RouterInterface",
    "OperationDenied.CloudBoxExistsInVpc",
    "OperationDenied.CloudBoxExistsInAcceptingVpc",
    "OperationFailed.NotExist.ResourceGroup",
    "OperationFailed.ViolativeVpcPeer",
    "OperationFailed.InterRegionLinkTypeNotSupported",
    "OperationFailed.RegionIdNotSupportLinkType",
    "OperationFailed.SpecificLinkTypeNotSupported",
    "OperationFailed.CrossBusinessNotAllowed",
    "OperationFailed.ChargeTypeNotSupported",
    "OperationFailed.BandwidthCannotBeChangedInSameRegion",
    "IllegalParam.VpcId",
    "IllegalParam.TagKey",
    "IllegalParam.TagValue",
    "MissingInstanceId",
    "InvalidVpcId",
    "InvalidVersion",
    "InvalidAction.NotFound",
    "InvalidApi.NotFound",
    "InvalidInstanceType.NotFound",
    "InvalidTagKey",
  ],
};

const rows = ERROR_KINDS.flatMap((kind) => (DOCUMENTED[kind] ?? []).map((code) => [code, kind] as const));

test.each(rows)("%s is %s", (code, kind) => {
  expect(meaningOf(code).kind).toBe(kind);
});

test.each(["", "Brand.New", "throttling", "ResourceNotFound", "IncorrectStatus.VpcPeering"])(
  "a code that nobody documents (%j) is unknown: it is told, not guessed at",
  (code) => {
    expect(meaningOf(code)).toEqual({ kind: "unknown" });
  },
);

test("a code is recognised by its beginning only where a whole family is meant", () => {
  expect(meaningOf("QuotaExceeded.Tomorrow").kind).toBe("quota");
  expect(meaningOf("IncorrectBusinessStatus.Tomorrow").kind).toBe("notOpened");
  expect(meaningOf("InvalidAccessKeyId.Tomorrow").kind).toBe("credentials");
  expect(meaningOf("ResourceNotFound.InstanceIdTomorrow").kind).not.toBe("gone");
  expect(meaningOf("InternalErrorTomorrow").kind).not.toBe("transient");
});

describe("a failure that a user can do something about says what", () => {
  test.each([
    ["OperationDenied.RouteEntryExist", /forceDelete: true.*pulumi up.*pulumi destroy/],
    ["QuotaExceeded.VpcPeerCountPerVpc", /Quota Center/],
    ["OperationFailed.CdtNotOpened", /requester's account/],
    ["OperationFailed.AcceptUserCdtNotOpened", /accepter's account/],
    ["IncorrectBusinessStatus.VpcPeer", /overdue/],
    ["Forbidden.RAM", /RAM/],
    ["InvalidAccessKeyId.NotFound", /accessKey/],
    ["SignatureDoesNotMatch", /secretKey/],
    ["InvalidTimeStamp.Expired", /clock/],
    ["InvalidSecurityToken.Expired", /temporary keys/],
    ["OperationFailed.BandwidthCannotBeChangedInSameRegion", /Remove `bandwidth`/],
    ["OperationFailed.InterRegionLinkTypeNotSupported", /linkType/],
    ["OperationFailed.NotExist.ResourceGroup", /resourceGroupId/],
    ["OperationFailed.CrossBusinessNotAllowed", /international/],
    ["ResourceAlreadyExist.RouterInterface", /router interface/],
  ])("%s", (code, advice) => {
    expect(meaningOf(code).remedy).toMatch(advice);
  });
});

describe("an answer with an error", () => {
  test("says that nothing was done if it refused for the rate of calls, whatever its status", () => {
    for (const status of [400, 429, 503]) expect(executedBy("throttled", status)).toBe("no");
  });

  test("leaves open what was done if the service failed", () => {
    expect(executedBy("unknown", 500)).toBe("unknown");
    expect(executedBy("transient", 503)).toBe("unknown");
    expect(executedBy("transient", 400)).toBe("unknown");
  });

  test("is an answer otherwise", () => {
    for (const kind of ["gone", "duplicate", "busy", "wrongState", "invalid", "quota"] as const)
      expect(executedBy(kind, 400)).toBe("yes");
  });

  test("becomes an error in the cloud's own words, with all that its support will ask for", () => {
    const error = errorOf("CreateVpcPeerConnection", {
      status: 400,
      code: "QuotaExceeded.VpcPeerCountPerVpc",
      message: "The quota of VpcPeer is exceeded, usage 10/10",
      requestId: "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
    });
    expect(error.sentence).toBe("The quota of VpcPeer is exceeded, usage 10/10.");
    expect(error.message).toContain(
      "[CreateVpcPeerConnection, QuotaExceeded.VpcPeerCountPerVpc, request 473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E]",
    );
    expect(error.facts).toMatchObject({ kind: "quota", cloud: "alicloud", executed: "yes" });
  });

  test("keeps its own full stop", () => {
    const sentence = (message: string): string =>
      errorOf("Get", { status: 400, code: "X", message }).sentence;
    expect(sentence("It is so.")).toBe("It is so.");
    expect(sentence("Is it?")).toBe("Is it?");
  });

  test("does not repeat the text that should have been signed", () => {
    const message =
      "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&A";
    const error = errorOf("Get", { status: 400, code: "SignatureDoesNotMatch", message });
    expect(error.sentence).toBe("Specified signature is not matched with our calculation.");
  });
});

describe("codes that the reference does not list", () => {
  test.each(["Api.Throttling", "RequestThrottling.User"])(
    "%s contains Throttling, and means that",
    (code) => {
      expect(meaningOf(code).kind).toBe("throttled");
    },
  );

  test.each([
    [500, "VPC.ERROR"],
    [502, "BadGateway"],
    [503, "Brand.New"],
    [504, "GatewayTimeout"],
  ])("HTTP %d with %s passes, and may have been executed", (status, code) => {
    expect(errorOf("CreateVpcPeerConnection", { status, code, message: "m" }).facts).toMatchObject({
      kind: "transient",
      executed: "unknown",
    });
  });

  test.each(["IncorrectStatus", "IncorrectVpcStatus"])(
    "%s, on which other tools try again, is a matter of time",
    (code) => {
      expect(["busy", "wrongState"]).toContain(meaningOf(code).kind);
    },
  );

  test.each([
    "NumberExceed.Tags",
    "NumberExceed.ResourceIds",
    "Forbidden.TagKeys",
    "Forbidden.TagKey.Duplicated",
    "BothEmpty.TagsAndResources",
    "SignatureNonceUsed",
  ])("%s of the tagging service is known", (code) => {
    expect(meaningOf(code).kind).not.toBe("unknown");
  });
});
