import { createHash } from "node:crypto";
import { randomId } from "../../core/randomId";
import { blocksOfSubnet, type RouteTable } from "../../core/routes/route";
import type { Routing } from "../../core/routes/routing";

/** The addresses of the cloud's own services, to which every table has a route. */
export const serviceRange = "100.64.0.0/10";

/** How Alibaba Cloud routes: each table keeps a system route for every vSwitch, not for the VPC as a whole. */
export const routing: Routing = {
  mainTableId: (vpcId) => `vtb-${restOf(vpcId)}`,
  subnetId: (vpcId, count) => `vsw-${restOf(vpcId)}${String(count).padStart(2, "0")}`,
  newRouteId: () => `rte-${randomId(17)}`,
  hopTypes: { peering: "VpcPeer", other: "Instance" },
  routesGoWithPeering: false,
  localBlocks: (_, subnets) => [...subnets.flatMap(blocksOfSubnet), serviceRange],
};

/** The id of a VPC's router. */
export function routerId(vpcId: string): string {
  return `vrt-${restOf(vpcId)}`;
}

/** The id of a route that a table has from the start. */
export function systemEntryId({ id }: RouteTable, destination: string): string {
  return `rte-${createHash("sha256").update(`${id} ${destination}`).digest("hex").slice(0, 17)}`;
}

function restOf(vpcId: string): string {
  return vpcId.replace(/^vpc-/, "");
}
