import type { RouteRecord, RouteTable } from "../../core/routes/route";
import type { Core } from "../../core/core";

interface Write {
  readonly at: number;
  readonly before: readonly RouteRecord[];
}

/**
 * What becomes of two changes of one table at almost the same time, where the settings have the later one overwrite what
 * the earlier one wrote: each has read the table as it was before both.
 */
export class LostUpdates {
  readonly #last = new WeakMap<RouteTable, Write>();

  constructor(
    private readonly core: Core,
    private readonly withinMs: number,
  ) {}

  /** Called before a change: takes the table back to what this change has read. */
  begin(table: RouteTable): void {
    if (this.withinMs === 0) return;
    const { clock, routes } = this.core;
    const last = this.#last.get(table);
    const isLost = last !== undefined && clock.now() < last.at + this.withinMs;
    const before = isLost ? last.before : routes.routes(table).map((route) => ({ ...route }));
    this.#last.set(table, { at: clock.now(), before });
    if (isLost)
      routes.restore(
        table,
        before.map((route) => ({ ...route })),
      );
  }
}
