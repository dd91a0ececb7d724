import type { InjectedError } from "../../core/http/call";

/** Texts of errors; each `%s` takes one detail. What is marked so was seen in the service's own answers. */
const catalogue: Readonly<Record<string, string>> = {
  // Seen.
  "AuthFailure.SecretIdNotFound": "The SecretId is not found, please ensure that your SecretId is correct.",
  "AuthFailure.SignatureFailure":
    "The provided credentials could not be validated. Please check your signature is correct.",
  RequestLimitExceeded:
    "Your current request times equals to `%s` in a second, which exceeds the frequency limit `%s` for a second. Please reduce the frequency of calls.",

  // Written after the meanings that are documented.
  "AuthFailure.InvalidAuthorization": "The Authorization header does not conform to the standard.",
  "AuthFailure.InvalidSecretId": "The SecretId is not that of a TencentCloud API key.",
  "AuthFailure.SignatureExpire":
    "The signature has expired: the timestamp and the server's time are more than 5 minutes apart.",
  "AuthFailure.TokenFailure": "The token is invalid.",
  InternalError: "An internal error has occurred.",
  InternalServerError: "An internal error has occurred.",
  InvalidAction: "The action %s does not exist.",
  InvalidParameter: "%s",
  "InvalidParameter.FilterInvalidKey": "%s",
  "InvalidParameter.FilterMissParameter": "The filter `%s` goes with the filters %s only.",
  "InvalidParameter.Coexist": "The parameters %s cannot be given together.",
  InvalidParameterValue: "The value of parameter `%s` is not valid.",
  "InvalidParameterValue.CidrNotInPeerVpc": "The CIDR block %s is not in the peer VPC.",
  "InvalidParameterValue.Combination": "The parameters do not go together: %s.",
  "InvalidParameterValue.DuplicateRegion": "The local and the peer region are the same: %s.",
  "InvalidParameterValue.Duplicate": "The route to %s exists already.",
  "InvalidParameterValue.Empty": "The parameter `%s` is empty.",
  "InvalidParameterValue.Malformed": "The parameter `%s` (%s) is malformed.",
  "InvalidParameterValue.Range": "The parameter `%s` (%s) is out of range.",
  "InvalidParameterValue.RouteNextHopInvalid": "The next hop %s of the route is not valid.",
  "InvalidParameterValue.SubnetOverlapRoute": "The destination %s overlaps a subnet completely.",
  "InvalidParameterValue.TooLong": "The parameter `%s` is too long.",
  "InvalidParameterValue.VpcCidrConflict": "The destination %s is in the CIDR block of the VPC.",
  "InvalidParameterValue.VpcCidrOverlapRoute": "The destination %s is a CIDR block of the VPC.",
  LimitExceeded: "The quota of %s is exceeded: %s.",
  "LimitExceeded.VpcPeerTotalLimitExceeded": "The peering connections of VPC %s exceed the limit %s.",
  MissingParameter: "The request is missing a required parameter `%s`.",
  NoSuchVersion: "The version %s of the API does not exist.",
  RequestSizeLimitExceeded:
    "The request is too large: a query may have 32 KB, a form 1 MB, and a body of JSON 10 MB.",
  ResourceNotFound: "The resource %s does not exist.",
  "ResourceNotFound.RoleNotFound": "The role %s does not exist.",
  ServiceUnavailable: "The service is unavailable for the moment.",
  UnauthorizedOperation: "You are not authorized to perform the operation %s.",
  UnknownParameter: "The parameter `%s` is not recognized.",
  "UnknownParameter.WithGuess": "The parameter `%s` is not recognized, did you mean another?",
  "UnsupportedOperation.ConflictWithDockerRoute": "The destination %s conflicts with a container network.",
  "UnsupportedOperation.DelDefaultRoute": "The main route table %s cannot be deleted.",
  "UnsupportedOperation.DelRouteWithSubnet": "Subnets are on the route table %s.",
  "UnsupportedOperation.EcmpWithCcnRoute": "A route of CCN leads to %s already.",
  "UnsupportedOperation.EcmpWithUserRoute": "A user's route leads to %s already.",
  "UnsupportedOperation.RecordNotExists": "The route %s does not exist.",
  "UnsupportedOperation.SystemRoute": "The route %s is the system's.",
  "UnsupportedOperation.MutexOperationTaskRunning": "A task that excludes this one runs on the resource %s.",
  "UnsupportedOperation.NotSupportDeleteVpcBmPeer":
    "The connection %s joins bare metal and cannot be deleted here.",
  "UnsupportedOperation.PurchaseLimit": "The account may not use the product in this region.",
  "UnsupportedOperation.VpcPeerAlreadyExist": "A peering connection between the VPCs exists already.",
  "UnsupportedOperation.VpcPeerCidrConflict": "The CIDR blocks of VPC %s and VPC %s conflict.",
  "UnsupportedOperation.VpcPeerInvalidStateChange":
    "The peering connection %s is %s, so this cannot be done with it.",
  "UnsupportedOperation.VpcPeerPurviewError": "This account may not do this with the peering connection %s.",
  UnsupportedProtocol: "Only GET and POST are supported.",
  UnsupportedRegion: "The region %s is not supported.",
};

/** An error answer of the API. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: string,
    message: string,
    /** Errors come with HTTP 200 like everything else. */
    readonly status = 200,
  ) {
    super(message);
  }
}

/** The error with this code; details fill the gaps of its text. A code from the settings need not be in the catalogue. */
export function apiError(code: string, ...details: readonly (string | number)[]): ApiError {
  let next = 0;
  return new ApiError(
    code,
    messageFor(code).replaceAll("%s", () => String(details[next++] ?? "")),
  );
}

/** The error that a fault injects. */
export function injected({ code, status, message }: InjectedError): ApiError {
  return new ApiError(code, message ?? messageFor(code).replaceAll("%s", "VpcPeer"), status);
}

/** The text for a code. */
function messageFor(code: string): string {
  return catalogue[code] ?? `The request is refused: ${code}.`;
}
