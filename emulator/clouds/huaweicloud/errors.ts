import type { InjectedError } from "../../core/call";
import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";
import { success } from "./envelope";

/**
 * The bodies that errors come in: A of the peering calls, B of version 1, C of the gateway, D of IAM, E of the gateway
 * where it knows no such path.
 */
export type Shape = "A" | "B" | "C" | "D" | "E";

/** An error answer of an API. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly shape: Shape,
    readonly status: number,
    /** The code; in shape A the type. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const bodies: Readonly<Record<Shape, (error: ApiError, requestId: string) => JsonObject>> = {
  A: ({ code, message }) => ({ NeutronError: { message, type: code, detail: "" } }),
  B: ({ code, message }) => ({ code, message }),
  C: ({ code, message }, requestId) => ({ error_msg: message, error_code: code, request_id: requestId }),
  D: ({ code, message, status }) => ({ error: { code: numberOr(code, status), message, title: code } }),
  E: ({ message }, requestId) => ({ message, request_id: requestId }),
};

/** The answer that tells an error. */
export function failure(requestId: string, error: ApiError): Answer {
  const body = bodies[error.shape](error, requestId);
  return { ...success(requestId, error.status, body), body: writeJson(body), code: error.code };
}

/** Statuses and texts of the codes that tests may inject, and of those that arise here. */
const catalogue: Readonly<Record<string, readonly [status: number, message: string]>> = {
  "APIGW.0101": [404, "The API does not exist or has not been published in the environment"],
  "APIGW.0301": [401, "Incorrect IAM authentication information"],
  "APIGW.0302": [403, "The IAM user is not authorized to access the API"],
  "APIGW.0303": [401, "Incorrect app authentication information: signature expired"],
  "APIGW.0306": [403, "API access denied"],
  "APIGW.0308": [429, "The throttling threshold has been reached: policy user over ratelimit"],
  HTTPBadRequest: [400, "Bad request."],
  HTTPInternalServerError: [500, "Request Failed: internal server error while processing your request."],
  InvalidInput: [400, "Invalid input for operation: Accept VPC id or tenant id is incorrect."],
  OverQuota: [409, "Quota exceeded for resources: ['peering']."],
  PolicyNotAuthorized: [403, "The request is not allowed by policy."],
  ResourceNotFound: [404, "Resource could not be found."],
  "VPC.0003": [404, "The VPC does not exist."],
  "VPC.0103": [409, "The resource is being operated, try again later."],
  "VPC.0105": [500, "Neutron Error."],
  "VPC.1207": [400, "The quota type is invalid."],
};

/** The error that a fault injects: in its code's own shape unless it names another. */
export function injected({ code, status, message, shape }: InjectedError): ApiError {
  const [usualStatus, usualMessage] = catalogue[code] ?? [400, `The request is refused: ${code}.`];
  const known = shape !== undefined && shape in bodies ? (shape as Shape) : shapeOf(code);
  return new ApiError(known, status ?? usualStatus, code, message ?? usualMessage);
}

/** An error of the gateway. */
export function gatewayError(code: string, more = ""): ApiError {
  const [status, message] = catalogue[code] ?? [400, code];
  return new ApiError("C", status, code, `${message}${more}`);
}

/** An error of the peering calls. */
export function neutronError(status: number, type: string, message: string): ApiError {
  return new ApiError("A", status, type, message);
}

/** A refusal from the settings, with its gap filled. */
export function refused(
  { status, type, message }: { status: number; type: string; message: string },
  detail = "",
): ApiError {
  return neutronError(status, type, message.replaceAll("%s", detail));
}

function shapeOf(code: string): Shape {
  if (code.startsWith("APIGW.")) return "C";
  if (code.startsWith("VPC.")) return "B";
  return code.startsWith("IAM.") ? "D" : "A";
}

function numberOr(code: string, status: number): string | number {
  return code.startsWith("IAM.") ? code : status;
}
