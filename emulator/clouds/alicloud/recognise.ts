import { formFields, header, type RawRequest } from "../../core/http/http";

/** Parameters of the query or body that only a request to Alibaba Cloud has beside its Action. */
const telltales = ["SignatureMethod", "SignatureNonce", "AccessKeyId"];

/** Whether a request is Alibaba's: its own headers, an ACS3 signature, or the parameters of the older signature. */
export function recognises(request: RawRequest): boolean {
  if (header(request, "x-acs-action") !== undefined) return true;
  if (header(request, "authorization")?.startsWith("ACS3-") === true) return true;
  const names = new Set([...request.query, ...formFields(request)].map(([name]) => name));
  return names.has("Action") && !names.has("SecretId") && telltales.some((name) => names.has(name));
}
