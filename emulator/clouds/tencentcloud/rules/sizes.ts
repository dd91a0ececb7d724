import type { RawRequest } from "../../../core/http/http";

/** How many bytes a request may have, by where its parameters stand. */
const most = { query: 32 * 1024, form: 1024 * 1024, json: 10 * 1024 * 1024 } as const;

/** Whether a request is longer than the gateway takes. */
export function isTooLong(
  { method, rawQuery, body }: RawRequest,
  { isForm }: { readonly isForm: boolean },
): boolean {
  if (method === "GET") return rawQuery.length > most.query;
  return body.length > (isForm ? most.form : most.json);
}
