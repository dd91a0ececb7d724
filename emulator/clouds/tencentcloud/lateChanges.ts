import type { PeeringRecord } from "../../core/store/peering";
import type { Clock } from "../../core/time/clock";

/** What of a peering can change. */
export interface Changeable {
  readonly name: string;
  readonly bandwidth: number | null;
  readonly chargeType: string | undefined;
}

/** Changes that reads do not show yet: until then, they show a peering as it was before. */
export class LateChanges {
  readonly #hidden = new WeakMap<PeeringRecord, { readonly until: number; readonly before: Changeable }>();

  constructor(private readonly clock: Clock) {}

  /** Lets reads show a peering as it is now for some time, whatever becomes of it. */
  hideFor(peering: PeeringRecord, ms: number): void {
    this.#hidden.set(peering, { until: this.clock.now() + ms, before: this.shown(peering) });
  }

  /** The peering as reads show it. */
  shown(peering: PeeringRecord): Changeable {
    const hidden = this.#hidden.get(peering);
    if (hidden && this.clock.now() < hidden.until) return hidden.before;
    return {
      name: peering.requester.labels.name,
      bandwidth: peering.bandwidth,
      chargeType: peering.attributes["chargeType"],
    };
  }
}
