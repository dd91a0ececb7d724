import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** Time as the code sees it; tests pass one of their own. */
export interface Clock {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Sleeps for so long, or less if it is called off. */
  sleep(ms: number, calledOff?: AbortSignal): Promise<void>;
  /** A number from 0 (inclusive) to 1 (exclusive), for jitter. */
  random(): number;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, calledOff) => {
    if (calledOff === undefined) await sleep(ms);
    else await sleep(ms, undefined, { signal: calledOff }).catch(() => undefined);
  },
  random: () => Math.random(),
};

/** Sleeps for so long, or until something comes, whichever is first. No timer outlives it. */
export async function sleepUntil(comes: Promise<void>, ms: number, clock: Clock): Promise<void> {
  const isHere = new AbortController();
  await Promise.race([clock.sleep(ms, isHere.signal), comes]);
  isHere.abort();
}

/** The moment by which a piece of work has to be done. */
export class Deadline {
  private readonly startedAt: number;
  private paused = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limitMs: number,
  ) {
    this.startedAt = clock.now();
  }

  /** Milliseconds used so far, without the pauses. */
  elapsed(): number {
    return this.clock.now() - this.startedAt - this.paused;
  }

  /** Milliseconds left; never below zero. */
  remaining(): number {
    return Math.max(0, this.limitMs - this.elapsed());
  }

  /** The whole limit, in words. */
  get limit(): string {
    return duration(this.limitMs);
  }

  /** Runs something whose time does not count, such as queuing for a lock. */
  async uncounted<T>(task: () => Promise<T>): Promise<T> {
    const before = this.clock.now();
    try {
      return await task();
    } finally {
      this.paused += this.clock.now() - before;
    }
  }
}

/** `1m 30s`, `12s`, `0.4s`: a duration for people. */
export function duration(ms: number): string {
  if (ms < 10_000) return `${Number((ms / 1000).toFixed(1))}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)}m` : `${Math.floor(seconds / 60)}m ${rest}s`;
}
