import type { InjectedError } from "../../core/http/call";

/**
 * The services that errors come from, each with a body of its own: the peering calls, the other VPC calls, the gateway
 * before them, IAM, and the gateway for a path that it does not know, where some say that it sends no code.
 */
const shapes = ["neutron", "service", "gateway", "iam", "gatewayWithoutCode"] as const;

/** One of {@link shapes}. */
export type Shape = (typeof shapes)[number];

/** What the shapes were called in the world files and faults of version 0.1.0. */
export const shapeLetters = {
  A: "neutron",
  B: "service",
  C: "gateway",
  D: "iam",
  E: "gatewayWithoutCode",
} as const satisfies Readonly<Record<string, Shape>>;

/** An error answer of an API. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly shape: Shape,
    readonly status: number,
    /** The code; of the peering calls, the type. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Statuses and texts of the codes that tests may inject, and of those that arise here. */
const catalogue: Readonly<Record<string, readonly [status: number, message: string]>> = {
  "APIGW.0101": [404, "The API does not exist or has not been published in the environment"],
  "APIGW.0201": [413, "Request entity too large"],
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
  "VPC.0101": [400, "The parameters are not valid"],
  "VPC.0103": [409, "The resource is being operated, try again later."],
  "VPC.0105": [500, "Neutron Error."],
  "VPC.1207": [400, "The quota type is invalid."],
  "VPC.2808": [404, "The route table does not exist"],
  "VPC.2809": [400, "The destination overlaps a system route"],
  "VPC.2810": [400, "The VPC can have no more route tables"],
  "VPC.2812": [400, "The route destination already exists"],
};

/** The error that a fault injects: in its code's own shape unless it names another. */
export function injected({ code, status, message, shape }: InjectedError): ApiError {
  const [usualStatus, usualMessage] = catalogue[code] ?? [400, `The request is refused: ${code}.`];
  return new ApiError(
    shapeNamed(shape) ?? shapeOf(code),
    status ?? usualStatus,
    code,
    message ?? usualMessage,
  );
}

function shapeNamed(name: string | undefined): Shape | undefined {
  const letters: Readonly<Record<string, Shape>> = shapeLetters;
  return shapes.find((shape) => shape === name) ?? letters[name ?? ""];
}

/** An error of the gateway. */
export function gatewayError(code: string, more = ""): ApiError {
  const [status, message] = catalogue[code] ?? [400, code];
  return new ApiError("gateway", status, code, `${message}${more}`);
}

/** An error of the other VPC calls. */
export function serviceError(code: string, more = ""): ApiError {
  const [status, message] = catalogue[code] ?? [400, code];
  return new ApiError("service", status, code, `${message}${more}`);
}

/** An error of the peering calls. */
export function neutronError(status: number, type: string, message: string): ApiError {
  return new ApiError("neutron", status, type, message);
}

/** A refusal from the settings, with its gap filled. */
export function refused(
  { status, type, message }: { status: number; type: string; message: string },
  detail = "",
): ApiError {
  return neutronError(status, type, message.replaceAll("%s", detail));
}

/** The same in the body of the other VPC calls, where the type is the code. */
export function refusedByService(
  { status, type, message }: { status: number; type: string; message: string },
  detail = "",
): ApiError {
  return new ApiError("service", status, type, message.replaceAll("%s", detail));
}

function shapeOf(code: string): Shape {
  if (code.startsWith("APIGW.")) return "gateway";
  if (code.startsWith("VPC.")) return "service";
  return code.startsWith("IAM.") ? "iam" : "neutron";
}
