import type { RoutePlace } from "../../core/http/call";
import type { RawRequest } from "../../core/http/http";
import type { Json, JsonObject } from "../../core/http/json";
import type { Endpoint } from "./api";

/** VPCs, peerings, route tables and routes that a request names. */
export interface NamedIds {
  readonly vpcIds: readonly string[];
  readonly peeringIds: readonly string[];
  readonly tableIds: readonly string[];
  readonly routeIds: readonly string[];
  readonly places: readonly RoutePlace[];
}

/** The body as JSON; nothing where there is none, or none that can be read. */
export function bodyOf(raw: RawRequest): unknown {
  try {
    return raw.body.length === 0 ? undefined : JSON.parse(raw.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** What a request asks, for the log: what its path names, its query, and the fields of its body. */
export function paramsOf(raw: RawRequest, endpoint: Endpoint | undefined): JsonObject {
  const body = bodyOf(raw);
  const { parameter } = namedInPath(endpoint);
  return {
    ...(endpoint?.id ? { [parameter]: endpoint.id } : {}),
    ...Object.fromEntries(raw.query),
    ...(isObject(body) ? body : {}),
  };
}

interface InPath {
  readonly pattern: RegExp;
  readonly what: "vpcIds" | "peeringIds" | "tableIds" | "routeIds";
  /** What the API's documents call it. */
  readonly parameter: string;
}

/** What the paths name, by action. */
const inPath: readonly InPath[] = [
  { pattern: /^ShowVpc(Tags)?$/, what: "vpcIds", parameter: "vpc_id" },
  { pattern: /RouteTables?$/, what: "tableIds", parameter: "routetable_id" },
  { pattern: /VpcRoutes?$/, what: "routeIds", parameter: "route_id" },
];
const peeringInPath = { what: "peeringIds", parameter: "peering_id" } as const;

function namedInPath(endpoint: Endpoint | undefined): Omit<InPath, "pattern"> {
  return inPath.find(({ pattern }) => pattern.test(endpoint?.name ?? "")) ?? peeringInPath;
}

/** What a request names, in its path, query or body. */
export function namedIds(raw: RawRequest, endpoint: Endpoint | undefined): NamedIds {
  const query = new Map(raw.query);
  const body = bodyOf(raw);
  const { what } = namedInPath(endpoint);
  const ids = [...texts(endpoint?.id), ...(what === "vpcIds" ? [] : texts(query.get("id")))];
  const none: Pick<NamedIds, "vpcIds" | "peeringIds" | "tableIds" | "routeIds"> = {
    vpcIds: [],
    peeringIds: [],
    tableIds: [],
    routeIds: [],
  };
  const named = { ...none, [what]: ids };
  const [table = ""] = named.tableIds;
  return {
    ...named,
    places: fieldIn(body, "destination").map((destination) => ({ table, destination })),
    vpcIds: [...endsIn(body), ...fieldIn(body, "vpc_id"), ...named.vpcIds, ...texts(query.get("vpc_id"))],
    peeringIds: [...named.peeringIds, ...fieldIn(body, "nexthop")],
  };
}

/** The values of a field of the route or route table in a body, however deep it stands there. */
function fieldIn(body: unknown, name: string): string[] {
  if (!isObject(body)) return [];
  return [body["route"], body["routetable"]].flatMap((part) => deepIn(part, name));
}

function deepIn(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => deepIn(item, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => (key === name ? texts(field) : deepIn(field, name)));
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
