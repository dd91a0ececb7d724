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
  /** Sleeps between two looks; may wake up early when there is something new to see. Default: the clock's. */
  sleep?: (ms: number) => Promise<void>;
}

/** The outcome of a wait: what was waited for, or how it looked until time ran out. */
type Waited<T> = { reached: T } | { timedOut: string };

/**
 * When to look, in seconds since the wait began, if nobody else's look brings news in between. The first looks are close
 * together, since most of what is waited for takes a moment. The later ones are so far apart that 18 looks fill a minute.
 * What is there after 14 s is seen by 14.5 s.
 */
const LOOKS_S = [
  0, 0.15, 0.4, 0.9, 1.8, 3.2, 5, 7.1, 9.5, 11.9, 14.5, 18.8, 24.3, 30.6, 37.7, 45.3, 53.1, 61,
] as const;
/**
 * A pause is at least this part of the usual one. Who was woken at 18.7 s, when the usual pause is 4.3 s, leaves out the
 * look at 18.8 s and looks at 24.3 s.
 */
const SHORTEST_PART = 0.5;
/** How much a pause may differ by chance, so that many machines do not go in step. */
const JITTER = 0.01;
/** The last look comes this long before the deadline, so that it can still be answered. */
const LAST_LOOK_MS = 250;
/** A look that fails with less than this left was ended by the deadline. */
const CUT_SHORT_MS = 100;

/** Looks at once, then early and often, then ever more seldom, until it is there or the deadline has passed. */
export async function waitUntil<T>(wait: Wait<T>): Promise<Waited<T>> {
  const { clock, deadline, observe, until, word, report } = wait;
  const sleep = wait.sleep ?? ((ms: number) => clock.sleep(ms));
  const startedAt = clock.now();
  const seen = new Map<string, number>();
  for (;;) {
    let now: T;
    try {
      now = await observe();
    } catch (error) {
      // A look that the deadline ended says less than those before it.
      if (seen.size === 0 || deadline.remaining() > CUT_SHORT_MS) throw error;
      return { timedOut: history(seen, deadline) };
    }
    if (until(now)) return { reached: now };
    seen.set(word(now), (seen.get(word(now)) ?? 0) + 1);
    const untilLastLook = deadline.remaining() - LAST_LOOK_MS;
    if (untilLastLook <= 0) return { timedOut: history(seen, deadline) };
    const waited = clock.now() - startedAt;
    report(`${word(now)} for ${duration(waited)}, ${duration(deadline.remaining())} left`);
    const pause = pauseAfter(waited) * (1 + JITTER * (2 * clock.random() - 1));
    await sleep(Math.min(pause, untilLastLook));
  }
}

/**
 * The pause after waiting for so long. It depends on the time alone, not on the number of looks: a wait that was woken
 * ten times in its first 5 s looks as often after that as one that was never woken.
 */
export function pauseAfter(waitedMs: number): number {
  const waited = waitedMs / 1000;
  const next = LOOKS_S.findIndex((look) => look > waited);
  const pace = pauseBefore(next === -1 ? LOOKS_S.length - 1 : next);
  const due = LOOKS_S.find((look) => look >= waited + pace * SHORTEST_PART);
  return 1000 * (due === undefined ? pace : due - waited);
}

function pauseBefore(index: number): number {
  return (LOOKS_S[index] ?? 0) - (LOOKS_S[index - 1] ?? 0);
}

/** `saw pending × 41, updating × 2 in 10m`. */
function history(seen: ReadonlyMap<string, number>, deadline: Deadline): string {
  const counts = [...seen].map(([word, times]) => `${word} × ${times}`);
  return `saw ${counts.join(", ")} in ${duration(deadline.elapsed())}`;
}
