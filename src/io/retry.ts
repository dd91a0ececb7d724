import pRetry from "p-retry";
import type { ErrorKind } from "../model/errors";
import { isPeeringError, PeeringError } from "../model/errors";
import type { Clock, Deadline } from "./clock";
import { duration } from "./clock";

/** How a call is repeated. */
interface RetryPolicy {
  clock: Clock;
  deadline: Deadline;
  /** Whether doing it twice is the same as doing it once. If not, a call with an unknown effect is not repeated. */
  repeatable: boolean;
  /** Told before each pause. */
  report: (message: string) => void;
}

/** How long to pause, in milliseconds, after so many attempts and so long a streak of one kind of failure. */
type Pause = (attempts: number, streakMs: number) => number;

/** Each pause is twice the one before it, up to the longest. */
const doubling =
  ({ firstMs, longestMs }: { firstMs: number; longestMs: number }): Pause =>
  (attempts) =>
    Math.min(longestMs, firstMs * 2 ** (attempts - 1));

/**
 * A sixth of the time that it has lasted: from 0.3 s on, at most 1.5 s. The cloud's work on a VPC ends at once when it
 * ends, so it is asked for often.
 */
const whileBusy: Pause = (_, streakMs) => Math.min(1_500, Math.max(300, streakMs / 6));

/** The kinds of failures that pass, and how long to pause before the next attempt. */
const PAUSES: Partial<Record<ErrorKind, Pause>> = {
  throttled: doubling({ firstMs: 500, longestMs: 8_000 }),
  transient: doubling({ firstMs: 200, longestMs: 5_000 }),
  busy: whileBusy,
  routesExist: doubling({ firstMs: 500, longestMs: 3_000 }),
};

/** Whether this is a failure that passes. */
function isPassing(error: unknown): error is PeeringError {
  return isPeeringError(error) && error.kind in PAUSES;
}

/** Whether it is known what the call did. */
function isEffectKnown({ facts: { executed } }: PeeringError): boolean {
  return executed === "no" || executed === "yes";
}

/** An attempt that would have less time than this is not worth it: it would end without an answer, and nobody knew what it did. */
const LEAST_ATTEMPT_MS = 50;

/** Calls until it works, the failure is final, or the deadline is near. */
export async function retrying<T>(call: () => Promise<T>, policy: RetryPolicy): Promise<T> {
  const { clock, deadline, repeatable, report } = policy;
  let streak = { kind: "", since: clock.now() };
  let before: PeeringError | undefined;
  return await pRetry(call, {
    retries: Number.POSITIVE_INFINITY,
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: () => true,
    onFailedAttempt: async ({ error: last, attemptNumber }) => {
      const error = isCutShort(last, deadline) ? asTold(last, before) : last;
      if (!isPassing(error) || !(repeatable || isEffectKnown(error))) throw error;
      before = error;
      if (error.kind !== streak.kind) streak = { kind: error.kind, since: clock.now() };
      const spent = clock.now() - streak.since;
      const pause = pauseAfter(error, attemptNumber, spent, clock);
      if (error.facts.retryForMs !== undefined && spent + pause > error.facts.retryForMs) throw error;
      if (pause + LEAST_ATTEMPT_MS > deadline.remaining()) throw tiredOf(error, attemptNumber, deadline);
      const left = Math.min(
        deadline.remaining(),
        (error.facts.retryForMs ?? Number.POSITIVE_INFINITY) - spent,
      );
      report(`${withoutStop(error.sentence)}; trying again in ${duration(pause)}, ${duration(left)} left`);
      await clock.sleep(pause);
    },
  });
}

/** Whether a call ended without an answer when no time was left for another: a timer may ring a moment before the limit. */
function isCutShort(error: unknown, deadline: Deadline): error is PeeringError {
  return isPeeringError(error, "transient") && deadline.remaining() < LEAST_ATTEMPT_MS;
}

/** What was cut short says nothing of the cloud: what it said the time before does. What the call did stays unknown. */
function asTold(cutShort: PeeringError, before: PeeringError | undefined): PeeringError {
  if (before === undefined || before.kind === "transient") return cutShort;
  const { kind, executed } = cutShort.facts;
  return new PeeringError(before.sentence, { ...before.facts, kind, ...(executed && { executed }) });
}

/** Up to half of a pause is taken off at random, so that many do not come back at once. */
function pauseAfter(error: PeeringError, attempts: number, streakMs: number, clock: Clock): number {
  const full = PAUSES[error.kind]?.(attempts, streakMs) ?? 0;
  return Math.round(full * (1 - clock.random() / 2));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

function tiredOf(error: PeeringError, attempts: number, deadline: Deadline): PeeringError {
  const tries = attempts === 1 ? "one try" : `${attempts} tries`;
  return new PeeringError(
    `${withoutStop(error.sentence)} (${tries} within the limit of ${deadline.limit}).`,
    {
      ...error.facts,
      remedy: error.facts.remedy ?? "Run the same command again, or raise `customTimeouts`.",
    },
  );
}
