import type { HttpAnswer } from "../../../io/http";
import type { PeeringError } from "../../../model/errors";
import { nonsense } from "../kit/answer";
import type { Meaning } from "../kit/errorCodes";
import { errorFor } from "../kit/failure";
import type { Fields } from "../kit/json";
import { fieldsIn } from "../kit/json";
import type { Action, ActionName } from "./actions";
import { ACTIONS } from "./actions";
import type { ShapedRefusal } from "./refusal";
import { refusalOf } from "./refusal";
import { routeMeaning } from "./routeErrors";
import { isComplete } from "./rows";

const WRONG_ADDRESS: Meaning = {
  kind: "invalid",
  remedy: "Nothing of Huawei Cloud's VPC service is at this address: check `region`, `cloud` and `endpoint`.",
};

const OUT_OF_QUOTA: Meaning = {
  kind: "quota",
  remedy:
    "Delete connections that nobody uses, or ask for more in the console (My Quotas, VPC peering connections): 50 a project and region, where one that waits for its acceptance counts for the requester only.",
};

const NOT_ALLOWED: Meaning = {
  kind: "permission",
  remedy:
    "Allow these keys the action in IAM (see docs/huaweicloud.md), check that the project is theirs, and that the account is not in arrears.",
};

const BAD_KEYS: Meaning = {
  kind: "credentials",
  remedy:
    "Check `accessKey`, `secretKey` and, with temporary keys, `securityToken`; and this machine's clock, which must not be 15 minutes off.",
};

/** The codes of the gateway and of version 1. The peering calls themselves publish none. */
const BY_CODE: Readonly<Record<string, Meaning>> = {
  "APIGW.0101": WRONG_ADDRESS,
  "APIGW.0301": BAD_KEYS,
  "APIGW.0302": NOT_ALLOWED,
  "APIGW.0303": BAD_KEYS,
  "APIGW.0306": NOT_ALLOWED,
  "APIGW.0308": { kind: "throttled" },
  "VPC.0004": { kind: "transient" },
  "VPC.0103": { kind: "busy" },
  "VPC.0105": { kind: "transient" },
};

/** What a status means, by action where that matters. Names of the peering calls' errors are known to nobody. */
const BY_STATUS: Readonly<Record<number, Partial<Record<ActionName | "other", Meaning>>>> = {
  400: {
    CreateVpcPeering: {
      kind: "invalid",
      remedy:
        "Check both VPCs' ids, that both are in this region, and `accepter.projectId`: it has to be the project of the accepter's VPC.",
    },
    other: { kind: "invalid" },
  },
  401: { other: BAD_KEYS },
  403: { other: NOT_ALLOWED },
  404: { other: WRONG_ADDRESS },
  408: { other: { kind: "transient" } },
  409: {
    CreateVpcPeering: {
      kind: "duplicate",
      remedy:
        "Either these VPCs are connected by a connection that these keys do not see, or the project's quota of connections (50 by default) is used up.",
    },
    DeleteVpcPeering: {
      kind: "busy",
      retryForMs: 60_000,
      remedy: "Remove the routes that point at the connection in both VPCs, then run again.",
    },
    UpdateVpcPeering: { kind: "busy", retryForMs: 60_000 },
    AcceptVpcPeering: {
      kind: "wrongState",
      remedy:
        "If it still waits for its acceptance, the accepter's quota of connections (50 by default) may be used up.",
    },
    RejectVpcPeering: { kind: "wrongState" },
    other: { kind: "unknown" },
  },
  429: { other: { kind: "throttled" } },
};

/** What a refusal means, by its code, else by its status and what was asked. */
function meaningOf(action: ActionName, refusal: ShapedRefusal): Meaning {
  const { status, code = "" } = refusal;
  if (isGone(refusal)) return action === "CreateVpcPeering" ? meaningOfStatus(action, 400) : { kind: "gone" };
  const known = routeMeaning(action, refusal) ?? (Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined);
  if (known !== undefined) return known;
  // The type of a quota's error is not published; it is a hint where it says so, and its lack says nothing.
  return status < 500 && /quota/i.test(code) ? OUT_OF_QUOTA : meaningOfStatus(action, status);
}

function meaningOfStatus(action: ActionName, status: number): Meaning {
  const row = BY_STATUS[status] ?? {};
  return row[action] ?? row.other ?? { kind: status >= 500 ? "transient" : "unknown" };
}

/** Only the service itself can say that there is no such connection: a 404 of the gateway is a wrong address. */
function isGone({ status, shape, code }: ShapedRefusal): boolean {
  return status === 404 && (shape === "neutron" || code === "VPC.0003" || code === "VPC.2204");
}

/** The error for a refusal. */
export function errorOf(action: ActionName, refusal: ShapedRefusal): PeeringError {
  return errorFor(refusal, meaningOf(action, refusal), { cloud: "huaweicloud", action });
}

/** What was answered, or the error that the answer tells of. A success without what it has to have is none. */
export function read(action: ActionName, { status, headers, body }: HttpAnswer): Fields {
  const requestId = [headers["x-request-id"]].flat()[0];
  if (status >= 300) throw errorOf(action, refusalOf(status, body, requestId));
  const answer = body === "" && status === 204 ? {} : fieldsIn(body);
  const origin = { cloud: "huaweicloud", action } as const;
  if (answer === undefined)
    throw nonsense(origin, `HTTP ${status}, ${body.length} characters, no JSON object`);
  const { answers }: Action = ACTIONS[action];
  if (answers !== undefined && !isComplete(answers, answer)) throw nonsense(origin, `no ${answers}`);
  return answer;
}
