import type { ErrorKind, Executed } from "../../../model/errors";
import { PeeringError } from "../../../model/errors";
import type { Meaning, MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";

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

/** Looks a code up. */
export function meaningOf(code: string): Meaning {
  return meaningIn(MEANINGS, code);
}

/** What an error answer says about the work: a 5xx leaves it open, throttling means that nothing was done. */
export function executedBy(status: number, kind: ErrorKind): Executed {
  if (kind === "throttled") return "no";
  return status >= 500 || kind === "transient" ? "unknown" : "yes";
}

/** The error for an answer that carries a code. */
export function errorOf(
  action: string,
  status: number,
  answer: { code: string; message: string; requestId?: string | undefined },
): PeeringError {
  const { code, message, requestId } = answer;
  const known = meaningOf(code);
  const meaning = known.kind === "unknown" && status >= 500 ? ({ kind: "transient" } as const) : known;
  // A refused signature comes with the text that was to be signed, which helps nobody here.
  const [sentence = message] = message.split(/\s*server string to sign/i);
  return new PeeringError(fullStop(sentence), {
    ...meaning,
    cloud: "alicloud",
    action,
    code,
    executed: executedBy(status, meaning.kind),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

function fullStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
