import { createHash, createHmac } from "node:crypto";
import type { FromVariables } from "../kit/keyFamilies";
import type { Ask, Signed } from "../kit/pipeline";
import type { ActionName, Hosts, Request } from "./actions";
import { ACTIONS, urlOf } from "./actions";

/** What a request is signed with. */
export interface Keys extends FromVariables {
  accessKey: string;
  secretKey: string;
  securityToken?: string;
}

/** The request for an action, signed for one attempt. */
export function sign({ action, request, keys }: Ask<ActionName, Request, Keys>, hosts: Hosts): Signed {
  const { method } = ACTIONS[action];
  const { query = {}, projectId } = request;
  const url = urlOf(action, request, hosts);
  url.search = canonicalQuery(query);
  const body = request.body === undefined ? "" : JSON.stringify(request.body);
  const signed: Record<string, string> = {
    host: url.host,
    "content-type": "application/json",
    "x-sdk-date": sdkDate(new Date()),
  };
  if (projectId !== undefined) signed["x-project-id"] = projectId;
  if (keys.securityToken !== undefined) signed["x-security-token"] = keys.securityToken;
  const headers = {
    ...signed,
    accept: "application/json",
    "user-agent": "pulumi-vpc-peering",
    authorization: authorization({ method, path: url.pathname, query, headers: signed, body }, keys),
  };
  return { method, url, headers, body };
}

/** What SDK-HMAC-SHA256 signs of a request. */
export interface Signable {
  method: string;
  /** The path, percent-encoded or not. */
  path: string;
  /** The query's values as they are meant, not encoded. */
  query: Readonly<Record<string, string>>;
  /** All of these are signed, so `host` and `x-sdk-date` have to be among them. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

const ALGORITHM = "SDK-HMAC-SHA256";

/** The `Authorization` header for a request. */
export function authorization(request: Signable, { accessKey, secretKey }: Keys): string {
  const headers = Object.entries(request.headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(byName);
  const signedHeaders = headers.map(([name]) => name).join(";");
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(""),
    signedHeaders,
    sha256(request.body),
  ].join("\n");
  const date = headers.find(([name]) => name === "x-sdk-date")?.[1] ?? "";
  const signature = createHmac("sha256", secretKey)
    .update(`${ALGORITHM}\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  return `${ALGORITHM} Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** `20260131T120000Z`: the only form in which a date is signed. */
export function sdkDate(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** A query as it is signed, which is a query that can be sent. */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .sort(byName)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
}

/** The path that is signed ends in a slash, whatever the path that is asked for. */
function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => percentEncode(decodeURIComponent(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/** Percent-encodes as RFC 3986 has it: all but letters, digits and `-._~`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
