import { MARKER_TAG, markerValue } from "../../../../provider/clouds/kit/markerTag";
import type { VpcName } from "../../config";
import { NAME } from "../../mark";
import { Unclear } from "../../unclear";
import type { Ask } from "../../stage/asking";
import type { End, Made } from "../../stage/connections";
import type { Stage } from "../../stage/stage";
import { isRouted } from "../alive";

/** Ids of things that are nowhere. */
export const NOWHERE = {
  vpc: "vpc-bp1conformance00nowhere",
  connection: "pcc-bp1conformance00nowhere",
} as const;

/** A block for measurements, of which nobody has an address. */
export function scratch(part: number): string {
  return `198.18.${part}.0/24`;
}

/** The call that makes a connection. */
export function creation(stage: Stage, requester: End, accepter: End, more: object = {}): Ask {
  const owner = stage.connections.nextMark();
  return {
    action: "CreateVpcPeerConnection",
    as: requester.owner,
    region: requester.region,
    params: {
      VpcId: requester.vpcId,
      AcceptingAliUid: accepter.account,
      AcceptingRegionId: accepter.region,
      AcceptingVpcId: accepter.vpcId,
      Name: NAME,
      Tag: [{ Key: MARKER_TAG, Value: markerValue(owner) }],
      ...more,
    },
    onTaken: ({ InstanceId }) =>
      stage.connections.note({ id: String(InstanceId), requester, accepter, owner }),
  };
}

/** The call that changes a connection's description. */
export function description({ id }: Made, Description: string, as: Ask["as"] = "own"): Ask {
  return { action: "ModifyVpcPeerConnection", as, params: { InstanceId: id, Description } };
}

/** The call that makes one route, in the main table of a VPC. */
export async function route(stage: Stage, name: VpcName, destination: string, hop: string): Promise<Ask> {
  const { owner, region } = stage.vpc(name);
  return {
    action: "CreateRouteEntry",
    as: owner,
    region,
    params: {
      RouteTableId: await stage.table(name),
      DestinationCidrBlock: destination,
      NextHopType: "VpcPeer",
      NextHopId: hop,
      Description: stage.description(),
    },
  };
}

/** A route of a batch. */
export interface Entry {
  vpc: VpcName;
  destination: string;
  hop: string;
}

/** The call that makes several. */
export async function batch(stage: Stage, entries: readonly Entry[]): Promise<Ask> {
  const RouteEntries: object[] = [];
  for (const { vpc, destination, hop } of entries) {
    RouteEntries.push({
      RouteTableId: await stage.table(vpc),
      DstCidrBlock: destination,
      NextHop: hop,
      NextHopType: "VpcPeer",
      Description: stage.description(),
    });
  }
  return { action: "CreateRouteEntries", params: { RouteEntries } };
}

/** Whether a batch of one route makes it; if not, it has to say twice that the route failed. */
export async function isEntryTaken(stage: Stage, entry: Entry): Promise<boolean> {
  const ask = await batch(stage, [entry]);
  const failures = async (): Promise<unknown> => {
    const { FailedCount } = await stage.asking.fields(ask);
    return FailedCount;
  };
  const [first, isThere] = [await failures(), await isRouted(stage, entry.vpc, entry.destination)];
  if (first === 0 && isThere) return true;
  if (first === 1 && !isThere && (await failures()) === 1) return false;
  throw new Unclear(
    `of a batch of one, ${String(first)} failed, and the route is ${isThere ? "" : "not "}there`,
  );
}

/** The ids of the connections in a list. */
export async function idsIn(stage: Stage, params: object): Promise<unknown[]> {
  const { VpcPeerConnects: rows } = await stage.asking.read({
    action: "ListVpcPeerConnections",
    params: { MaxResults: 100, ...params },
  });
  if (!Array.isArray(rows)) throw new Unclear("the answer has no list of connections");
  return rows.map((row: { InstanceId?: unknown }) => row.InstanceId);
}
