import type { Answer, RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import type { Call } from "../../core/http/call";
import type { Core } from "../../core/core";
import type { Room } from "../../core/room";
import type { Action, ActionContext, Fields } from "./action";
import { findAction } from "./api";
import { authenticate } from "./signing/authenticate";
import { failure, success } from "./envelope";
import { ApiError, apiError, injected } from "./errors";
import { KeyRing } from "./keyRing";
import { LateChanges } from "./lateChanges";
import { checkedParams } from "./params";
import { namedIds, readRequest, type ApiRequest } from "./request";
import { numberOf } from "./routeView";
import { checkRegion } from "./rules/regions";
import type { Settings } from "./world";

/** The limit of the world for an action whose own limit is the standard one. */
const standardPerSecond = 20;

/** Opens the room of Tencent Cloud. */
export function createRoom(core: Core, settings: Settings): Room {
  const keys = new KeyRing(settings);
  const lateChanges = new LateChanges(core.clock);

  const run = (request: ApiRequest): Fields => {
    if (request.method !== "GET" && request.method !== "POST") throw apiError("UnsupportedProtocol");
    if (request.isTooLong) throw apiError("RequestSizeLimitExceeded");
    if (request.path !== "/") throw apiError("InvalidAction", request.path);
    const action = findAction(request.version, request.action);
    const caller = authenticate(request.claim(), keys, core.clock);
    if (action.isRegional) {
      if (request.region === "") throw apiError("MissingParameter", "Region");
      checkRegion(settings, request.region);
    }
    if (caller.deniedActions.includes(request.action))
      throw apiError("UnauthorizedOperation", request.action);
    const context = {
      core,
      settings,
      keys,
      lateChanges,
      caller,
      action: request.action,
      region: request.region,
    };
    if (action.isLimited) throttle(context, action);
    const params = checkedParams(request.params(), action, request);
    return action.run({ ...context, params });
  };

  return {
    read(raw: RawRequest): Call {
      const request = readRequest(raw);
      const params = paramsIn(request);
      return {
        action: request.action,
        account: keys.find(request.secretId ?? "")?.uin ?? null,
        region: request.region === "" ? null : request.region,
        params,
        ...named(core, params),
        requestId: request.requestId,
        answer: () => answer(request, run),
        failure: (error) => failure(request.requestId, injected(error)),
      };
    },
  };
}

/** What a call names; routes that it names by their numbers by their ids. */
function named(core: Core, params: JsonObject) {
  const { routeNumbers, ...ids } = namedIds(params);
  const tables = ids.tableIds.flatMap((id) => core.routes.findTable("tencentcloud", id) ?? []);
  const numbered = tables
    .flatMap((table) => core.routes.routes(table))
    .filter((route) => routeNumbers.includes(numberOf(route)));
  return { ...ids, routeIds: [...ids.routeIds, ...numbered.map(({ id }) => id)] };
}

/** The parameters for the log: none where they cannot be read, which the answer tells. */
function paramsIn(request: ApiRequest): JsonObject {
  try {
    return request.params();
  } catch {
    return {};
  }
}

function throttle(
  { core, settings, caller, ...call }: Omit<ActionContext, "params">,
  { perSecond = standardPerSecond }: Action,
): void {
  const limit = Math.ceil((settings.limits.tencentcloudPerSecond * perSecond) / standardPerSecond);
  const region = settings.guesses.limitIsPerRegion ? call.region : "";
  const key = `tencentcloud ${caller.uin} ${region} ${call.action}`;
  if (!core.rates.admit(key, limit, 1000)) throw apiError("RequestLimitExceeded", limit + 1, limit);
}

function answer(request: ApiRequest, run: (request: ApiRequest) => Fields): Answer {
  try {
    return success(request.requestId, run(request));
  } catch (error) {
    if (error instanceof ApiError) return failure(request.requestId, error);
    throw error;
  }
}
