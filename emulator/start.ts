import type { RequestRow } from "./core/requestLog";
import { clockRange } from "./core/time/clock";
import { UserError } from "./core/userError";
import { startServer } from "./server";
import { type Clouds, type NameOf, type WorldInputOf, type WorldOf, parseWorld } from "./world/world";

/** How an emulator is started. */
export interface StartOptions<All extends Clouds> {
  /** The loopback port. @default 0, any free one */
  readonly port?: number | undefined;
  /** The world. @default two accounts a cloud, with some VPCs each */
  readonly world?: WorldInputOf<All> | undefined;
  /** What the emulator's clock shows at the start. @default the machine's time */
  readonly now?: string | number | Date | undefined;
  /** Told of every request to a cloud once it is over. */
  readonly onRequest?: ((row: RequestRow<NameOf<All>>) => void) | undefined;
}

/** A running emulator. */
export interface Running<All extends Clouds> {
  /** Such as `http://127.0.0.1:41234`: the endpoint of every cloud. */
  readonly url: string;
  /** The world in force, keys included. */
  readonly world: WorldOf<All>;
  /** Ends the emulator and every connection to it. */
  close(): Promise<void>;
}

/** Starts these clouds on one loopback port. */
export async function start<All extends Clouds>(
  clouds: All,
  options: StartOptions<All> = {},
): Promise<Running<All>> {
  const world = parseWorld(clouds, options.world ?? {}, "World");
  const server = await startServer({
    clouds,
    world,
    port: checkedPort(options.port ?? 0),
    now: options.now === undefined ? undefined : instant(options.now),
    onDone: options.onRequest,
  });
  return { url: `http://127.0.0.1:${server.port}`, world, close: () => server.close() };
}

function instant(now: string | number | Date): number {
  const ms = new Date(now).getTime();
  if (Number.isNaN(ms)) {
    throw new UserError(`now is "${String(now)}", which is no time: write one such as 2026-01-31T12:00:00Z.`);
  }
  if (ms < clockRange.from || ms > clockRange.to) {
    throw new UserError(`now is "${String(now)}": give a time of the years 1970 to 9999.`);
  }
  return ms;
}

function checkedPort(port: number): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UserError(`port is ${port}: give a whole number from 0 to 65535 (0 picks a free port).`);
}
