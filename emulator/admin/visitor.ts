import { header, type RawRequest } from "../core/http/http";
import { UserError } from "../core/userError";

/** This machine's own addresses, with any port. */
const HERE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Refuses who is not from here. A page of elsewhere that is open in a browser can send requests to this machine: by a
 * name that leads here, which then is the Host, or with its own address as the Origin.
 */
export function refuseStrangers(request: RawRequest): void {
  const host = header(request, "host") ?? "";
  if (!HERE.test(host)) throw refused(`Host is ${JSON.stringify(host)}`);
  const origin = header(request, "origin");
  if (origin !== undefined && !HERE.test(origin.replace(/^https?:\/\//i, "")))
    throw refused(`Origin is ${JSON.stringify(origin)}`);
}

function refused(what: string): UserError {
  return new UserError(
    `${what}: the admin API is for this machine alone, by localhost, 127.0.0.1 or [::1].`,
    403,
  );
}
