import type { Clock } from "../../../src/io/clock";

/** A clock whose time passes only while somebody sleeps, and then at once. */
export class FakeClock implements Clock {
  /** Every pause that was asked for, in order. */
  readonly pauses: number[] = [];
  private time: number;
  private readonly sleepers: { at: number; wake: () => void }[] = [];

  /** `random` is asked for jitter; by default it is always in the middle. */
  constructor(
    private readonly chance: () => number = () => 0.5,
    startsAt = 1_000,
  ) {
    this.time = startsAt;
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance();
  }

  sleep(ms: number): Promise<void> {
    this.pauses.push(ms);
    return this.after(ms);
  }

  /** The same as a sleep, but not among the pauses: time that the tested code does not ask for. */
  after(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.sleepers.push({ at: this.time + ms, wake });
      setImmediate(() => {
        this.wakeNext();
      });
    });
  }

  private wakeNext(): void {
    this.sleepers.sort((a, b) => a.at - b.at);
    const next = this.sleepers.shift();
    if (next === undefined) return;
    this.time = Math.max(this.time, next.at);
    next.wake();
  }
}

/** Jitter that repeats these numbers for ever. */
export function chances(numbers: readonly number[]): () => number {
  let asked = 0;
  return () => numbers[asked++ % numbers.length] ?? 0.5;
}
