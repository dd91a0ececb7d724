import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";
import type { Result } from "./action";
import type { ApiError, Shape } from "./errors";

/** A success: 201 for what was created, 204 without a body. */
export function success(requestId: string, result: Result): Answer {
  return answer(requestId, result, null);
}

/** The bodies that errors come in. */
const bodies: Readonly<Record<Shape, (error: ApiError, requestId: string) => JsonObject>> = {
  neutron: ({ code, message }) => ({ NeutronError: { message, type: code, detail: "" } }),
  service: ({ code, message }) => ({ code, message }),
  gateway: ({ code, message }, requestId) => ({
    error_msg: message,
    error_code: code,
    request_id: requestId,
  }),
  iam: ({ code, message, status }) => ({ error: { code: numberOr(code, status), message, title: code } }),
  gatewayWithoutCode: ({ message }, requestId) => ({ message, request_id: requestId }),
};

/** An error, in the body of the service or gateway that it comes from. */
export function failure(requestId: string, error: ApiError): Answer {
  return answer(requestId, { status: error.status, body: bodies[error.shape](error, requestId) }, error.code);
}

function answer(requestId: string, { status, body, headers }: Result, code: string | null): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "x-request-id": requestId, ...headers },
    body: body === undefined ? "" : writeJson(body),
    code,
  };
}

function numberOr(code: string, status: number): string | number {
  return code.startsWith("IAM.") ? code : status;
}
