import type { World } from "../world/world";
import { Clock } from "./time/clock";
import type { CloudName } from "./cloudName";
import { FaultBook } from "./faults/faultBook";
import { PeeringStore } from "./store/peeringStore";
import { RateLimiter } from "./time/rateLimiter";
import { RequestLog } from "./http/requestLog";
import type { Call, Cloud, Core, Room } from "./room";
import { seedPeering } from "./store/seed";
import { VpcLocks } from "./time/vpcLocks";
import { VpcStore } from "./store/vpcStore";

/** One life of the emulated clouds, from a start or reset to the next. */
export interface Emulation extends Core {
  readonly clouds: readonly Cloud[];
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly rooms: ReadonlyMap<CloudName, Room>;
}

/** Brings a world to life. `now` sets its clock. */
export function startEmulation(clouds: readonly Cloud[], world: World, now?: number): Emulation {
  const clock = new Clock(now);
  const core: Core = {
    world,
    clock,
    peerings: new PeeringStore(clock, world.timings.expireMs),
    vpcs: new VpcStore(clouds.flatMap((cloud) => cloud.vpcsOf(world))),
    locks: new VpcLocks(clock, world.timings.vpcLockMs),
    rates: new RateLimiter(clock),
  };
  for (const seed of world.peerings) seedPeering(core, clouds, seed);
  const rooms = clouds.flatMap((cloud): [CloudName, Room][] =>
    cloud.createRoom ? [[cloud.name, cloud.createRoom(core)]] : [],
  );
  return {
    ...core,
    clouds,
    faults: new FaultBook(clock),
    log: new RequestLog(clock),
    rooms: new Map(rooms),
  };
}

/** All VPCs a call touches: those it names and those of the peerings it names. */
export function vpcsTouched(emulation: Emulation, call: Call): string[] {
  const peerings = call.peeringIds.flatMap((id) => emulation.peerings.find(id) ?? []);
  return [
    ...call.vpcIds,
    ...peerings.flatMap(({ requester, accepter }) => [requester.vpcId, accepter.vpcId]),
  ];
}
