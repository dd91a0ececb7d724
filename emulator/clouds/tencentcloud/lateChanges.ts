import type { Clock } from "../../core/time/clock";
import type { PeeringRecord } from "../../core/store/peering";

/** What of a connection can change. */
export interface Changeable {
  readonly name: string;
  readonly bandwidth: number | null;
  readonly chargeType: string | undefined;
}

const attribute = "shownUntil";

/** Lets reads show a connection as it is now for some time, whatever becomes of it. */
export function showLater(clock: Clock, peering: PeeringRecord, afterMs: number): void {
  const { name } = peering.requester.labels;
  const before: Changeable = beforeChange(clock, peering) ?? {
    name,
    bandwidth: peering.bandwidth,
    chargeType: peering.attributes["chargeType"],
  };
  peering.attributes[attribute] = JSON.stringify({ until: clock.now() + afterMs, before });
}

/** How reads still show a connection that was changed a moment ago; nothing if they show it as it is. */
export function beforeChange(clock: Clock, { attributes }: PeeringRecord): Changeable | undefined {
  const note = attributes[attribute];
  if (note === undefined) return undefined;
  const { until, before } = JSON.parse(note) as { until: number; before: Changeable };
  return clock.now() < until ? before : undefined;
}
