import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";
import type { ApiError } from "./errors";

/** A success: the fields beside the request id. */
export function success(requestId: string, fields: JsonObject): Answer {
  return answer(200, null, { ...fields, RequestId: requestId });
}

/** An error. */
export function failure(requestId: string, { status, code, message }: ApiError): Answer {
  return answer(status, code, { Error: { Code: code, Message: message }, RequestId: requestId });
}

function answer(status: number, code: string | null, fields: JsonObject): Answer {
  const headers = { "content-type": "application/json" };
  return { status, headers, body: writeJson({ Response: fields }), code };
}
