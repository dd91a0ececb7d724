import { createHash, createHmac } from "node:crypto";
import type { Keys } from "./keys";

const ALGORITHM = "TC3-HMAC-SHA256";
const SIGNED_HEADERS = "content-type;host";

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
