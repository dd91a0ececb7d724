import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";

/** A success: 201 for what was created, 204 without a body. */
export function success(
  requestId: string,
  status: number,
  body: JsonObject | undefined,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "x-request-id": requestId, ...headers },
    body: body === undefined ? "" : writeJson(body),
    code: null,
  };
}
