import { createHash, randomUUID } from "node:crypto";
import OpenApiUtil from "@alicloud/openapi-util";
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

/** What is signed. */
interface Signable {
  action: ActionName;
  host: string;
  query: Record<string, string>;
  body: string;
}

/** The request for an action, signed for one attempt. */
export function sign(
  { action, request: params, keys }: { action: ActionName; request: Params; keys: Keys },
  endpoint: string | undefined,
): Signed {
  const url = new URL(endpoint ?? urlOf(action, params));
  const query = OpenApiUtil.query(partOf(params, (name) => isInQuery(action, name)));
  const body = OpenApiUtil.toForm(partOf(params, (name) => !isInQuery(action, name)));
  url.search = new URLSearchParams(query).toString();
  return { method: "POST", url, headers: signedHeaders({ action, host: url.host, query, body }, keys), body };
}

function isInQuery(action: ActionName, name: string): boolean {
  return ACTIONS[action].inQuery.includes(name);
}

function partOf(params: Params, belongs: (name: string) => boolean): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => belongs(name)));
}

function signedHeaders({ action, host, query, body }: Signable, keys: Keys): Record<string, string> {
  const payloadHash = createHash("sha256").update(body).digest("hex");
  const headers: Record<string, string> = {
    host,
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "pulumi-vpc-peering",
    "x-acs-action": action,
    "x-acs-version": versionOf(action),
    "x-acs-date": new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-content-sha256": payloadHash,
  };
  if (keys.securityToken !== undefined) {
    headers["x-acs-accesskey-id"] = keys.accessKeyId;
    headers["x-acs-security-token"] = keys.securityToken;
  }
  const signable = { method: "POST", pathname: "/", query, headers };
  headers["authorization"] = OpenApiUtil.getAuthorization(
    signable as unknown as Parameters<typeof OpenApiUtil.getAuthorization>[0],
    ALGORITHM,
    payloadHash,
    keys.accessKeyId,
    keys.accessKeySecret,
  );
  return headers;
}
