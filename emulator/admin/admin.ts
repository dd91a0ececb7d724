import type { Answer, RawRequest } from "../core/http/http";
import { UserError } from "../core/userError";
import type { AdminContext, AdminSetting } from "./context";
import { adminEndpoints, idIn } from "./endpoints";
import { page } from "./page/page";
import { refuseStrangers } from "./visitor";

const prefix = "/_emulator";

/** Whether a request is for the admin API. */
export function isAdmin(request: RawRequest): boolean {
  return request.path === prefix || request.path.startsWith(`${prefix}/`);
}

/** Answers a request to the admin API. A mistake in it is one line of JSON. */
export function answerAdmin(admin: AdminSetting, request: RawRequest): Answer {
  try {
    refuseStrangers(request);
    if (request.isTooLarge) throw new UserError("The body is too large: the admin API takes 12 MiB.", 413);
    if (isPage(request)) return page;
    return json(200, route(admin, request));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return json(error.httpStatus, { error: { message: error.message } });
  }
}

/** Whether it is a person who looks: the API itself has nothing at its root. */
function isPage({ method, path }: RawRequest): boolean {
  return method === "GET" && (path === `${prefix}/` || path === prefix);
}

function route(admin: AdminSetting, request: RawRequest): unknown {
  const path = request.path.slice(prefix.length);
  const known = adminEndpoints.filter((endpoint) => idIn(endpoint, path) !== undefined);
  const found = known.find(({ method }) => method === request.method);
  if (!found) {
    const methods = known.map(({ method }) => method).join(", ");
    throw known.length > 0
      ? new UserError(`${request.path} takes ${methods}, not ${request.method}.`, 405)
      : new UserError(`There is no ${request.path} in the admin API.`, 404);
  }
  const context: AdminContext = {
    ...admin,
    id: decode(idIn(found, path) ?? ""),
    query: new Map(request.query),
    body: () => parseBody(request),
  };
  return found.handle(context);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new UserError(`The path segment ${segment} is not properly percent-encoded.`);
  }
}

function parseBody(request: RawRequest): unknown {
  try {
    return JSON.parse(request.body.toString("utf8"));
  } catch {
    throw new UserError("The body is not JSON.");
  }
}

function json(status: number, value: unknown): Answer {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { status, headers, body: `${JSON.stringify(value)}\n`, code: null };
}
