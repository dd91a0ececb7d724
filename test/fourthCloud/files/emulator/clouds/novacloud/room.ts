import { randomUUID } from "node:crypto";
import type { Core } from "../../core/core";
import type { Call } from "../../core/http/call";
import { type Answer, header, type RawRequest } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";
import type { Room } from "../../core/room";
import { actions } from "./actions";
import { ApiError, injected } from "./errors";
import type { Settings } from "./world";

const oneMinute = 60_000;

const names: Readonly<Record<string, string>> = {
  "GET account": "ShowAccount",
  "POST connections": "CreateConnection",
  "GET connections": "ShowConnection",
  "DELETE connections": "DeleteConnection",
};

/** Opens the room of Nova Cloud. */
export function createRoom(core: Core, { accounts, limits }: Settings): Room {
  const made = new Map<string, string>();
  return {
    read(raw: RawRequest): Call {
      const [, , , collection = "", id = ""] = raw.path.split("/");
      const action = names[`${raw.method} ${collection}`] ?? "none";
      const account = accounts.find(({ apiKey }) => apiKey === header(raw, "x-nova-key"))?.accountId ?? null;
      const body = bodyOf(raw);
      const requestId = randomUUID();
      const run = (): JsonObject => {
        if (account === null) throw new ApiError("BadKey");
        if (!core.rates.admit(`novacloud ${account}`, limits.novacloudPerMinute, oneMinute))
          throw new ApiError("SlowDown");
        const perform = actions[action];
        if (perform === undefined) throw new ApiError("NoSuchAction");
        return perform({ core, account, id, body, made });
      };
      return {
        action,
        account,
        region: null,
        params: body,
        vpcIds: [],
        peeringIds: id === "" ? [] : [id],
        requestId,
        answer: () => answered(run),
        failure: (error) => failed(injected(error)),
      };
    },
  };
}

function bodyOf({ body }: RawRequest): JsonObject {
  return body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as JsonObject);
}

function answered(run: () => JsonObject): Answer {
  try {
    return answer(200, run(), null);
  } catch (error) {
    if (error instanceof ApiError) return failed(error);
    throw error;
  }
}

function failed({ status, code, message }: ApiError): Answer {
  return answer(status, { error: { code, message } }, code);
}

function answer(status: number, body: JsonObject, code: string | null): Answer {
  return { status, headers: { "content-type": "application/json" }, body: writeJson(body), code };
}
