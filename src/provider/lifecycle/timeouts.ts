import { duration } from "../../io/clock";
import { DURATION_RULE, isDuration, millisecondsIn } from "../../model/duration";
import { PeeringError } from "../../model/errors";
import type { Context } from "../clouds/cloud";
import { complaintsOf, objectOf, value } from "../clouds/kit/schema";

/** What a resource does that takes time. A preflight is its own: a preview waits for it. */
export type Operation = "create" | "read" | "update" | "delete" | "preflight";

/** How long operations may take, as a program's `customTimeouts` say it: `90s`, `10m`, `1h30m`. */
export interface Timeouts {
  create?: string;
  update?: string;
  delete?: string;
}

/** How long each operation may take, in milliseconds, unless `customTimeouts` says otherwise. */
const LIMITS_MS: Record<Operation, number> = {
  create: 10 * 60_000,
  read: 2 * 60_000,
  update: 10 * 60_000,
  delete: 10 * 60_000,
  preflight: 10_000,
};

/** What resources do that takes time. */
export const OPERATIONS = Object.keys(LIMITS_MS);

const DURATION = value(isDuration, DURATION_RULE).optional();

const TIMEOUTS = objectOf(
  {
    timeouts: objectOf(
      Object.fromEntries(OPERATIONS.map((operation) => [operation, DURATION])),
      "an object of durations",
    ),
  },
  "an object",
);

/** How long an operation may take, in milliseconds. */
export function limitFor(operation: Operation, timeouts: Partial<Record<Operation, string>>): number {
  return millisecondsIn(timeouts[operation]) ?? LIMITS_MS[operation];
}

/** What is wrong with the timeouts that a program gives, in full sentences; what is not known yet passes. */
export function complaintsAboutTimeouts(timeouts: unknown): string[] {
  return timeouts === undefined ? [] : complaintsOf(TIMEOUTS, { timeouts });
}

/** A wait that the deadline ended. */
export interface TimedOut {
  /** What did not happen, as a sentence that goes on with "within 10m". */
  what: string;
  /** What was seen meanwhile. */
  history: string;
  remedy: string;
}

/** The error for a wait that the deadline ended. */
export function timedOut({ what, history, remedy }: TimedOut, { deadline }: Context): PeeringError {
  return new PeeringError(
    `${what} within ${deadline.limit}: ${history} (used ${duration(deadline.elapsed())}).`,
    { kind: "timeout", remedy },
  );
}
