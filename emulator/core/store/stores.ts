import type { RoutedVpc } from "../routes/network";
import type { Keep } from "../keep";
import type { Clock } from "../time/clock";
import type { Timings } from "../timings";
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
export function openStores(
  { clock, timings, keep }: { readonly clock: Clock; readonly timings: Timings; readonly keep: Keep },
  vpcs: readonly RoutedVpc[],
): Stores {
  return {
    peerings: new PeeringStore(clock, { expireMs: timings.expireMs, mostDeleted: keep.deletedPeerings }),
    vpcs: new VpcStore(vpcs.map(({ vpc }) => vpc)),
    routes: new RouteStore(clock, vpcs),
  };
}
