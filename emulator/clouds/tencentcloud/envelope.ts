import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";

/** A success: the fields beside the request id. */
export function success(requestId: string, fields: JsonObject): Answer {
  return answer(200, null, { ...fields, RequestId: requestId });
}

/** An error, which comes with HTTP 200 like everything else. */
export function failure(requestId: string, error: { code: string; message: string }, status = 200): Answer {
  return answer(status, error.code, {
    Error: { Code: error.code, Message: error.message },
    RequestId: requestId,
  });
}

function answer(status: number, code: string | null, fields: JsonObject): Answer {
  const headers = { "content-type": "application/json" };
  return { status, headers, body: writeJson({ Response: fields }), code };
}
