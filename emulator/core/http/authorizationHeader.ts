import { header, type RawRequest } from "./http";

/** What an Authorization header tells. */
export interface Authorization {
  readonly credential: string;
  /** Names with semicolons between them, as sent. */
  readonly signedHeaders: string;
  readonly signature: string;
}

const value = "([^,\\s]+)";
const comma = "\\s*,\\s*";

/**
 * Reads `SCHEME Credential=…, SignedHeaders=…, Signature=…`. Clouds differ in the scheme and in the first field's name.
 * Undefined where the header has another form.
 */
export function readAuthorization(
  request: RawRequest,
  scheme: string,
  credentialField: string,
): Authorization | undefined {
  const fields = [`${credentialField}=${value}`, `SignedHeaders=${value}`, `Signature=${value}`].join(comma);
  const [, credential, signedHeaders, signature] =
    new RegExp(`^${scheme}\\s+${fields}$`).exec(header(request, "authorization") ?? "") ?? [];
  if (credential === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { credential, signedHeaders, signature };
}

/** The credential that the header names, whatever the form of the rest. */
export function namedCredential(request: RawRequest, credentialField: string): string | undefined {
  return new RegExp(`${credentialField}=${value}`).exec(header(request, "authorization") ?? "")?.[1];
}
