import type { Json, JsonObject } from "./json";

/** Names of fields, over all clouds, whose values never show up in a log. Compared in lower case. */
const secretNames = new Set([
  "accesskey",
  "accesskeyid",
  "accesskeysecret",
  "ak",
  "authorization",
  "bearertoken",
  "password",
  "secretid",
  "secretkey",
  "securitytoken",
  "signature",
  "sk",
  "token",
  "x-auth-token",
  "x-security-token",
  "x-tc-token",
]);

/** What stands in place of a secret. */
export const redacted = "[redacted]";

/** A copy with the values of secret fields replaced, at any depth. */
export function redact(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(redact);
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, field]) => [
      name,
      field !== undefined && secretNames.has(name.toLowerCase()) ? redacted : field && redact(field),
    ]),
  );
}
