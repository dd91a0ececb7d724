/**
 * What a test imports: the clouds on one port of this machine. `vpc-peering-emulator` starts them outside a test.
 *
 * @module pulumi-vpc-peering/emulator
 */

import type * as admin from "./admin/peeringRow";
import type * as routes from "./admin/routeRow";
import { clouds } from "./clouds/index";
import type * as faults from "./core/faults/fault";
import type * as faultBook from "./core/faults/faultBook";
import type * as log from "./core/requestLog";
import { type Running, start, type StartOptions } from "./start";
import type { NameOf, WorldInputOf, WorldOf } from "./world/world";

type Clouds = typeof clouds;

/**
 * The clouds that the emulator knows, by the names used everywhere in this package.
 *
 * @useDeclaredType
 */
export type CloudName = NameOf<Clouds>;
/**
 * A world as a file or a test writes it.
 *
 * @interface
 */
export type WorldInput = WorldInputOf<Clouds>;
/**
 * A world in force: every part is there.
 *
 * @interface
 */
export type World = WorldOf<Clouds>;
/**
 * A fault as a test writes it.
 *
 * @useDeclaredType
 */
export type FaultInput = faults.FaultInput<CloudName>;
/**
 * A fault as the admin API lists it.
 *
 * @useDeclaredType
 */
export type FaultRow = faultBook.FaultRow<CloudName>;
/**
 * A peering as `GET /_emulator/peerings` shows it.
 *
 * @interface
 */
export type PeeringRow = admin.PeeringRow<CloudName>;
/**
 * One request to a cloud, as `GET /_emulator/requests` shows it.
 *
 * @interface
 */
export type RequestRow = log.RequestRow<CloudName>;
/**
 * A route as `GET /_emulator/routes` shows it.
 *
 * @interface
 */
export type RouteRow = routes.RouteRow<CloudName>;
export type { PeeringRowSide } from "./admin/peeringRow";
export type { Reach } from "./core/reach/reach";
export type { Json } from "./core/http/json";
export type { PeeringStatus } from "./core/store/status";

/**
 * How an emulator is started.
 *
 * @interface
 */
export type EmulatorOptions = StartOptions<Clouds>;
/**
 * A running emulator.
 *
 * @interface
 */
export type Emulator = Running<Clouds>;

/** Starts the emulated clouds on one loopback port. */
export function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return start(clouds, options);
}
