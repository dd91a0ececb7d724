import { randomUUID } from "node:crypto";
import { type Answer, header, type RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import type { Call } from "../../core/http/call";
import type { Core } from "../../core/core";
import type { Room } from "../../core/room";
import type { ActionContext, Result } from "./action";
import { findEndpoint, type Endpoint } from "./api";
import { Authenticator } from "./signing/authenticate";
import { failure, success } from "./envelope";
import { ApiError, gatewayError, injected } from "./errors";
import { type Caller, KeyRing } from "./keyRing";
import { LostUpdates } from "./lostUpdates";
import { bodyOf, type NamedIds, namedIds, paramsOf } from "./request";
import { sdkAccessKey } from "./signing/sdk";
import type { Settings } from "./world";

const fiveMinutes = 300_000;

/** Opens the room of Huawei Cloud. */
export function createRoom(core: Core, settings: Settings): Room {
  const keys = new KeyRing(settings);
  const authenticator = new Authenticator(core.clock, keys, settings);

  const lostUpdates = new LostUpdates(core, settings.guesses.putOverwritesWithinMs);

  const run = (raw: RawRequest, endpoint: Endpoint | undefined): Result => {
    if (!endpoint) throw noSuchApi(settings);
    const { action, id, projectId } = endpoint;
    const caller = action.anonymous === true ? nobody : authenticator.authenticate(raw);
    if (action.limited === true && caller.projectId === "") throw forNoProject(settings);
    if (action.limited === true) throttle({ core, settings, caller }, endpoint);
    if (projectId !== undefined && projectId !== caller.projectId) {
      throw new ApiError(
        "service",
        400,
        "VPC.0007",
        "The tenant id in the url does not match that of the token.",
      );
    }
    const body = bodyOf(raw);
    const context: Omit<ActionContext, "caller"> = {
      core,
      settings,
      keys,
      lostUpdates,
      id,
      query: new Map(raw.query),
      pairs: raw.query,
      body,
      origin: `http://${header(raw, "host") ?? "127.0.0.1"}`,
    };
    return action.run({ ...context, caller });
  };

  /** The project whose key the request names, checked or not. */
  const claimed = (raw: RawRequest): string | null => {
    const byToken = keys.findToken(header(raw, "x-auth-token") ?? "")?.project?.projectId;
    const key = keys.find(sdkAccessKey(raw) ?? "");
    return byToken ?? (key && (header(raw, "x-project-id") ?? key.project.projectId)) ?? null;
  };

  return {
    read(raw: RawRequest): Call {
      const endpoint = findEndpoint(raw);
      const ids = namedIds(raw, endpoint);
      const requestId = randomUUID().replaceAll("-", "");
      return {
        action: endpoint?.name ?? `${raw.method} ${raw.path}`,
        account: claimed(raw),
        region: regionOf(core, raw, ids),
        params: params(raw, endpoint),
        ...ids,
        requestId,
        answer: () => answer(requestId, () => run(raw, endpoint)),
        failure: (fault) => failure(requestId, injected(fault)),
      };
    },
  };
}

/** Requests for tokens hold secrets in fields of any name, so their bodies are not shown. */
function params(raw: RawRequest, endpoint: Endpoint | undefined): JsonObject {
  return endpoint?.action.anonymous === true ? {} : paramsOf(raw, endpoint);
}

/** The real host names the region; on loopback it is that of the first VPC the request is about. */
function regionOf(core: Core, raw: RawRequest, { vpcIds, peeringIds, tableIds }: NamedIds): string | null {
  const inHost = /^(?:vpc|iam)\.([a-z0-9-]+)\./.exec(header(raw, "host") ?? "")?.[1];
  const [vpcId] = vpcIds;
  const [peeringId] = peeringIds;
  const vpc = vpcId === undefined ? undefined : core.vpcs.find("huaweicloud", vpcId);
  const peering = peeringId === undefined ? undefined : core.peerings.find(peeringId);
  const [tableId] = tableIds;
  const table = tableId === undefined ? undefined : core.routes.findTable("huaweicloud", tableId);
  return inHost ?? vpc?.region ?? table?.vpc.region ?? peering?.requester.region ?? null;
}

/** One limit a project and API. Calls that are refused do not count. */
function throttle(
  { core, settings, caller }: Pick<ActionContext, "core" | "settings" | "caller">,
  { name }: Endpoint,
): void {
  const limit = settings.limits.huaweicloudPer5Minutes;
  if (core.rates.admit(`huaweicloud ${caller.projectId} ${name}`, limit, fiveMinutes)) return;
  throw gatewayError("APIGW.0308", `,limit:${limit},time:5 minute`);
}

function noSuchApi({ guesses }: Settings): ApiError {
  const error = gatewayError("APIGW.0101");
  return guesses.unknownPathShape === "gateway"
    ? error
    : new ApiError(guesses.unknownPathShape, error.status, error.code, "API not found");
}

/** The VPC calls belong to a project, so that a token for an account as a whole does not do. */
function forNoProject({ guesses }: Settings): ApiError {
  return gatewayError(guesses.foreignProjectCode, ": the token is for no project");
}

/** Who comes for a token is nobody yet. */
const nobody: Caller = { domainId: "", projectId: "" };

function answer(requestId: string, run: () => Result): Answer {
  try {
    return success(requestId, run());
  } catch (error) {
    if (error instanceof ApiError) return failure(requestId, error);
    throw error;
  }
}
