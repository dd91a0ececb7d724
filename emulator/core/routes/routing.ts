import type { Vpc } from "../store/vpcStore";
import { blocksOfVpc } from "../store/vpcStore";
import { randomId } from "../randomId";

/** A subnet as far as routes need it. */
interface Part {
  readonly cidr: string;
  readonly ipv6Cidr: string | undefined;
}

/** What the core has to know of the routes of a cloud. */
export interface Routing {
  /** The id of a VPC's main table, which follows from the VPC's. */
  mainTableId(vpcId: string): string;
  /** The id of a VPC's subnet where the world gives none; they are counted from 1. */
  subnetId(vpcId: string, count: number): string;
  newRouteId(destination: string): string;
  /** The cloud's words for a route that leads to a peering, and for one that leads to anything else. */
  readonly hopTypes: { readonly peering: string; readonly other: string };
  /** Whether routes into a peering vanish with it, whoever removes it. */
  readonly routesGoWithPeering: boolean;
  /** The destinations that every table of a VPC has from the start: what stays inside, and the cloud's own services. */
  localBlocks(vpc: Vpc, subnets: readonly Part[]): readonly string[];
}

/** How a cloud routes that says nothing of it. */
export const plainRouting: Routing = {
  mainTableId: (vpcId) => `main-${vpcId}`,
  subnetId: (vpcId, count) => `subnet-${vpcId}-${count}`,
  newRouteId: () => `route-${randomId(12)}`,
  hopTypes: { peering: "peering", other: "other" },
  routesGoWithPeering: false,
  localBlocks: blocksOfVpc,
};
