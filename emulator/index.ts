import type * as admin from "./admin/peeringRow";
import type * as routes from "./admin/routeRow";
import { clouds } from "./clouds/index";
import type * as faults from "./core/faults/fault";
import type * as faultBook from "./core/faults/faultBook";
import type * as log from "./core/requestLog";
import { type Running, start, type StartOptions } from "./start";
import type { NameOf, WorldInputOf, WorldOf } from "./world/world";

type Clouds = typeof clouds;

/** The clouds that the emulator knows, by the names used everywhere in this package. */
export type CloudName = NameOf<Clouds>;
/** A world as a file or a test writes it. */
export type WorldInput = WorldInputOf<Clouds>;
/** A world in force: every part is there. */
export type World = WorldOf<Clouds>;
/** A fault as a test writes it. */
export type FaultInput = faults.FaultInput<CloudName>;
/** A fault as the admin API lists it. */
export type FaultRow = faultBook.FaultRow<CloudName>;
/** A peering as `GET /_emulator/peerings` shows it. */
export type PeeringRow = admin.PeeringRow<CloudName>;
/** One request to a cloud, as `GET /_emulator/requests` shows it. */
export type RequestRow = log.RequestRow<CloudName>;
/** A route as `GET /_emulator/routes` shows it. */
export type RouteRow = routes.RouteRow<CloudName>;
export type { PeeringRowSide } from "./admin/peeringRow";
export type { Reach } from "./core/reach/reach";
export type { Json } from "./core/http/json";
export type { PeeringStatus } from "./core/store/status";

/** How an emulator is started. */
export type EmulatorOptions = StartOptions<Clouds>;
/** A running emulator. */
export type Emulator = Running<Clouds>;

/** Starts the emulated clouds on one loopback port. */
export function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return start(clouds, options);
}
