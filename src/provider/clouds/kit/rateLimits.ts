import type { Outcome, Rate } from "../../../io/rateLimit";
import { RateLimit } from "../../../io/rateLimit";
import { duration } from "../../../io/clock";
import { isPeeringError } from "../../../model/errors";
import type { Context } from "../context";

/** A wait for room under a limit that is worth a word, in milliseconds. */
const NOTICEABLE_MS = 1_000;

/** A call as a limit sees it. */
interface Counted {
  action: string;
  /** What the cloud counts the action's calls by, such as the region. */
  by: string;
  /** The documented limit, if there is one. */
  rate: Rate | undefined;
}

/** The rate limits of one account: one for each action, and where they are counted apart, for each region. */
export class RateLimits {
  private readonly limits = new Map<string, RateLimit>();

  /** Makes a call when there is room for it. The time in the queue does not count against the deadline. */
  async keeping<T>({ action, by, rate }: Counted, context: Context, task: () => Promise<T>): Promise<T> {
    if (rate === undefined) return await task();
    const key = `${action} ${by}`;
    const limit = this.limits.get(key) ?? new RateLimit(context.clock, rate);
    this.limits.set(key, limit);
    const turn = (): ReturnType<RateLimit["enter"]> =>
      limit.enter((waitMs) => {
        if (waitMs < NOTICEABLE_MS) return;
        context.report(`${action} is called too often for now: waiting ${duration(waitMs)}`);
      });
    const queued = (): ReturnType<RateLimit["enter"]> => context.deadline.uncounted(turn);
    const ended = await (context.whileQueued?.(queued) ?? queued());
    let outcome: Outcome = "passed";
    try {
      return await task();
    } catch (error) {
      if (isPeeringError(error, "throttled")) outcome = "throttled";
      throw error;
    } finally {
      ended(outcome);
    }
  }
}
