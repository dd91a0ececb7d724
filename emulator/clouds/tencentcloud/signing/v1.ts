import { createHmac } from "node:crypto";
import { apiError } from "../errors";
import type { Claim } from "./claim";
import { hostSpellings } from "./hosts";

const hashes: Readonly<Record<string, string>> = { HmacSHA1: "sha1", HmacSHA256: "sha256" };

/** A request as version 1 signs it. */
export interface V1Request {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** Reads a signature of version 1: an HMAC over method, host, path and all parameters, which carry it themselves. */
export function readV1({ method, host, path, fields }: V1Request): Claim {
  const given = new Map(fields);
  const required = (name: string) => {
    const value = given.get(name);
    if (value === undefined || value === "") throw apiError("MissingParameter", name);
    return value;
  };
  const hash = hashes[given.get("SignatureMethod") ?? "HmacSHA1"];
  if (hash === undefined) throw apiError("InvalidParameterValue", "SignatureMethod");
  const timestamp = required("Timestamp");
  if (!/^\d{1,12}$/.test(timestamp)) throw apiError("InvalidParameterValue", "Timestamp");
  if (!/^\d+$/.test(required("Nonce"))) throw apiError("InvalidParameterValue", "Nonce");
  const joined = fields
    .filter(([name]) => name !== "Signature")
    .map(([name, value]): [string, string] => [name, value])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map((pair) => pair.join("="))
    .join("&");
  return {
    secretId: required("SecretId"),
    token: given.get("Token"),
    at: Number(timestamp) * 1000,
    signature: required("Signature"),
    sign: (secretKey) =>
      hostSpellings(host).map((spelling) =>
        createHmac(hash, secretKey).update(`${method}${spelling}${path}?${joined}`, "utf8").digest("base64"),
      ),
  };
}
