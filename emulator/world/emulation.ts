import type { Call } from "../core/http/call";
import type { Core } from "../core/core";
import { FaultBook } from "../core/faults/faultBook";
import type { OpenCloud } from "../core/openCloud";
import { RequestLog } from "../core/requestLog";
import { openStores } from "../core/store/stores";
import { Clock } from "../core/time/clock";
import { RateLimiter } from "../core/time/rateLimiter";
import { VpcLocks } from "../core/time/vpcLocks";
import { seedPeering } from "./seedPeering";
import { type Clouds, settingsOf, type WorldOf } from "./world";

/** One life of the emulated clouds, from a start or reset to the next. */
export interface Emulation extends Core {
  readonly world: WorldOf<Clouds>;
  readonly clouds: readonly OpenCloud[];
  readonly faults: FaultBook;
  readonly log: RequestLog;
}

/** Brings a world to life. `now` sets its clock. */
export function startEmulation(clouds: Clouds, world: WorldOf<Clouds>, now?: number): Emulation {
  const { timings } = world;
  const clock = new Clock(now);
  const parts = clouds.map((cloud) => ({ cloud, settings: settingsOf(world, cloud) }));
  const vpcs = parts.flatMap(({ cloud, settings }) => cloud.vpcsOf(settings));
  const core: Core = {
    ...openStores(clock, timings.expireMs, vpcs),
    timings,
    clock,
    locks: new VpcLocks(clock, timings.vpcLockMs),
    rates: new RateLimiter(clock),
  };
  const open = parts.map((part) => ({ ...part, room: part.cloud.createRoom(core, part.settings) }));
  for (const seed of world.peerings) seedPeering(core, open, seed);
  return { ...core, world, clouds: open, faults: new FaultBook(clock), log: new RequestLog(clock) };
}

/** All VPCs a call touches: those it names and those of the peerings it names. */
export function vpcsTouched(emulation: Emulation, call: Call): string[] {
  const peerings = call.peeringIds.flatMap((id) => emulation.peerings.find(id) ?? []);
  return [
    ...call.vpcIds,
    ...peerings.flatMap(({ requester, accepter }) => [requester.vpcId, accepter.vpcId]),
  ];
}
