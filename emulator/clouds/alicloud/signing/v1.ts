import { createHmac } from "node:crypto";
import { missing } from "../errors";
import type { Params } from "../params";
import type { Claim } from "./claim";
import { canonicalQuery, percentEncode } from "../../../core/http/percentEncode";

/** Reads a signature of version 1: HMAC-SHA1 over all parameters, which carry the signature themselves. */
export function readV1(method: string, params: Params): Claim {
  const required = (name: string) => {
    const value = params.get(name);
    if (value === undefined || value === "") throw missing(name);
    return value;
  };
  const signed = [...params].filter(([name]) => name !== "Signature");
  const stringToSign = `${method}&${percentEncode("/")}&${percentEncode(canonicalQuery(signed))}`;
  return {
    accessKeyId: required("AccessKeyId"),
    securityToken: params.get("SecurityToken"),
    date: required("Timestamp"),
    nonce: required("SignatureNonce"),
    signature: required("Signature"),
    stringToSign,
    sign: (secret) => createHmac("sha1", `${secret}&`).update(stringToSign, "utf8").digest("base64"),
  };
}
