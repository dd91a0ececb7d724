import type { HttpAnswer } from "../../../io/http";
import { defined } from "../../../model/defined";
import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";
import { nonsense } from "../kit/answer";
import type { Meaning, MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";
import type { Refusal } from "../kit/failure";
import { errorFor } from "../kit/failure";
import type { Fields } from "../kit/json";
import { fieldsIn } from "../kit/json";
import type { FailedEntry } from "./routeBatches";
import { batchOutcome } from "./routeBatches";
import { routeMeaning } from "./routeErrors";

/** Every code that the facts know. */
const MEANINGS: MeaningTable = [
  ["ResourceNotFound.InstanceId ResourceNotFound.VpcPeer InvalidInstanceIds.NotFound", { kind: "gone" }],
  ["ResourceAlreadyExist.VpcPeer", { kind: "duplicate" }],
  [
    "ResourceAlreadyExist.RouterInterface",
    { kind: "invalid", remedy: "A router interface joins these VPCs already; remove it first." },
  ],
  ["IncorrectStatus.VpcPeer IncorrectStatus", { kind: "wrongState" }],
  [
    "IncorrectStatus.Vpc IncorrectStatus.AcceptingVpc IncorrectVpcStatus",
    { kind: "busy", retryForMs: 60_000, remedy: "The VPC itself is not ready: look at it in the console." },
  ],
  ["Conflict.Operation OperationConflict TaskConflict OperationFailed.DistibuteLock", { kind: "busy" }],
  [
    "LastTokenProcessing OperationFailed.LastTokenProcessing OperationFailed.IdempotentTokenProcessing",
    { kind: "busy" },
  ],
  ["IdempotentParameterMismatch InvalidIdempotenceParameter.Mismatch", { kind: "tokenMismatch" }],
  ["*Throttling*", { kind: "throttled" }],
  ["InternalError ServiceUnavailable SystemBusy UnknownError", { kind: "transient" }],
  [
    "OperationDenied.RouteEntryExist",
    {
      kind: "routesExist",
      // Routes that are being deleted at the same time are soon gone; others are not.
      retryForMs: 30_000,
      remedy:
        "Remove the routes that point at it, or set `forceDelete: true`, run `pulumi up`, and then `pulumi destroy`.",
    },
  ],
  [
    "QuotaExceeded.Bandwidth",
    {
      kind: "quota",
      remedy: "Lower `bandwidth`, or ask for more in the console's Quota Center (product VPC).",
    },
  ],
  [
    "QuotaExceeded.*",
    {
      kind: "quota",
      remedy:
        "Delete connections that nobody uses, or ask for more in the console's Quota Center (product VPC).",
    },
  ],
  [
    "OperationFailed.CdtNotOpened OperationFailed.CrossBorderCdtNotOpened",
    {
      kind: "notOpened",
      remedy: "Open Cloud Data Transfer (CDT) in the requester's account once, in the console.",
    },
  ],
  [
    "OperationFailed.AcceptUserCdtNotOpened OperationFailed.AcceptUserCrossBorderCdtNotOpened",
    {
      kind: "notOpened",
      remedy: "Open Cloud Data Transfer (CDT) in the accepter's account once, in the console.",
    },
  ],
  [
    "IncorrectBusinessStatus.*",
    { kind: "notOpened", remedy: "Settle the account's overdue bill, then run again." },
  ],
  [
    "Forbidden.NoPermission Forbidden.RAM NoPermission*",
    { kind: "permission", remedy: "Allow these keys this action on `vpc` in RAM (see docs/alicloud.md)." },
  ],
  [
    "InvalidAccessKeyId.*",
    {
      kind: "credentials",
      remedy: "Check `accessKey` of the provider instance, the stack or the environment.",
    },
  ],
  [
    "SignatureDoesNotMatch IncompleteSignature",
    { kind: "credentials", remedy: "Check that `secretKey` belongs to the access key." },
  ],
  [
    "InvalidSecurityToken.* MissingSecurityToken",
    {
      kind: "credentials",
      remedy: "Get new temporary keys and set all three: accessKey, secretKey, securityToken.",
    },
  ],
  [
    "InvalidTimeStamp.*",
    { kind: "credentials", remedy: "Set this machine's clock: it is more than 15 minutes off." },
  ],
  [
    "ResourceNotFound.Vpc InvalidVpcId.* InvalidVpc.* ResourceNotFound.AcceptingVpc InvalidAcceptingVpc*",
    {
      kind: "invalid",
      remedy: "Check the VPC's id, its region and which account owns it; a VPC is found only where it lives.",
    },
  ],
  [
    "OperationFailed.BandwidthCannotBeChangedInSameRegion",
    { kind: "invalid", remedy: "Remove `bandwidth`: inside one region it is not limited." },
  ],
  [
    "OperationFailed.InterRegionLinkTypeNotSupported OperationFailed.RegionIdNotSupportLinkType OperationFailed.SpecificLinkTypeNotSupported OperationFailed.ChargeTypeNotSupported",
    {
      kind: "invalid",
      remedy: "Remove `linkType`, or choose one that these regions and this account offer.",
    },
  ],
  [
    "OperationFailed.NotExist.ResourceGroup",
    { kind: "invalid", remedy: "Check `resourceGroupId`; the group must be of the same account." },
  ],
  [
    "OperationDenied.OperateShareResource",
    { kind: "permission", remedy: "The VPC is shared with you; its owner has to make the connection." },
  ],
  [
    "OperationDenied.ServiceManagedInstance",
    { kind: "permission", remedy: "Another cloud service made this connection; change it there." },
  ],
  [
    "OperationFailed.CrossBusinessNotAllowed",
    {
      kind: "invalid",
      remedy: "Accounts of the China site and of the international site cannot be connected.",
    },
  ],
  ["UnsupportedRegion UnsupportedFeature.*", { kind: "unsupported" }],
  [
    "EntityNotExist.Role*",
    {
      kind: "credentials",
      remedy: "Check `assumeRole.roleArn`, and that the role trusts these keys' account.",
    },
  ],
  [
    "NumberExceed.* Forbidden.TagKeys Forbidden.TagKey.Duplicated BothEmpty.TagsAndResources",
    {
      kind: "invalid",
      remedy: "Check `tags`: the cloud allows 20 on a connection, this package's own included.",
    },
  ],
  ["SignatureNonceUsed", { kind: "busy" }],
  ["DryRunOperation", { kind: "unknown" }],
  ["Missing* Invalid* IllegalParam* OperationFailed.* OperationDenied.*", { kind: "invalid" }],
];

/** Looks a code up, as an answer to this action. */
export function meaningOf(code: string, action = ""): Meaning {
  return routeMeaning(code, action) ?? meaningIn(MEANINGS, code);
}

/** What was answered, or the error that the answer tells of. */
export function read(action: string, { status, body }: Pick<HttpAnswer, "status" | "body">): Fields {
  const answer = fieldsIn(body);
  if (answer === undefined || (status >= 400 && typeof answer["Code"] !== "string")) {
    const what = `HTTP ${status}, ${body.length} characters, no JSON object`;
    throw nonsense({ cloud: "alicloud", action }, what);
  }
  if (status < 400) return unlessRetryable(action, answer);
  const { Code: code, Message: message = code, RequestId: requestId } = answer as unknown as ErrorAnswer;
  throw errorOf(action, { status, code, message, ...defined({ requestId }) });
}

interface ErrorAnswer {
  Code: string;
  Message?: string;
  RequestId?: string;
}

/** The answer, unless it is to a batch of which an entry failed for now: that is to be sent again, as any call would be. */
function unlessRetryable(action: string, answer: Fields): Fields {
  const { failed } = batchOutcome(answer, action);
  const errors = failed.map((entry) => errorOfEntry(action, entry, answer));
  const passing = errors.find((error) => isPeeringError(error, "busy", "throttled", "transient"));
  if (passing !== undefined) throw passing;
  return answer;
}

/** The error for an answer that carries a code. */
export function errorOf(action: string, refusal: Refusal & { code: string }): PeeringError {
  const known = meaningOf(refusal.code, action);
  const isTransient = known.kind === "unknown" && refusal.status >= 500;
  // A refused signature comes with the text that was to be signed, which helps nobody here.
  const [message = refusal.message] = refusal.message.split(/\s*server string to sign/i);
  const meaning = isTransient ? ({ kind: "transient" } as const) : known;
  return errorFor({ ...refusal, message }, meaning, { cloud: "alicloud", action });
}

/** The error for an entry of a batch that failed, of which this was answered. */
export function errorOfEntry(action: string, { code, message }: FailedEntry, answer: Fields): PeeringError {
  const { RequestId: requestId } = answer as { RequestId?: string };
  return errorOf(action, { status: 400, code, message, ...defined({ requestId }) });
}
