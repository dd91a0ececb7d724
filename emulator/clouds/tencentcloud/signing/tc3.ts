import { createHash, createHmac } from "node:crypto";
import { namedCredential, readAuthorization } from "../../../core/http/authorizationHeader";
import { header, type RawRequest } from "../../../core/http/http";
import { apiError } from "../errors";
import type { Claim } from "./claim";
import { hostSpellings } from "./hosts";

const algorithm = "TC3-HMAC-SHA256";
const credentialField = "Credential";
/** The secret's id, the day, and the service that the client takes the host for. */
const credentialForm = /^([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)\/tc3_request$/;
const unsignedPayload = "UNSIGNED-PAYLOAD";

/** The key that an Authorization header of this version names. */
export function tc3SecretId(request: RawRequest): string | undefined {
  return namedCredential(request, credentialField)?.split("/")[0];
}

/** Reads a signature of version 3: HMAC-SHA256 over method, query, signed headers and the body's hash. */
export function readTc3(request: RawRequest): Claim {
  const authorization = readAuthorization(request, algorithm, credentialField);
  const [, secretId, date, service] = credentialForm.exec(authorization?.credential ?? "") ?? [];
  if (!authorization || secretId === undefined || date === undefined || service === undefined) {
    throw apiError("AuthFailure.InvalidAuthorization");
  }
  const { signedHeaders, signature } = authorization;
  const names = signedHeaders.split(";");
  if (!names.includes("host") || !names.includes("content-type")) {
    throw apiError("AuthFailure.InvalidAuthorization");
  }
  const timestamp = header(request, "x-tc-timestamp") ?? "";
  if (timestamp === "") throw apiError("MissingParameter", "Timestamp");
  if (!/^\d{1,12}$/.test(timestamp)) throw apiError("InvalidParameterValue", "Timestamp");
  const at = Number(timestamp) * 1000;
  // The service is whatever the client says: clients on another host than the service's own cannot know it.
  const scope = `${date}/${service}/tc3_request`;
  const isOfThatDay = new Date(at).toISOString().startsWith(date);
  return {
    secretId,
    token: header(request, "x-tc-token"),
    at,
    signature,
    sign: (secretKey) => {
      if (!isOfThatDay) return [];
      const key = [date, service, "tc3_request"].reduce<string | Buffer>(hmac, `TC3${secretKey}`);
      return hostSpellings(header(request, "host") ?? "").map((host) => {
        const canonical = canonicalRequest(request, names, host);
        return hmac(key, [algorithm, timestamp, scope, sha256(canonical)].join("\n")).toString("hex");
      });
    },
  };
}

function canonicalRequest(request: RawRequest, names: readonly string[], host: string): string {
  const valueOf = (name: string) => (name === "host" ? host : (header(request, name) ?? "").trim());
  return [
    request.method,
    request.path,
    request.rawQuery,
    names.map((name) => `${name}:${valueOf(name)}\n`).join(""),
    names.join(";"),
    bodyHash(request),
  ].join("\n");
}

function bodyHash(request: RawRequest): string {
  const isUnsigned = header(request, "x-tc-content-sha256") === unsignedPayload;
  return sha256(isUnsigned ? unsignedPayload : request.body);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
