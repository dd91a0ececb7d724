import { isPeeringError } from "../../../model/errors";
import type { Context } from "../../clouds/context";

/** How a question may fail because whoever asked it first had no more time. Another one may have enough. */
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
        // Whoever asked first had too little time: this one asks in its own.
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
