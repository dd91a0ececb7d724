import type { Clock } from "../time/clock";
import { enter, settle } from "./lifecycle";
import type { PeeringRecord, PeeringSide } from "./peering";
import { PeeringsByVpc } from "./peeringsByVpc";
import type { PeeringStatus } from "./status";

/** What a new peering is made of. */
export type NewPeering = Pick<
  PeeringRecord,
  "cloud" | "id" | "status" | "bandwidth" | "requester" | "accepter" | "attributes"
> & { readonly createdAt?: number };

/** How long a request waits, and how many deleted peerings stay. */
interface Bounds {
  readonly expireMs: number;
  readonly mostDeleted: number;
}

/** All peerings of all clouds. Whoever reads one sees it as it stands at that instant of the clock. */
export class PeeringStore {
  readonly #peerings = new Map<string, PeeringRecord>();
  readonly #byVpc = new PeeringsByVpc();
  /** Those that are deleted or will be by themselves. */
  readonly #going = new Set<PeeringRecord>();
  #made = 0;

  constructor(
    private readonly clock: Clock,
    private readonly bounds: Bounds,
  ) {}

  add(peering: NewPeering): PeeringRecord {
    const createdAt = peering.createdAt ?? this.clock.now();
    const record: PeeringRecord = {
      ...peering,
      seq: ++this.#made,
      createdAt,
      updatedAt: createdAt,
      word: null,
      expiresAt: null,
      deletedAt: null,
      erased: false,
      next: null,
    };
    this.#peerings.set(record.id, record);
    this.#byVpc.add(record);
    enter(record, peering.status, createdAt, this.bounds.expireMs);
    this.#noteWhetherGoing(record);
    this.#forgetOldest();
    return record;
  }

  /** The peering with this id, deleted or not. */
  find(id: string): PeeringRecord | undefined {
    const peering = this.#peerings.get(id);
    return peering && this.#settled(peering);
  }

  /** All peerings, or those of one cloud, or of that only those that join these VPCs; deleted ones included, oldest first. */
  list(cloud?: string, vpcIds: readonly string[] = []): PeeringRecord[] {
    const found =
      cloud !== undefined && vpcIds.length > 0
        ? this.#byVpc.joining(cloud, vpcIds)
        : [...this.#peerings.values()].filter((one) => cloud === undefined || one.cloud === cloud);
    const now = this.clock.now();
    return found.map((peering) => this.#settled(peering, now));
  }

  /** Changes the status now and, with `then`, once more by itself after that long. */
  move(
    peering: PeeringRecord,
    status: PeeringStatus,
    then?: { readonly afterMs: number; readonly status: PeeringStatus },
  ): void {
    const now = this.clock.now();
    enter(peering, status, now, this.bounds.expireMs);
    if (then) peering.next = { at: now + then.afterMs, status: then.status };
    this.#noteWhetherGoing(peering);
  }

  /** Sets when a pending request lapses. */
  expireAt(peering: PeeringRecord, at: number | null): void {
    peering.expiresAt = at;
    if (peering.status === "pending") peering.next = at === null ? null : { at, status: "expired" };
  }

  /** Puts an end of a peering somewhere else. */
  moveEnd(
    peering: PeeringRecord,
    end: "requester" | "accepter",
    to: Partial<Omit<PeeringSide, "labels">>,
  ): void {
    this.#byVpc.delete(peering);
    Object.assign(peering[end], to);
    this.#byVpc.add(peering);
  }

  /** Removes a peering at once; only its row in the admin API stays. */
  erase(peering: PeeringRecord): void {
    this.move(peering, "deleted");
    peering.erased = true;
  }

  #settled(peering: PeeringRecord, now = this.clock.now()): PeeringRecord {
    settle(peering, now, this.bounds.expireMs);
    return peering;
  }

  #noteWhetherGoing(peering: PeeringRecord): void {
    const isGoing = peering.status === "deleted" || peering.next?.status === "deleted";
    if (isGoing) this.#going.add(peering);
    else this.#going.delete(peering);
  }

  /** Forgets the peerings that were made first of those that are deleted, if they are too many. */
  #forgetOldest(): void {
    if (this.#going.size <= this.bounds.mostDeleted) return;
    const deleted = [...this.#going]
      .filter((peering) => this.#settled(peering).status === "deleted")
      .sort((a, b) => a.seq - b.seq);
    for (const peering of deleted.slice(0, -this.bounds.mostDeleted)) {
      this.#peerings.delete(peering.id);
      this.#byVpc.delete(peering);
      this.#going.delete(peering);
    }
  }
}
