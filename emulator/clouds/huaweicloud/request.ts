import type { RawRequest } from "../../core/http/http";
import type { Json, JsonObject } from "../../core/http/json";
import type { Endpoint } from "./api";

/** VPCs and peerings that a request names. */
export interface NamedIds {
  readonly vpcIds: readonly string[];
  readonly peeringIds: readonly string[];
}

/** The body as JSON; nothing where there is none, or none that can be read. */
export function bodyOf(raw: RawRequest): unknown {
  try {
    return raw.body.length === 0 ? undefined : JSON.parse(raw.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** What a request asks, for the log: its query, and the fields of its body. */
export function paramsOf(raw: RawRequest): JsonObject {
  const body = bodyOf(raw);
  return { ...Object.fromEntries(raw.query), ...(isObject(body) ? body : {}) };
}

/** The actions whose path names a VPC. */
const vpcActions = ["ShowVpc", "ShowVpcTags"];

/** What a request names, in its path, query or body. */
export function namedIds(raw: RawRequest, endpoint: Endpoint | undefined): NamedIds {
  const query = new Map(raw.query);
  const ends = endsIn(bodyOf(raw));
  const isVpc = endpoint !== undefined && vpcActions.includes(endpoint.name);
  const id = endpoint === undefined || endpoint.id === "" ? [] : [endpoint.id];
  return {
    vpcIds: [...ends, ...(isVpc ? id : []), ...texts(query.get("vpc_id"))],
    peeringIds: [...(isVpc ? [] : id), ...texts(query.get("id"))],
  };
}

function endsIn(body: unknown): string[] {
  const peering = isObject(body) ? body["peering"] : undefined;
  if (!isObject(peering)) return [];
  return [peering["request_vpc_info"], peering["accept_vpc_info"]].flatMap((end) =>
    isObject(end) ? texts(end["vpc_id"]) : [],
  );
}

function texts(value: unknown): string[] {
  return typeof value === "string" && value !== "" ? [value] : [];
}

function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
