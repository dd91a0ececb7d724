import type { Clock } from "./clock";

/** Counts calls in a sliding window of the emulated clock. */
export class RateLimiter {
  readonly #calls = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts one call under `key`, unless that would be more than `limit` in `windowMs`: then false. A limit of 0 is off. */
  admit(key: string, limit: number, windowMs: number): boolean {
    if (limit === 0) return true;
    const now = this.clock.now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    const admitted = recent.length < limit;
    if (admitted) recent.push(now);
    this.#calls.set(key, recent);
    return admitted;
  }
}
