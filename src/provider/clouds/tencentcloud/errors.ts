import type { HttpAnswer } from "../../../io/http";
import { defined } from "../../../model/defined";
import type { PeeringError } from "../../../model/errors";
import { nonsense } from "../kit/answer";
import type { Meaning, MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";
import type { Refusal } from "../kit/failure";
import { errorFor } from "../kit/failure";
import type { Fields } from "../kit/json";
import { fieldsIn, isFields } from "../kit/json";
import { routeMeaning } from "./routeErrors";

/** How long it is worth waiting for something that stands in the way, but may go. */
const IN_THE_WAY_MS = 60_000;

const CIDR_REMEDY =
  "Neither the two VPCs nor the VPCs that either is connected with may have addresses in common: choose other VPCs, or remove the connection in the way.";

const ROLE_REMEDY = "Check `assumeRole.roleArn`, and that the role's account lets these keys take it on.";

/** Codes that mean something else as an answer to these actions, where there is no connection that could be gone. */
const BY_ACTION: Readonly<Record<string, MeaningTable>> = {
  CreateVpcPeeringConnection: [
    [
      "ResourceNotFound ResourceNotFound.*",
      {
        kind: "invalid",
        remedy:
          "One of the VPCs is not there: check both ids, both regions, and which account owns each; a VPC is found only where it lives.",
      },
    ],
  ],
  AssumeRole: [
    [
      "ResourceNotFound* InvalidParameter* UnauthorizedOperation*",
      { kind: "credentials", remedy: ROLE_REMEDY },
    ],
  ],
};

/**
 * Every code that the facts know, by exact name or by its beginning (`RequestLimitExceeded*`); the first row that
 * fits counts. What stands in no row is `unknown`, and told in the cloud's own words.
 */
const MEANINGS: MeaningTable = [
  ["ResourceNotFound ResourceNotFound.*", { kind: "gone" }],
  ["UnsupportedOperation.VpcPeerAlreadyExist", { kind: "duplicate" }],
  ["UnsupportedOperation.VpcPeerInvalidStateChange", { kind: "wrongState" }],
  [
    "UnsupportedOperation.VpcPeerPurviewError",
    {
      kind: "permission",
      remedy:
        "Only the accepter's account can accept or reject a connection, and only its two accounts can delete it: use the keys of the right one.",
    },
  ],
  [
    "UnauthorizedOperation.VpcPeerCidrConflict UnsupportedOperation.VpcPeerCidrConflict",
    { kind: "invalid", remedy: CIDR_REMEDY },
  ],
  ["UnsupportedOperation.MutexOperationTaskRunning", { kind: "busy" }],
  [
    "ResourceInUse* ResourceUnavailable* ResourceBusy* InvalidParameter.ActionInProgress",
    { kind: "busy", retryForMs: IN_THE_WAY_MS },
  ],
  ["RequestLimitExceeded*", { kind: "throttled" }],
  ["InternalError* InternalServerError* ServiceUnavailable*", { kind: "transient" }],
  [
    "LimitExceeded.VpcPeerAvaLimitExceeded LimitExceeded.VpcPeerTotalLimitExceeded LimitExceeded",
    {
      kind: "quota",
      remedy:
        "A VPC can have 10 connections: delete those that nobody uses, or ask for more in the console (limits vpc-max-vpcpeers and vpc-max-available-vpcpeers).",
    },
  ],
  ["ResourceInsufficient*", { kind: "quota", remedy: "The cloud has no more of it in this region now." }],
  [
    "UnsupportedOperation.PurchaseLimit",
    {
      kind: "notOpened",
      remedy: "This account may not use peering in that region: ask for it in the console.",
    },
  ],
  [
    "AuthFailure.SecretIdNotFound AuthFailure.InvalidSecretId",
    {
      kind: "credentials",
      remedy: "Check `secretId` of the provider instance, the stack or the environment.",
    },
  ],
  [
    "AuthFailure.SignatureFailure AuthFailure.InvalidAuthorization",
    { kind: "credentials", remedy: "Check that `secretKey` belongs to `secretId`." },
  ],
  [
    "AuthFailure.TokenFailure",
    {
      kind: "credentials",
      remedy: "Get new temporary keys and set all three: secretId, secretKey, securityToken.",
    },
  ],
  [
    "AuthFailure.SignatureExpire",
    { kind: "credentials", remedy: "Set this machine's clock: it is more than 5 minutes off." },
  ],
  [
    "AuthFailure.MFAFailure",
    { kind: "credentials", remedy: "These keys need a second factor: use others, or a role." },
  ],
  [
    "AuthFailure.UnauthorizedOperation UnauthorizedOperation UnauthorizedOperation.*",
    {
      kind: "permission",
      remedy: "Allow these keys this action on `vpc` in CAM (see docs/tencentcloud.md).",
    },
  ],
  ["AuthFailure*", { kind: "credentials" }],
  [
    "IpInBlacklist IpNotInWhitelist",
    { kind: "permission", remedy: "The account admits only other addresses than this machine's." },
  ],
  [
    "InvalidParameterValue.DuplicateRegion",
    {
      kind: "invalid",
      remedy:
        "Remove `bandwidth`, `chargeType` and `qosLevel`: they are for connections between two regions.",
    },
  ],
  [
    "UnsupportedOperation.NotSupportDeleteVpcBmPeer",
    { kind: "unsupported", remedy: "It joins a VPC with bare metal: delete it in the console." },
  ],
  [
    "UnsupportedRegion",
    { kind: "unsupported", remedy: "Check the region's name; not every region has peering." },
  ],
  [
    "ActionOffline InvalidAction NoSuchProduct NoSuchVersion UnsupportedProtocol UnsupportedOperation*",
    { kind: "unsupported" },
  ],
  [
    "InvalidParameter* InvalidRequest MissingParameter* UnknownParameter* RequestSizeLimitExceeded ResponseSizeLimitExceeded",
    { kind: "invalid" },
  ],
];

/** Looks a code up, as an answer to this action. */
export function meaningOf(code: string, action = ""): Meaning {
  return routeMeaning(code, action) ?? meaningIn([...(BY_ACTION[action] ?? []), ...MEANINGS], code);
}

/** What was answered, or the error that the answer tells of. Errors come with HTTP 200 too, inside the envelope. */
export function read(action: string, { status, body }: Pick<HttpAnswer, "status" | "body">): Fields {
  const envelope = fieldsIn(body);
  const answer = isFields(envelope?.["Response"]) ? envelope["Response"] : undefined;
  const error = (answer?.["Error"] ?? {}) as { Code?: unknown; Message?: string };
  if (typeof error.Code === "string") {
    const { Code: code, Message: message = code } = error;
    const requestId = answer?.["RequestId"] as string | undefined;
    throw errorOf(action, { status, code, message, ...defined({ requestId }) });
  }
  if (answer !== undefined && answer["Error"] === undefined && status === 200) return answer;
  const what = `HTTP ${status}, ${body.length} characters, not the cloud's JSON`;
  throw nonsense({ cloud: "tencentcloud", action }, what);
}

/** The error for an answer that carries a code. The code says all: the HTTP status tells nothing about the work. */
export function errorOf(action: string, refusal: Refusal & { code: string }): PeeringError {
  const meaning = meaningOf(refusal.code, action);
  return errorFor({ ...refusal, status: 200 }, meaning, { cloud: "tencentcloud", action });
}
