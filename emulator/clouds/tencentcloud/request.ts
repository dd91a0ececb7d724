import { randomUUID } from "node:crypto";
import { formFields, header, type RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import { apiError } from "./errors";
import { unflattened } from "./params";
import { isTooLong } from "./rules/sizes";
import type { Claim } from "./signing/claim";
import { readTc3, tc3SecretId } from "./signing/tc3";
import { readV1 } from "./signing/v1";

/** A request read as Tencent's gateway reads it. */
export interface ApiRequest {
  readonly action: string;
  readonly version: string;
  readonly region: string;
  /** The key that the request names, unchecked. */
  readonly secretId: string | undefined;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** Whether the parameters came in a query or form, where everything is text. */
  readonly isText: boolean;
  /** Whether it is longer than the gateway takes. */
  readonly isTooLong: boolean;
  /** The action's parameters; throws where they cannot be read. */
  params(): JsonObject;
  /** The signature to check; throws where there is none or it cannot be read. */
  claim(): Claim;
}

/** Parameters of the older signature, not of an action. */
const commonParameters = new Set([
  "Action",
  "Language",
  "Nonce",
  "Region",
  "RequestClient",
  "SecretId",
  "Signature",
  "SignatureMethod",
  "Timestamp",
  "Token",
  "Version",
]);

/** Reads a request of either signature version. */
export function readRequest(raw: RawRequest): ApiRequest {
  const isV1 = header(raw, "x-tc-action") === undefined && header(raw, "authorization") === undefined;
  const fields = [...raw.query, ...formFields(raw)];
  const given = new Map(fields);
  const common = (name: string, inHeader: string) => (isV1 ? given.get(name) : header(raw, inHeader)) ?? "";
  const host = header(raw, "host") ?? "";
  return {
    action: common("Action", "x-tc-action"),
    version: common("Version", "x-tc-version"),
    region: common("Region", "x-tc-region"),
    secretId: isV1 ? given.get("SecretId") : tc3SecretId(raw),
    requestId: randomUUID(),
    method: raw.method,
    path: raw.path,
    isText: isV1 || raw.method === "GET",
    isTooLong: isTooLong(raw, { isForm: isV1 }),
    params: () => {
      if (isV1) return unflattened(fields.filter(([name]) => !commonParameters.has(name)));
      return raw.method === "GET" ? unflattened(raw.query) : jsonIn(raw);
    },
    claim: () => (isV1 ? readV1({ method: raw.method, host, path: raw.path, fields }) : readTc3(raw)),
  };
}

function jsonIn({ body }: RawRequest): JsonObject {
  try {
    const value: unknown = JSON.parse(body.toString("utf8") || "{}");
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Told below.
  }
  throw apiError("InvalidParameter", "The body is not a JSON object.");
}

/** What the parameters name: VPCs, peerings, route tables, and routes by their ids or numbers. */
export function namedIds(params: JsonObject): Record<
  "vpcIds" | "peeringIds" | "tableIds" | "routeIds",
  string[]
> & {
  readonly routeNumbers: number[];
} {
  const filtered = (name: string) => inFilters(params, name);
  const inRoutes = (name: string) => objectsIn(params["Routes"]).map((route) => route[name]);
  return {
    vpcIds: [
      params["SourceVpcId"],
      params["DestinationVpcId"],
      params["VpcId"],
      ...listIn(params["VpcIds"]),
      ...filtered("vpc-id"),
    ].filter(isText),
    peeringIds: [
      params["PeeringConnectionId"],
      ...listIn(params["PeeringConnectionIds"]),
      ...inRoutes("GatewayId"),
      ...filtered("gateway-id"),
    ].filter(isText),
    tableIds: [
      params["RouteTableId"],
      ...listIn(params["RouteTableIds"]),
      ...filtered("route-table-id"),
    ].filter(isText),
    routeIds: [...inRoutes("RouteItemId"), ...listIn(params["RouteItemIds"])].filter(isText),
    // In a query numbers are texts.
    routeNumbers: [...inRoutes("RouteId"), ...listIn(params["RouteIds"])].map(Number).filter(Boolean),
  };
}

function inFilters(params: JsonObject, name: string): unknown[] {
  return objectsIn(params["Filters"]).flatMap(({ Name, Values }) => (Name === name ? listIn(Values) : []));
}

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return listIn(value).filter((item) => typeof item === "object") as Readonly<Record<string, unknown>>[];
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]).filter((item) => item !== null) : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
