import type { Clock, Deadline } from "./clock";
import { duration } from "./clock";

/** What to wait for, and how. */
export interface Wait<T> {
  clock: Clock;
  deadline: Deadline;
  /** Looks once. */
  observe: () => Promise<T>;
  /** Whether this is what is waited for; may throw if it can never come any more. */
  until: (seen: T) => boolean;
  /** One word for what was seen, e.g. the status. */
  word: (seen: T) => string;
  /** Told what was seen, after every look that did not end the wait. */
  report: (message: string) => void;
}

/** The outcome of a wait: what was waited for, or how it looked until time ran out. */
export type Waited<T> = { reached: T } | { timedOut: string };

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 3_000;
const GROWTH = 1.35;
/** The last look comes this long before the deadline, so that it can still be answered. */
const LAST_LOOK_MS = 250;
/** A look that fails with less than this left was ended by the deadline. */
const CUT_SHORT_MS = 100;

/** Looks at once, then early and often, then ever more seldom, until it is there or the deadline has passed. */
export async function waitUntil<T>(wait: Wait<T>): Promise<Waited<T>> {
  const { clock, deadline, observe, until, word, report } = wait;
  const startedAt = clock.now();
  const seen = new Map<string, number>();
  for (let look = 0; ; look++) {
    let now: T;
    try {
      now = await observe();
    } catch (error) {
      // What time cut short says less than what was seen before.
      if (seen.size === 0 || deadline.remaining() > CUT_SHORT_MS) throw error;
      return { timedOut: history(seen, deadline) };
    }
    if (until(now)) return { reached: now };
    seen.set(word(now), (seen.get(word(now)) ?? 0) + 1);
    const untilLastLook = deadline.remaining() - LAST_LOOK_MS;
    if (untilLastLook <= 0) return { timedOut: history(seen, deadline) };
    report(`${word(now)} for ${duration(clock.now() - startedAt)}, ${duration(deadline.remaining())} left`);
    await clock.sleep(Math.min(pauseAfter(look, clock), untilLastLook));
  }
}

function pauseAfter(look: number, clock: Clock): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * GROWTH ** look);
  return pause * (0.9 + clock.random() / 5);
}

/** `saw pending × 41, updating × 2 in 10m`. */
function history(seen: ReadonlyMap<string, number>, deadline: Deadline): string {
  const counts = [...seen].map(([word, times]) => `${word} × ${times}`);
  return `saw ${counts.join(", ")} in ${duration(deadline.elapsed())}`;
}
