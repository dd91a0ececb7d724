import type { Clock } from "../../src/io/clock";
import { Deadline } from "../../src/io/clock";
import type { Context } from "../../src/provider/clouds/cloud";

/** A call's surroundings, where nobody listens. */
export const contextOn = (clock: Clock, limitMs: number): Context => ({
  clock,
  deadline: new Deadline(clock, limitMs),
  report: () => undefined,
  warn: () => undefined,
});
