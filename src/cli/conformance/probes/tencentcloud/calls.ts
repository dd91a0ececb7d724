import { MARKER_TAG, markerValue } from "../../../../provider/clouds/kit/markerTag";
import type { VpcName } from "../../config";
import { NAME } from "../../mark";
import { Unclear } from "../../unclear";
import type { Ask } from "../../stage/asking";
import type { End, Made } from "../../stage/connections";
import type { Stage } from "../../stage/stage";

/** Ids of things that are nowhere. */
export const NOWHERE = { vpc: "vpc-confnone", connection: "pcx-confnone", table: "rtb-confnone" } as const;

/** The call that makes a connection. */
export function creation(stage: Stage, requester: End, accepter: End, more: object = {}): Ask {
  const owner = stage.connections.nextMark();
  return {
    action: "CreateVpcPeeringConnection",
    as: requester.owner,
    region: requester.region,
    params: {
      SourceVpcId: requester.vpcId,
      DestinationVpcId: accepter.vpcId,
      DestinationUin: accepter.account,
      DestinationRegion: accepter.region,
      PeeringConnectionName: NAME,
      Tags: [{ Key: MARKER_TAG, Value: markerValue(owner) }],
      ...more,
    },
    onTaken: ({ PeeringConnectionId: id }) =>
      stage.connections.note({ id: String(id), requester, accepter, owner }),
  };
}

/** The call that gives a connection another name. The mark is in its tag. */
export function naming({ id }: Made, PeeringConnectionName: string, more: Partial<Ask> = {}): Ask {
  const params = { PeeringConnectionId: id, PeeringConnectionName };
  return { action: "ModifyVpcPeeringConnection", params, ...more };
}

/** The first parts of a VPC's blocks, 16 addresses each: destinations that the other VPC may route to. */
export async function partsOf(stage: Stage, name: VpcName, block = 0): Promise<(part: number) => string> {
  const { vpcId, region, owner } = stage.vpc(name);
  const { cloud, context } = stage.account(owner);
  const blocks = await cloud.routing?.blocks({ vpcId, region, ipv6: false }, context());
  const [address, length] = (blocks?.[block] ?? "").split("/");
  if (address === undefined || length === undefined || Number(length) > 24)
    throw new Unclear(`${vpcId} has no ${block === 0 ? "" : "secondary "}block of 256 addresses`);
  return (part) => `${address.replace(/\d+$/, String(16 * part))}/28`;
}

/** A route as a call has it. */
export interface NewRoute {
  destination: string;
  hop: string;
  more?: object;
}

/** The call that makes routes, in the main table of a VPC. */
export async function routes(stage: Stage, name: VpcName, all: readonly NewRoute[]): Promise<Ask> {
  const { owner, region } = stage.vpc(name);
  const RouteTableId = await stage.table(name);
  const Routes = all.map(({ destination, hop, more }) => ({
    DestinationCidrBlock: destination,
    GatewayType: "PEERCONNECTION",
    GatewayId: hop,
    RouteDescription: stage.description(),
    ...more,
  }));
  return { action: "CreateRoutes", as: owner, region, params: { RouteTableId, Routes } };
}

/** The rows of a list. */
export function rowsIn(fields: Readonly<Record<string, unknown>>, name: string): Record<string, unknown>[] {
  const rows = fields[name];
  if (!Array.isArray(rows)) throw new Unclear(`the answer has no ${name}`);
  return rows as Record<string, unknown>[];
}

/** The connections that a list shows. */
export async function connectionsIn(stage: Stage, params: object, as: Ask["as"] = "own") {
  const ask = { action: "DescribeVpcPeeringConnections", as, params: { Offset: 0, Limit: 100, ...params } };
  return rowsIn(await stage.asking.read(ask), "PeerConnectionSet");
}
