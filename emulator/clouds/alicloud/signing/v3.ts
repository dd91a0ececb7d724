import { createHash, createHmac } from "node:crypto";
import { namedCredential, readAuthorization } from "../../../core/http/authorizationHeader";
import { header, type RawRequest } from "../../../core/http/http";
import { apiError, missing } from "../errors";
import type { Claim } from "./claim";
import { canonicalQuery } from "../../../core/http/percentEncode";

const algorithm = "ACS3-HMAC-SHA256";
const credentialField = "Credential";

/** The access key that an Authorization header of version 3 names. */
export function v3AccessKeyId(request: RawRequest): string | undefined {
  return namedCredential(request, credentialField);
}

/** Reads a signature of version 3: HMAC-SHA256 over method, path, query, signed headers and the body's hash. */
export function readV3(request: RawRequest): Claim {
  const authorization = readAuthorization(request, algorithm, credentialField);
  if (!authorization) throw apiError("IncompleteSignature", "the Authorization header has another form");
  const { credential: accessKeyId, signedHeaders, signature } = authorization;
  const names = signedHeaders.split(";");
  const unsigned = mustBeSigned(request).filter((name) => !names.includes(name));
  if (unsigned.length > 0) throw apiError("IncompleteSignature", `${unsigned.join(", ")} must be signed`);

  const canonicalRequest = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    names.map((name) => `${name}:${(header(request, name) ?? "").trim()}\n`).join(""),
    signedHeaders,
    bodyHash(request),
  ].join("\n");
  const stringToSign = `${algorithm}\n${sha256(canonicalRequest)}`;
  return {
    accessKeyId,
    securityToken: header(request, "x-acs-security-token"),
    date: required(request, "x-acs-date", "Timestamp"),
    nonce: required(request, "x-acs-signature-nonce", "SignatureNonce"),
    signature,
    stringToSign,
    sign: (secret) => createHmac("sha256", secret).update(stringToSign, "utf8").digest("hex"),
  };
}

/** The headers whose change must not go unnoticed. */
function mustBeSigned(request: RawRequest): string[] {
  return Object.keys(request.headers).filter((name) => name === "host" || name.startsWith("x-acs-"));
}

/** The hash of the body that came. A body that is not the announced one fails like a wrong signature. */
function bodyHash(request: RawRequest): string {
  const actual = sha256(request.body);
  const announced = header(request, "x-acs-content-sha256") ?? actual;
  if (announced !== actual) {
    throw apiError(
      "SignatureDoesNotMatch",
      `the body's SHA-256 is ${actual}, x-acs-content-sha256 is ${announced}`,
    );
  }
  return actual;
}

function required(request: RawRequest, name: string, parameter: string): string {
  const value = header(request, name);
  if (value === undefined || value === "") throw missing(parameter);
  return value;
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
