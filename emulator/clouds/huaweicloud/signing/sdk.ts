import { createHash, createHmac } from "node:crypto";
import { namedCredential, readAuthorization } from "../../../core/http/authorizationHeader";
import { header, type RawRequest } from "../../../core/http/http";
import { canonicalQuery, percentEncode } from "../../../core/http/percentEncode";
import { gatewayError } from "../errors";
import type { Claim } from "./claim";

const algorithm = "SDK-HMAC-SHA256";
const credentialField = "Access";

/** The access key that a request names. */
export function sdkAccessKey(request: RawRequest): string | undefined {
  return namedCredential(request, credentialField);
}

/** Reads a signature: over method, path, query, the headers it lists (host need not be one) and the body. */
export function readSdk(request: RawRequest): Claim {
  const authorization = readAuthorization(request, algorithm, credentialField);
  if (!authorization) throw gatewayError("APIGW.0301", ": the Authorization header has another form");
  const { credential: accessKey, signedHeaders, signature } = authorization;
  const date = header(request, "x-sdk-date") ?? "";
  const names = signedHeaders.toLowerCase().split(";");
  if (!names.includes("x-sdk-date")) throw gatewayError("APIGW.0301", ": x-sdk-date must be signed");
  const canonicalRequest = [
    request.method,
    canonicalPath(request.path),
    signedQuery(request.query),
    names.map((name) => `${name}:${(header(request, name) ?? "").trim()}\n`).join(""),
    signedHeaders.toLowerCase(),
    bodyHash(request),
  ].join("\n");
  const stringToSign = `${algorithm}\n${date}\n${sha256(canonicalRequest)}`;
  return {
    accessKey,
    signature,
    date,
    securityToken: header(request, "x-security-token"),
    sign: (secretKey) => createHmac("sha256", secretKey).update(stringToSign, "utf8").digest("hex"),
  };
}

/** The path, encoded anew and ending in a slash. */
function canonicalPath(path: string): string {
  const encoded = path.split("/").map((segment) => percentEncode(decoded(segment)));
  return encoded.at(-1) === "" ? encoded.join("/") : `${encoded.join("/")}/`;
}

/** Values of one name are sorted, too. */
function signedQuery(query: RawRequest["query"]): string {
  return canonicalQuery([...query].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A client that announces the body's hash has signed what it announces; it must be that of the body that came. */
function bodyHash(request: RawRequest): string {
  const actual = sha256(request.body);
  const announced = header(request, "x-sdk-content-sha256") ?? actual;
  if (announced !== actual && announced !== "UNSIGNED-PAYLOAD") {
    throw gatewayError("APIGW.0301", ": the body is not the one that x-sdk-content-sha256 announces");
  }
  return announced;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
