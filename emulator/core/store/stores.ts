import type { Clock } from "../time/clock";
import { PeeringStore } from "./peeringStore";
import { type Vpc, VpcStore } from "./vpcStore";

/** All that the clouds remember, one store for each kind of thing. */
export interface Stores {
  readonly peerings: PeeringStore;
  readonly vpcs: VpcStore;
}

/** The stores of a world that begins with these VPCs. */
export function openStores(clock: Clock, expireMs: number, vpcs: readonly Vpc[]): Stores {
  return { peerings: new PeeringStore(clock, expireMs), vpcs: new VpcStore(vpcs) };
}
