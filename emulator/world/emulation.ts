import type { Cloud } from "../core/cloud";
import type { Call } from "../core/http/call";
import type { Core } from "../core/core";
import { FaultBook } from "../core/faults/faultBook";
import type { OpenCloud } from "../core/openCloud";
import { RequestLog } from "../core/requestLog";
import { plainRouting } from "../core/routes/routing";
import { sidesOf } from "../core/store/peering";
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
  const { timings, keep } = world;
  const clock = new Clock(now);
  const parts = clouds.map((cloud) => ({ cloud, settings: settingsOf(world, cloud) }));
  const vpcs = parts.flatMap(({ cloud, settings }) => {
    const { routing = plainRouting } = cloud;
    return cloud.vpcsOf(settings).map((vpc) => ({ vpc, routing }));
  });
  const core: Core = {
    ...openStores({ clock, timings, keep }, vpcs),
    timings,
    keep,
    clock,
    locks: new VpcLocks(clock, timings.vpcLockMs),
    rates: new RateLimiter(clock),
  };
  const open = parts.map((part) => ({ ...part, room: part.cloud.createRoom(core, part.settings) }));
  for (const seed of world.peerings) seedPeering(core, open, seed);
  return {
    ...core,
    world,
    clouds: open,
    faults: new FaultBook(clock),
    log: new RequestLog(clock, keep.requests),
  };
}

/** What a call touches: what it names, the ends of its peerings, and where its tables and routes are and lead. */
export function touched(
  { peerings, routes }: Emulation,
  cloud: Cloud,
  call: Call,
): Pick<Call, "vpcIds" | "peeringIds"> {
  const entries = [
    ...(call.routeIds ?? []).flatMap((id) => routes.findRoute(id) ?? []),
    ...(call.places ?? []).flatMap(({ table: id, destination }) => {
      const table = routes.findTable(cloud.name, id);
      return table === undefined ? [] : routes.to(table, destination);
    }),
  ];
  const tables = (call.tableIds ?? []).flatMap((id) => routes.findTable(cloud.name, id) ?? []);
  const peeringIds = [...call.peeringIds, ...entries.map(({ hop }) => hop.id)];
  const ends = peeringIds.flatMap((id) => peerings.find(id) ?? []).flatMap(sidesOf);
  const holders = [...tables, ...entries.map(({ table }) => table)].map(({ vpc }) => vpc);
  return { vpcIds: [...call.vpcIds, ...[...ends, ...holders].map(({ vpcId }) => vpcId)], peeringIds };
}
