import { duration } from "../../io/clock";
import { PeeringError } from "../../model/errors";
import { UNKNOWN } from "../../model/unknown";
import type { Context } from "../clouds/cloud";

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

const UNITS_MS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
const DURATION = /^(\d+(\.\d+)?(h|m|s|ms))+$/;

/** How long an operation may take, in milliseconds. */
export function limitFor(operation: Operation, timeouts: Partial<Record<Operation, string>>): number {
  return millisecondsIn(timeouts[operation]) ?? LIMITS_MS[operation];
}

/** Reads `90s`, `10m` or `1h30m`; nothing where none is given, or none can be read. */
export function millisecondsIn(text: string | undefined): number | undefined {
  const parts = [...(text ?? "").matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  const sum = parts.reduce((ms, [, amount, unit]) => ms + Number(amount) * (UNITS_MS[unit ?? ""] ?? 0), 0);
  return sum || undefined;
}

/** What is wrong with the timeouts that a program gives, in full sentences; what is not known yet passes. */
export function complaintsAboutTimeouts(timeouts: unknown): string[] {
  if (timeouts === undefined || timeouts === UNKNOWN) return [];
  if (typeof timeouts !== "object" || timeouts === null) {
    return [`timeouts is ${JSON.stringify(timeouts)}: it must be an object of durations.`];
  }
  return Object.entries(timeouts)
    .filter(([, given]) => given !== undefined && given !== UNKNOWN && !isDuration(given))
    .map(
      ([name, given]) =>
        `timeouts.${name} is ${JSON.stringify(given)}: it must be a duration such as "90s", "10m" or "1h30m".`,
    );
}

function isDuration(given: unknown): boolean {
  return typeof given === "string" && DURATION.test(given);
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
