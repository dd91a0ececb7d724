import { isIpv6 } from "../../model/cidr";
import type { EndName } from "../../model/ends";
import { ENDS, otherEnd } from "../../model/ends";
import { isPeeringError } from "../../model/errors";
import type { Side } from "../../model/peering";
import type { RouteTable } from "../../provider/clouds/routing";
import { endsSeen } from "../../provider/lifecycle/connection/ends";
import { SILENT } from "../../provider/lifecycle/work";
import type { Work } from "../../provider/lifecycle/work";
import type { Found } from "../kit/search";
import type { Existing } from "./declared";
import type { EndTables } from "./routes";
import { destinationsThrough, routesSaid } from "./routes";

/** Reads the routes of connections, each VPC's tables once. */
export class RoutesReader {
  private readonly tables = new Map<string, Promise<readonly RouteTable[]>>();
  /** What could not be read, as sentences. */
  readonly failures: string[] = [];

  /** The routes through a connection, in the tables of those of its VPCs that belong to the same keys. */
  async of(found: Found): Promise<Existing["routes"]> {
    const routes: Existing["routes"] = {};
    for (const end of ownEnds(found)) {
      try {
        routes[end] = routesSaid(found.peering.id, await this.endOf(found, end));
      } catch (error) {
        if (!isPeeringError(error)) throw error;
        const { vpcId } = found.peering[end];
        this.failures.push(`The routes of ${vpcId} through ${found.peering.id}: ${error.message}`);
      }
    }
    return routes;
  }

  private async endOf(found: Found, end: EndName): Promise<EndTables> {
    const { peering } = found;
    const tables = await this.tablesOf(found, peering[end]);
    const destinations = destinationsThrough(peering.id, tables);
    if (destinations.length === 0) return { tables };
    const ipv6 = destinations.some(isIpv6);
    const work = await begin(found, found.own.region);
    const { __ends: blocks } = await endsSeen({ __routed: { ipv6 } }, peering, ownEnd(found), work);
    return { tables, peerBlocks: blocks?.[otherEnd(end)], ownBlocks: blocks?.[end] };
  }

  private tablesOf(found: Found, { vpcId, region }: Side): Promise<readonly RouteTable[]> {
    const key = JSON.stringify([region, vpcId]);
    const look = async (): Promise<readonly RouteTable[]> => {
      const work = await begin(found, region);
      return await work.routesOf({ vpcId, region }).look(work.context);
    };
    const tables = this.tables.get(key) ?? look();
    this.tables.set(key, tables);
    return tables;
  }
}

/** The end that was read with its own keys: the requester's, if both are. */
export function ownEnd({ peering, own }: Found): EndName {
  return own === peering.requester ? "requester" : "accepter";
}

function ownEnds(found: Found): EndName[] {
  const { peering, own } = found;
  const isOwn = ({ account }: Side): boolean => account === own.account || account === "";
  return ENDS.filter((end) => isOwn(peering[end]));
}

async function begin({ session, cloud }: Found, region: string): Promise<Work> {
  return await session.begin({ cloud, operation: "read", region }, { row: SILENT, timeouts: {} });
}
