import { createHash, createHmac, randomUUID } from "node:crypto";
import { byName, canonicalQuery } from "../kit/canonicalQuery";
import type { FromVariables } from "../kit/keyFamilies";
import type { Signed } from "../kit/pipeline";
import type { ActionName, Params } from "./actions";
import { ACTIONS, urlOf, versionOf } from "./actions";

/** What a request is signed with. */
export interface Keys extends FromVariables {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

const ALGORITHM = "ACS3-HMAC-SHA256";

/** The request for an action, signed for one attempt. */
export function sign(
  { action, request: params, keys }: { action: ActionName; request: Params; keys: Keys },
  endpoint: string | undefined,
): Signed {
  const url = new URL(endpoint ?? urlOf(action, params));
  const { inQuery } = ACTIONS[action];
  const partOf = (isQuery: boolean): string => {
    const part = Object.entries(params).filter(([name]) => inQuery.includes(name) === isQuery);
    return canonicalQuery(Object.fromEntries(part.flatMap(([name, value]) => flat(name, value))));
  };
  const [query, body] = [partOf(true), partOf(false)];
  url.search = query;
  const signed: Record<string, string> = {
    host: url.host,
    "content-type": "application/x-www-form-urlencoded",
    "x-acs-action": action,
    "x-acs-version": versionOf(action),
    "x-acs-date": new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-content-sha256": sha256(body),
  };
  if (keys.securityToken !== undefined) {
    signed["x-acs-accesskey-id"] = keys.accessKeyId;
    signed["x-acs-security-token"] = keys.securityToken;
  }
  const headers = {
    ...signed,
    accept: "application/json",
    "user-agent": "pulumi-vpc-peering",
    authorization: authorization(query, signed, keys),
  };
  return { method: "POST", url, headers, body };
}

/** A parameter by the flat names under which it is sent, such as `Tag.1.Key`. Lists count from one; what is undefined is not sent. */
function flat(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[name, `${value as string | number | boolean}`]];
  const members = Array.isArray(value)
    ? value.map((member: unknown, i) => [String(i + 1), member] as const)
    : Object.entries(value);
  return members.flatMap(([key, member]) => flat(`${name}.${key}`, member));
}

/** The `Authorization` header of a POST to the root. All of these headers are signed, and the body by its hash among them. */
function authorization(query: string, headers: Readonly<Record<string, string>>, keys: Keys): string {
  const sorted = Object.entries(headers).sort(byName);
  const names = sorted.map(([name]) => name).join(";");
  const lines = sorted.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const canonical = ["POST", "/", query, lines, names, headers["x-acs-content-sha256"]].join("\n");
  const signature = createHmac("sha256", keys.accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest("hex");
  return `${ALGORITHM} Credential=${keys.accessKeyId},SignedHeaders=${names},Signature=${signature}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
