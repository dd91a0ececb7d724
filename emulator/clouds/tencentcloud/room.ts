import type { Answer, RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import type { Call, Core, Room } from "../../core/room";
import type { Action, Fields } from "./action";
import { findAction } from "./api";
import { authenticate } from "./signing/authenticate";
import { failure, success } from "./envelope";
import { ApiError, apiError, messageFor } from "./errors";
import { type AccessKey, KeyRing } from "./keyRing";
import { checkedParams } from "./params";
import { namedIds, readRequest, type ApiRequest } from "./request";
import { checkRegion } from "./rules/regions";

/** Opens the room of Tencent Cloud. */
export function createRoom(core: Core): Room {
  const settings = core.world.tencentcloud;
  const keys = new KeyRing(settings);

  const run = (request: ApiRequest): Fields => {
    if (request.method !== "GET" && request.method !== "POST") throw apiError("UnsupportedProtocol");
    if (request.path !== "/") throw apiError("InvalidAction", request.path);
    const action = findAction(request.version, request.action);
    const caller = authenticate(request.claim(), keys, core.clock);
    if (action.isRegional) {
      if (request.region === "") throw apiError("MissingParameter", "Region");
      checkRegion(settings, request.region);
    }
    if (caller.deniedActions.includes(request.action))
      throw apiError("UnauthorizedOperation", request.action);
    throttle(core, request, action, caller);
    const params = checkedParams(request.params(), action.params, action.required, request.isText);
    const { action: name, region } = request;
    return action.run({ core, settings, keys, caller, action: name, region, params });
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
        ...namedIds(params),
        requestId: request.requestId,
        answer: () => answer(request, run),
        failure: ({ code, message, status }) =>
          failure(
            request.requestId,
            { code, message: message ?? messageFor(code).replaceAll("%s", "VpcPeer") },
            status,
          ),
      };
    },
  };
}

/** The parameters for the log: none where they cannot be read, which the answer tells. */
function paramsIn(request: ApiRequest): JsonObject {
  try {
    return request.params();
  } catch {
    return {};
  }
}

function throttle(core: Core, request: ApiRequest, action: Action, caller: AccessKey): void {
  if (!action.isLimited) return;
  const limit = core.world.limits.tencentcloudPerSecond;
  const region = core.world.tencentcloud.guesses.limitIsPerRegion ? request.region : "";
  const key = `tencentcloud ${caller.uin} ${region} ${request.action}`;
  if (!core.rates.admit(key, limit, 1000)) throw apiError("RequestLimitExceeded", limit + 1, limit);
}

function answer(request: ApiRequest, run: (request: ApiRequest) => Fields): Answer {
  try {
    return success(request.requestId, run(request));
  } catch (error) {
    if (error instanceof ApiError) return failure(request.requestId, error);
    // A bug of the emulator: say so instead of dropping the connection.
    return failure(request.requestId, { code: "InternalError", message: String(error) });
  }
}
