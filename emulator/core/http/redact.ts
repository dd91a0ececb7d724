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

/** How deep a log shows what it was given. No call of any cloud is half as deep. */
const deepest = 32;

/** What stands in place of what is deeper. */
const tooDeep = "[too deep to show]";

/** A copy with the values of secret fields replaced, at any depth. */
export function redact(value: Json, depth = 0): Json {
  if (value === null || typeof value !== "object") return value;
  if (depth === deepest) return tooDeep;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, field]) => [
      name,
      field !== undefined && secretNames.has(name.toLowerCase())
        ? redacted
        : field && redact(field, depth + 1),
    ]),
  );
}
