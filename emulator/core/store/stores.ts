import type { RoutedVpc } from "../routes/network";
import type { Clock } from "../time/clock";
import { PeeringStore } from "./peeringStore";
import { RouteStore } from "./routeStore";
import { VpcStore } from "./vpcStore";

/** All that the clouds remember, one store for each kind of thing. */
export interface Stores {
  readonly peerings: PeeringStore;
  readonly vpcs: VpcStore;
  readonly routes: RouteStore;
}

/** The stores of a world that begins with these VPCs. */
export function openStores(clock: Clock, expireMs: number, vpcs: readonly RoutedVpc[]): Stores {
  return {
    peerings: new PeeringStore(clock, expireMs),
    vpcs: new VpcStore(vpcs.map(({ vpc }) => vpc)),
    routes: new RouteStore(clock, vpcs),
  };
}
