import { isPeeringError } from "../../../model/errors";
import type { Context } from "../../clouds/context";

/** What a question may fail for that is asked in another one's time. */
const PASSING = ["busy", "throttled", "transient", "timeout"] as const;

/** How old an answer may be, in milliseconds. */
const FRESH_MS = 5_000;

/** A question that many ask, each of whom gets an answer that is no older than 5 s. */
export class SharedLook<T> {
  private latest: { answer: Promise<T>; at: number } | undefined;

  constructor(private readonly ask: (context: Context) => Promise<T>) {}

  async get(context: Context): Promise<T> {
    const now = context.clock.now();
    if (this.latest !== undefined && now - this.latest.at <= FRESH_MS) {
      try {
        return await this.latest.answer;
      } catch (error) {
        // It was another one's time that was over.
        if (!isPeeringError(error, ...PASSING)) throw error;
        return await this.ask(context);
      }
    }
    const latest = { answer: this.ask(context), at: now };
    this.latest = latest;
    // Whoever asks after a failure asks anew.
    latest.answer.catch(() => {
      if (this.latest === latest) this.latest = undefined;
    });
    return await latest.answer;
  }
}
