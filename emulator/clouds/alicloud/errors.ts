import type { InjectedError } from "../../core/http/call";
import { routeErrors } from "./routeErrors";

interface CatalogueEntry {
  readonly status: number;
  /** Each `%s` takes one detail. */
  readonly message: string;
}

const refused = (message: string): CatalogueEntry => ({ status: 400, message });
const alreadyExists = refused("The specified resource of %s already exists.");
const notFound = refused("The specified resource of %s is not found.");
const incorrectStatus = refused("The status of %s [%s] is incorrect.");
const incorrectBusiness = refused("The business status of %s [%s] is incorrect.");
const quotaExceeded = refused("The quota of %s is exceeded, usage %s/%s.");
const illegalParam = refused("The param of %s is illegal.");

/** Every error that can arise here, with the HTTP status and text the service sends. */
const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  // The service's own.
  "Conflict.Operation": refused(
    "There are other peering operations on the requester VPC or accepter VPC, try again later.",
  ),
  DryRunOperation: refused("The operation DryRun verifies success."),
  "Forbidden.NoPermission": refused("Authentication is failed for %s."),
  "IncorrectBusinessStatus.AcceptVpcPeer": refused("The business status of peer account is incorrect."),
  "IncorrectBusinessStatus.VpcPeer": incorrectBusiness,
  "IncorrectStatus.AcceptingVpc": incorrectStatus,
  "IncorrectStatus.Vpc": incorrectStatus,
  "IncorrectStatus.VpcPeer": incorrectStatus,
  "OperationDenied.CloudBoxExistsInAcceptingVpc": refused(
    "The operation is not allowed because the CloudBox device exists in accepting vpc.",
  ),
  "OperationDenied.CloudBoxExistsInVpc": refused(
    "The operation is not allowed because the CloudBox device exists in vpc.",
  ),
  "OperationDenied.OperateShareResource": refused(
    "The operation is not allowed because of operating shared resource.",
  ),
  "OperationDenied.RouteEntryExist": refused(
    "The operation is not allowed because of existing routeEntry point to VpcPeer.",
  ),
  "OperationDenied.ServiceManagedInstance": refused(
    "Operation is denied because the specified instance belongs to service manager.",
  ),
  "OperationFailed.AcceptUserCdtNotOpened": refused(
    "The operation failed because the Cdt service of accept user is not opened.",
  ),
  "OperationFailed.AcceptUserCrossBorderCdtNotOpened": refused(
    "The operation failed because the CrossBorderCdt service of accept user is not opened.",
  ),
  "OperationFailed.BandwidthCannotBeChangedInSameRegion": refused(
    "The operation failed because the bandwidth cannot be changed in the same region.",
  ),
  "OperationFailed.CdtNotOpened": refused("The operation failed because the Cdt service is not opened."),
  "OperationFailed.CrossBorderCdtNotOpened": refused(
    "The operation failed because the CrossBorderCdt service is not opened.",
  ),
  "OperationFailed.CrossBusinessNotAllowed": refused(
    "Operation failed because receiver and accepter belong to different business site.",
  ),
  "OperationFailed.IdempotentTokenProcessing": refused(
    "The operation failed because the token is being processed.",
  ),
  "OperationFailed.InterRegionLinkTypeNotSupported": refused(
    "The same region not supported link type feature.",
  ),
  "OperationFailed.LastTokenProcessing": refused("The last token request is processing."),
  LastTokenProcessing: { status: 403, message: "The last token request is processing." },
  "OperationFailed.NotExist.ResourceGroup": refused(
    "The operation failed because the resource group does not exist.",
  ),
  "OperationFailed.RegionIdNotSupportLinkType": refused(
    "The feature link type is not supported in the region.",
  ),
  "QuotaExceeded.Bandwidth": refused("The quota of bandwidth is exceeded."),
  "QuotaExceeded.CrossRegionVpcPeerCountPerVpc": quotaExceeded,
  "QuotaExceeded.IntraRegionVpcPeerCountPerVpc": quotaExceeded,
  "QuotaExceeded.VpcPeerCountPerUserPerRegion": quotaExceeded,
  "ResourceAlreadyExist.VpcPeer": alreadyExists,
  "ResourceNotFound.AcceptingVpc": notFound,
  "ResourceNotFound.InstanceId": notFound,
  "ResourceNotFound.Vpc": notFound,
  "ResourceNotFound.VpcPeer": notFound,
  UnsupportedRegion: refused("The feature of %s is not supported in the region of %s."),

  // Tags.
  "BothEmpty.TagsAndResources": refused("The tags and the resource IDs cannot both be empty."),
  "Forbidden.TagKey.Duplicated": refused("The tag keys must not be repeated."),
  "Forbidden.TagKeys": refused("The tag keys must not start with aliyun or acs:."),
  "InvalidInstanceIds.NotFound": refused("The instance IDs are not found."),
  "InvalidInstanceType.NotFound": refused("The instance type is not found."),
  InvalidTagKey: refused("The tag key is not valid."),
  "NumberExceed.ResourceIds": refused("The number of resource IDs exceeds the limit."),
  "NumberExceed.Tags": refused("The number of tags exceeds the limit."),

  // Routes.
  ...routeErrors,

  // The gateway's, for every product.
  "Forbidden.RAM": {
    status: 403,
    message: "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  },
  IdempotentParameterMismatch: refused(
    "The request uses the same client token as a previous, but non-identical request.",
  ),
  IncompleteSignature: refused("The request signature does not conform to Aliyun standards: %s."),
  "InvalidAccessKeyId.Inactive": refused("Specified access key is disabled."),
  "InvalidAccessKeyId.NotFound": { status: 404, message: "Specified access key is not found." },
  "InvalidAction.NotFound": {
    status: 404,
    message: "Specified api is not found, please check your url and method.",
  },
  "InvalidSecurityToken.Expired": refused("Specified SecurityToken is expired."),
  "InvalidSecurityToken.Malformed": refused("Specified SecurityToken is malformed."),
  "InvalidTimeStamp.Expired": refused("Specified time stamp or date value is expired."),
  "InvalidTimeStamp.Format": refused("Specified time stamp or date value is not well formatted."),
  SignatureDoesNotMatch: refused(
    "Specified signature is not matched with our calculation. server string to sign is:%s",
  ),
  SignatureNonceUsed: refused("Specified signature nonce was used already."),
  "Throttling.User": refused("Request was denied due to user flow control."),

  // Other products.
  "EntityNotExist.Role": { status: 404, message: "The role not exists: %s." },
  "InvalidParameter.DurationSeconds": refused("The Min/Max value of DurationSeconds is 15min/12hr."),
  "InvalidParameter.PolicyGrammar": refused("The parameter Policy has not passed grammar check."),
  "InvalidParameter.RoleArn": refused("The parameter RoleArn is wrongly formed."),
  "InvalidParameter.RoleSessionName": refused("The parameter RoleSessionName is wrongly formed."),
  "InvalidVpcId.NotFound": { status: 404, message: "Specified VPC does not exist." },

  // Nobody documents what the gateway says of a body that is too long.
  RequestBodyTooLarge: { status: 413, message: "The body of the request is too large." },

  // Only ever injected, never the emulator's own idea.
  InternalError: {
    status: 500,
    message: "The request processing has failed due to some unknown error, exception or failure.",
  },
  ServiceUnavailable: {
    status: 503,
    message: "The request has failed due to a temporary failure of the server.",
  },
  Throttling: refused("Request was denied due to request throttling."),
  "Throttling.Api": refused("Request was denied due to request throttling."),
};

/** An error answer of the API. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The error with this code; details fill the gaps of its text. A code from the settings need not be in the catalogue. */
export function apiError(code: string, ...details: readonly (string | number)[]): ApiError {
  const { status, message } = catalogueEntry(code);
  let next = 0;
  return new ApiError(
    code,
    status,
    message.replaceAll("%s", () => String(details[next++] ?? "")),
  );
}

/** The error that a fault injects. */
export function injected({ code, status, message }: InjectedError): ApiError {
  const usual = catalogueEntry(code);
  return new ApiError(code, status ?? usual.status, message ?? usual.message.replaceAll("%s", "VpcPeer"));
}

/** The status and text for a code. */
function catalogueEntry(code: string): CatalogueEntry {
  return catalogue[code] ?? familyEntry(code);
}

function familyEntry(code: string): CatalogueEntry {
  if (code.startsWith("IllegalParam.")) return illegalParam;
  if (code.startsWith("ResourceNotFound.")) return notFound;
  return refused(`The request is refused: ${code}.`);
}

/** A required parameter is not there. */
export function missing(parameter: string): ApiError {
  return new ApiError(`Missing${parameter}`, 400, `${parameter} is mandatory for this action.`);
}

/** A parameter is not of the type the API declares. */
export function invalid(parameter: string): ApiError {
  return new ApiError(`Invalid${parameter}`, 400, `Specified parameter ${parameter} is not valid.`);
}

/** A parameter breaks a rule of the service. */
export function illegal(parameter: string): ApiError {
  return apiError(`IllegalParam.${parameter}`, parameter);
}
