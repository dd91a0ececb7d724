import { checked } from "../core/checked";
import { clockRange } from "../core/time/clock";
import { UserError } from "../core/userError";
import type { Emulation } from "../world/emulation";
import { clockSchema, reachAddresses, reachVersion } from "./bodies";
import type { AdminContext } from "./context";
import { reachRow } from "./reachRow";

/** Whether packets between two VPCs, and their answers, find their way. */
export function showReach({ emulation, query }: AdminContext): unknown {
  const version = checked(reachVersion, query.get("ipv6") ?? "false", "ipv6") === "true" ? 6 : 4;
  const addresses = checked(reachAddresses, query.get("addresses") ?? "all", "addresses");
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  return reachRow(emulation, { from, to, version, addresses });
}

/** Plants a fault. */
export function postFault({ emulation, inputs, body }: AdminContext): unknown {
  const { id, hits } = emulation.faults.add(checked(inputs.fault, body()));
  return { id, hits };
}

/** Removes one, and releases what it holds. */
export function deleteFault({ emulation, id }: AdminContext): unknown {
  const removed = emulation.faults.remove(id);
  if (removed === 0) throw new UserError(`There is no fault ${id}.`, 404);
  return { removed };
}

/** Removes all. */
export function deleteFaults({ emulation }: AdminContext): unknown {
  return { removed: emulation.faults.remove(undefined) };
}

/** Forgets what was asked so far. */
export function clearRequests({ emulation }: AdminContext): unknown {
  const removed = emulation.log.list().length;
  emulation.log.clear();
  return { removed };
}

/** What the clock shows. */
export function showClock({ emulation }: AdminContext): unknown {
  return clockRow(emulation);
}

/** Sets the clock. */
export function moveClock({ emulation, body }: AdminContext): unknown {
  const move = checked(clockSchema, body());
  const { clock } = emulation;
  const target = "now" in move ? Date.parse(move.now) : clock.now() + move.advanceMs;
  if (target < clockRange.from || target > clockRange.to) {
    const [name, value] = Object.entries(move)[0] ?? [];
    throw new UserError(
      `${name} is ${JSON.stringify(value)}: the clock would leave the years 1970 to 9999; move it less far.`,
    );
  }
  clock.set(target);
  return clockRow(emulation);
}

function clockRow({ clock }: Emulation): unknown {
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.now() - Date.now() };
}

/** The world as at the start. */
export function resetWorld({ emulation, reset }: AdminContext): unknown {
  reset();
  return emulation.world;
}
