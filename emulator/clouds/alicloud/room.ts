import type { Answer, RawRequest } from "../../core/http/http";
import type { Call } from "../../core/http/call";
import type { Core } from "../../core/core";
import type { Room } from "../../core/room";
import type { Action, ActionContext, Fields } from "./action";
import { findAction } from "./api";
import { Authenticator } from "./signing/authenticate";
import { failure, success } from "./envelope";
import { ApiError, apiError, illegal, injected, invalid, missing } from "./errors";
import { KeyRing } from "./keyRing";
import { flag, isGiven } from "./params";
import { actionParams, type ApiRequest, namedIds, readRequest } from "./request";
import { ClientTokens } from "./clientTokens";
import type { Settings } from "./world";

/** The limit of the world for an action whose own limit is the standard one. */
const standardPerMinute = 360;

/** Opens the room of Alibaba Cloud. */
export function createRoom(core: Core, settings: Settings): Room {
  const keys = new KeyRing(settings);
  const authenticator = new Authenticator(core, keys);
  const tokens = new ClientTokens(core, settings.guesses);

  const run = (request: ApiRequest): Fields => {
    checkProtocol(request);
    const action = findAction(request.version, request.action);
    const caller = authenticator.authenticate(request.claim());
    const context = { core, settings, keys, caller, params: request.params };
    throttle(context, action, request);
    for (const name of action.required) if (!isGiven(request.params, name)) throw missing(name);
    return act(context, action, request, tokens);
  };

  return {
    read(raw: RawRequest): Call {
      const request = readRequest(raw);
      return {
        action: request.action,
        account: keys.find(request.accessKeyId ?? "")?.accountId ?? null,
        region: request.params.get("RegionId") ?? null,
        params: actionParams(request.params),
        ...namedIds(request.params),
        requestId: request.requestId,
        answer: () => answer(request, run),
        failure: (error) => failure(request, injected(error)),
      };
    },
  };
}

/** Does an action once: not at all in a dry run, and not again for a token that is known. */
function act(context: ActionContext, action: Action, request: ApiRequest, tokens: ClientTokens): Fields {
  if (action.dryRun === true && flag(context.params, "DryRun")) {
    action.prepare(context);
    const passed = apiError("DryRunOperation");
    throw new ApiError(passed.code, passed.status, action.dryRunPassed ?? passed.message);
  }
  const token = action.clientToken === true ? readToken(request) : undefined;
  if (token === undefined) return action.prepare(context)();
  const scope = `${context.caller.accountId} ${request.action} ${token}`;
  const fingerprint = fingerprintOf(request);
  const before = tokens.recall(scope, fingerprint);
  if (before && !isSpent(context, before)) return before;
  const fields = action.prepare(context)();
  tokens.remember(scope, fingerprint, fields);
  return fields;
}

/** Whether the answer of a create names a peering that is gone, where the settings let that end the token. */
function isSpent({ core, settings }: ActionContext, { InstanceId: id }: Fields): boolean {
  if (settings.guesses.tokenOutlivesConnection || typeof id !== "string") return false;
  const { status = "deleted" } = core.peerings.find(id) ?? {};
  return status === "deleted";
}

function readToken({ params }: ApiRequest): string | undefined {
  const token = params.get("ClientToken") || undefined;
  if (token !== undefined && !/^[\x20-\x7e]{1,64}$/.test(token)) throw illegal("ClientToken");
  return token;
}

/** What must be the same in two calls with one token. */
function fingerprintOf({ params }: ApiRequest): string {
  return JSON.stringify(Object.entries(actionParams(params)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function checkProtocol({ method, path, params }: ApiRequest): void {
  if (path !== "/" || (method !== "GET" && method !== "POST")) throw apiError("InvalidAction.NotFound");
  if (!/^(json|xml)$/i.test(params.get("Format") ?? "JSON")) throw invalid("Format");
}

function throttle({ core, settings, caller }: ActionContext, action: Action, request: ApiRequest): void {
  if (action.perMinute === undefined) return;
  const limit = Math.ceil((settings.limits.alicloudPerMinute * action.perMinute) / standardPerMinute);
  const key = `alicloud ${caller.accountId} ${request.params.get("RegionId") ?? ""} ${request.action}`;
  if (!core.rates.admit(key, limit, 60_000)) throw apiError("Throttling.User");
}

function answer(request: ApiRequest, run: (request: ApiRequest) => Fields): Answer {
  try {
    return success(request, run(request));
  } catch (error) {
    if (error instanceof ApiError) return failure(request, error);
    throw error;
  }
}
