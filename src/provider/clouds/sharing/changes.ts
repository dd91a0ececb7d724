import type { Context } from "../context";

/**
 * The changes that a process makes with one set of keys. A list that was begun before the end of a change says nothing
 * of what comes after it.
 */
export class Changes {
  /** How many changes are under way. One that waits for room under a limit is not. */
  underWay = 0;
  /** How often a change has begun or ended. From one count to an equal one, nothing was changed. */
  count = 0;

  /** Makes a change. */
  async making<T>(change: (context: Context) => Promise<T>, context: Context): Promise<T> {
    this.begin();
    try {
      return await change({ ...context, whileQueued: (wait) => this.pausing(wait) });
    } finally {
      this.end();
    }
  }

  private async pausing<T>(wait: () => Promise<T>): Promise<T> {
    this.end();
    try {
      return await wait();
    } finally {
      this.begin();
    }
  }

  private begin(): void {
    this.underWay++;
    this.count++;
  }

  private end(): void {
    this.underWay--;
    this.count++;
  }
}
