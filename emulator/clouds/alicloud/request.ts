import { randomUUID } from "node:crypto";
import type { Call } from "../../core/http/call";
import { formFields, header, type RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import { objectList, type Params, textList } from "./params";
import type { Claim } from "./signing/claim";
import { readV1 } from "./signing/v1";
import { readV3, v3AccessKeyId } from "./signing/v3";

/** A request read as Alibaba's gateway reads it: query and form body are one set of parameters. */
export interface ApiRequest {
  readonly action: string;
  readonly version: string;
  readonly params: Params;
  readonly wantsXml: boolean;
  /** The key that the request names, unchecked. */
  readonly accessKeyId: string | undefined;
  readonly requestId: string;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** The signature to check; throws where there is none or it cannot be read. */
  claim(): Claim;
}

/** Parameters of the protocol, not of an action. */
const commonParameters = new Set([
  "AccessKeyId",
  "Action",
  "Format",
  "SecurityToken",
  "Signature",
  "SignatureMethod",
  "SignatureNonce",
  "SignatureType",
  "SignatureVersion",
  "Timestamp",
  "Version",
]);

/** Reads a request of either signature version. */
export function readRequest(raw: RawRequest): ApiRequest {
  const params: Params = new Map([...raw.query, ...formFields(raw)]);
  const isV3 = header(raw, "authorization")?.startsWith("ACS3-") === true;
  return {
    // Only what is signed counts: version 1 signs the parameters, version 3 the headers.
    action: (isV3 ? header(raw, "x-acs-action") : params.get("Action")) ?? "",
    version: (isV3 ? header(raw, "x-acs-version") : params.get("Version")) ?? "",
    params,
    wantsXml: /^xml$/i.test(params.get("Format") ?? ""),
    accessKeyId: isV3 ? v3AccessKeyId(raw) : params.get("AccessKeyId"),
    requestId: randomUUID().toUpperCase(),
    host: header(raw, "host") ?? "",
    method: raw.method,
    path: raw.path,
    claim: () => (isV3 ? readV3(raw) : readV1(raw.method, params)),
  };
}

/** The parameters of the action alone. */
export function actionParams(params: Params): JsonObject {
  return Object.fromEntries([...params].filter(([name]) => !commonParameters.has(name)));
}

/** What the parameters name. */
export function namedIds(
  params: Params,
): Pick<Call, "vpcIds" | "peeringIds" | "tableIds" | "routeIds" | "places"> {
  const entries = objectList(params, "RouteEntries");
  const inEntries = (name: string) => entries.flatMap((entry) => entry[name] ?? []);
  const named = (...names: string[]) => names.flatMap((name) => textList(params, name));
  return {
    vpcIds: named("VpcId", "AcceptingVpcId"),
    peeringIds: [...named("InstanceId", "ResourceId", "NextHopId", "NewNextHopId"), ...inEntries("NextHop")],
    tableIds: [...named("RouteTableId"), ...inEntries("RouteTableId")],
    routeIds: [...named("RouteEntryId"), ...inEntries("RouteEntryId")],
    places: [
      { table: params.get("RouteTableId"), destination: params.get("DestinationCidrBlock") },
      ...entries.map(({ RouteTableId, DstCidrBlock }) => ({
        table: RouteTableId,
        destination: DstCidrBlock,
      })),
    ].flatMap(({ table, destination }) => (table && destination ? [{ table, destination }] : [])),
  };
}
