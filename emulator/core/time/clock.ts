/** The times that a clock may show: of the years 1970 to 9999, so that every one can be written as a date. */
export const clockRange = { from: 0, to: Date.parse("9999-12-31T23:59:59.999Z") };

/** The emulator's clock: the machine's clock plus an offset that tests may change. It never stands still. */
export class Clock {
  #offset: number;
  readonly #offsetAtStart: number;

  constructor(
    now?: number,
    private readonly machine: () => number = Date.now,
  ) {
    this.#offsetAtStart = now === undefined ? 0 : now - machine();
    this.#offset = this.#offsetAtStart;
  }

  /** The emulated time in milliseconds since 1970. */
  now(): number {
    return this.machine() + this.#offset;
  }

  /**
   * How far the clock of a client that signed at `at` is off. Clients' own clocks do not follow a clock that a test
   * moves, so the time as it would be had nobody moved it is just as good.
   */
  skewOf(at: number): number {
    const unmoved = this.machine() + this.#offsetAtStart;
    return Math.min(Math.abs(this.now() - at), Math.abs(unmoved - at));
  }

  set(now: number): void {
    this.#offset = now - this.machine();
  }
}
