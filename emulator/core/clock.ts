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
   * The time as it would be had nobody moved the clock since the start. Clients sign with clocks of their own, which do
   * not jump along, so signatures may match this time as well.
   */
  unmoved(): number {
    return this.machine() + this.#offsetAtStart;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  set(now: number): void {
    this.#offset = now - this.machine();
  }
}
