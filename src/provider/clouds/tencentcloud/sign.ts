import { createHash, createHmac } from "node:crypto";
import type { FromVariables } from "../kit/keyFamilies";
import type { Ask, Signed } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";
import { hostOf, productOf } from "./actions";

/** What a request is signed with. */
export interface Keys extends FromVariables {
  secretId: string;
  secretKey: string;
  token?: string;
}

const ALGORITHM = "TC3-HMAC-SHA256";
const SIGNED_HEADERS = "content-type;host";
const CONTENT_TYPE = "application/json";

/** The request for an action, signed for one attempt. */
export function sign(
  { action, request, keys }: Ask<ActionName, Request, Keys>,
  endpoint: string | undefined,
): Signed {
  const { region, params } = request;
  const url = new URL(endpoint ?? `https://${hostOf(action, region)}`);
  const body = JSON.stringify(params);
  const { service, version } = productOf(action);
  const timestamp = Math.floor(Date.now() / 1000);
  const signable = { service, host: url.host, contentType: CONTENT_TYPE, body, timestamp };
  const headers = {
    host: url.host,
    "content-type": CONTENT_TYPE,
    "user-agent": "pulumi-vpc-peering",
    "x-tc-action": action,
    "x-tc-version": version,
    "x-tc-region": region,
    "x-tc-timestamp": String(timestamp),
    "x-tc-language": "en-US",
    ...(keys.token === undefined ? {} : { "x-tc-token": keys.token }),
    authorization: authorization(signable, keys),
  };
  return { method: "POST", url, headers, body };
}

/** What a signature covers. Action, region and version are not in it. */
export interface Signable {
  service: string;
  /** As it is sent, with the port if there is one. */
  host: string;
  contentType: string;
  body: string;
  /** Seconds since 1970. */
  timestamp: number;
}

/**
 * The `Authorization` header of a POST. Tencent's own signer is an internal file of its client, and leaves the
 * port out of the host that it signs, so that what is signed is not always what is sent.
 */
export function authorization(request: Signable, { secretId, secretKey }: Keys): string {
  const { service, host, contentType, body, timestamp } = request;
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const headers = `content-type:${contentType}\nhost:${host}\n`;
  const canonical = ["POST", "/", "", headers, SIGNED_HEADERS, sha256(body)].join("\n");
  const toSign = [ALGORITHM, timestamp, scope, sha256(canonical)].join("\n");
  const key = [date, service, "tc3_request"].reduce<string | Buffer>(hmac, `TC3${secretKey}`);
  const signature = hmac(key, toSign).toString("hex");
  return `${ALGORITHM} Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
