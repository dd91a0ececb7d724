import { type PeeringRecord, sidesOf } from "./peering";

/** Peerings by the VPCs at their ends: who asks for those of one does not have to look at all of a cloud. */
export class PeeringsByVpc {
  readonly #byVpc = new Map<string, Set<PeeringRecord>>();

  add(peering: PeeringRecord): void {
    for (const key of keysOf(peering)) this.#byVpc.set(key, this.#of(key).add(peering));
  }

  delete(peering: PeeringRecord): void {
    for (const key of keysOf(peering)) {
      const held = this.#of(key);
      held.delete(peering);
      if (held.size === 0) this.#byVpc.delete(key);
    }
  }

  /** Those of a cloud that have all of these VPCs at their ends, oldest first. A hub has thousands, its spokes one each. */
  joining(cloud: string, vpcIds: readonly string[]): PeeringRecord[] {
    const [fewest, ...others] = vpcIds
      .map((vpcId) => this.#of(keyOf(cloud, vpcId)))
      .sort((a, b) => a.size - b.size);
    return [...(fewest ?? [])]
      .filter((peering) => others.every((held) => held.has(peering)))
      .sort((a, b) => a.seq - b.seq);
  }

  #of(key: string): Set<PeeringRecord> {
    return this.#byVpc.get(key) ?? new Set();
  }
}

function keysOf(peering: PeeringRecord): string[] {
  return sidesOf(peering).map(({ vpcId }) => keyOf(peering.cloud, vpcId));
}

function keyOf(cloud: string, vpcId: string): string {
  return `${cloud} ${vpcId}`;
}
