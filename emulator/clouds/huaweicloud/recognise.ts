import { header, type RawRequest } from "../../core/http/http";

/** Whether a request is Huawei's: a signature or token of its own, or a path that starts with an API version. */
export function recognises(request: RawRequest): boolean {
  if (header(request, "authorization")?.startsWith("SDK-HMAC-SHA256") === true) return true;
  if (header(request, "x-auth-token") !== undefined) return true;
  return /^\/v\d+(\.\d+)?(\/|$)/.test(request.path);
}
