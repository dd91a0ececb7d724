import { formFields, header, type RawRequest } from "../../core/http/http";

/** Whether a request is Tencent's: its own headers, a TC3 signature, or the parameters of the older signature. */
export function recognises(request: RawRequest): boolean {
  if (header(request, "x-tc-action") !== undefined) return true;
  if (header(request, "authorization")?.startsWith("TC3-") === true) return true;
  const names = new Set([...request.query, ...formFields(request)].map(([name]) => name));
  return names.has("SecretId") && names.has("Action");
}
