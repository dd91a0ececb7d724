import type { Clock } from "./clock";

/** A cloud's limit on one action: so many calls in any window of this length. */
export interface Rate {
  calls: number;
  windowMs: number;
}

/** How long nothing is called after a throttled call, at the most: others with the same account may be calling too. */
const LONGEST_BREAK_MS = 500;

/**
 * Limits up to so many times the documented one are counted for. With 100 calls a minute, that is 1,600: once more have
 * passed in a minute, there is no limit.
 */
const MOST_TIMES = 16;

/** What became of a call, as far as a limit is concerned. */
export type Outcome = "passed" | "throttled";

/** When to come back if there is no room now: after so long, or when a call under way is answered. */
type Wait = number | "answer";

/**
 * Keeps the calls of one action under the cloud's own limit, as far as the cloud enforces one: accounts may have had
 * theirs raised. So when the documented limit is reached for the first time, one call goes ahead alone. If it passes,
 * twice the limit is believed; once a call is throttled, the limit is real, and what passed until then is kept to.
 */
export class RateLimit {
  /** When each call of the last window was answered, oldest first: by then it had surely arrived. */
  private answered: number[] = [];
  private underWay = 0;
  private isReal = false;
  private isTrying = false;
  /** After a throttled call: the next one comes later, and alone. */
  private isTight = false;
  private closedUntil = Number.NEGATIVE_INFINITY;
  private waiting: (() => void)[] = [];

  /** How many calls in a window are believed to pass. */
  private believed: number;

  constructor(
    private readonly clock: Clock,
    private readonly documented: Rate,
  ) {
    this.believed = documented.calls;
  }

  /** Waits until there is room; `report` is told of waits that somebody may notice. Call the answer when the call has ended. */
  async enter(report: (waitMs: number) => void): Promise<(outcome: Outcome) => void> {
    for (let wait = this.wait(); wait !== 0; wait = this.wait()) {
      if (wait === "answer") {
        await new Promise<void>((resolve) => this.waiting.push(resolve));
      } else {
        report(wait);
        await this.clock.sleep(wait);
      }
    }
    const isTrial = this.isFull();
    if (isTrial) this.isTrying = true;
    this.underWay++;
    return (outcome) => {
      this.underWay--;
      if (outcome === "passed") this.notePassed();
      else this.noteThrottled();
      if (isTrial) this.endTrial();
      for (const goOn of this.waiting.splice(0)) goOn();
    };
  }

  private wait(): Wait {
    const now = this.clock.now();
    if (now < this.closedUntil) return this.closedUntil - now;
    if (this.isTight && this.underWay > 0) return "answer";
    if (!this.isFull()) return 0;
    if (!this.isReal) return this.isTrying ? "answer" : 0;
    const [oldest] = this.answered;
    return oldest === undefined ? "answer" : Math.max(1, oldest + this.documented.windowMs - now);
  }

  private isFull(): boolean {
    const since = this.clock.now() - this.documented.windowMs;
    while ((this.answered[0] ?? Number.POSITIVE_INFINITY) <= since) this.answered.shift();
    return this.answered.length + this.underWay >= this.believed;
  }

  private notePassed(): void {
    this.isTight = false;
    this.answered.push(this.clock.now());
    if (this.answered.length > MOST_TIMES * this.documented.calls) this.answered.shift();
  }

  /** The call that went ahead alone has ended, and was not throttled unless the limit is real by now. */
  private endTrial(): void {
    this.isTrying = false;
    if (!this.isReal) this.believed *= 2;
  }

  private noteThrottled(): void {
    this.isTight = true;
    this.isReal = true;
    this.believed = Math.max(this.documented.calls, this.answered.length);
    this.closedUntil = this.clock.now() + Math.min(LONGEST_BREAK_MS, this.documented.windowMs / 20);
  }
}
