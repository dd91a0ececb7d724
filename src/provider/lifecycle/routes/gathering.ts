import type { Clock } from "../../../io/clock";
import { sleepUntil } from "../../../io/clock";

/** Goals that come within `quietMs` of one another are written together; but none waits longer than `longestMs`. */
interface Patience {
  quietMs: number;
  longestMs: number;
}

/** For a VPC that one connection leads to. */
const FOR_ONE: Patience = { quietMs: 80, longestMs: 400 };
/** For one that several share: more may come as long as anything else is under way in this process. */
const FOR_SEVERAL: Patience = { quietMs: 250, longestMs: 3_000 };
/**
 * So many are written without waiting for more. A program's changes run side by side, 8 of them on 2 processors: if all 8
 * waited here, nothing else would go on meanwhile. The 50 spokes of a hub are 9 writes.
 */
const ENOUGH = 6;
/** How long after a goal of another connection a VPC counts as shared by several, in milliseconds. */
const SHARED_FOR_MS = 5_000;

/** Who comes to one VPC, and how long it is worth it to wait for more of them. */
export class Gathering {
  private isGathering = false;
  /** Tells whoever gathers that enough have come. */
  private noteEnough = (): void => undefined;
  /** When each connection last had a goal here. */
  private readonly cameAt = new Map<string, number>();

  constructor(
    private readonly countOfWaiting: () => number,
    private readonly isMoreUnderWay: () => boolean,
  ) {}

  get isUnderWay(): boolean {
    return this.isGathering;
  }

  /** Notes that a goal of a connection came at a moment, and waits now. */
  noteArrival(connectionId: string, at: number): void {
    this.cameAt.set(connectionId, at);
    if (this.countOfWaiting() >= ENOUGH) this.noteEnough();
  }

  /** Waits until enough have come, or nobody else is to be expected. */
  async gather(clock: Clock): Promise<void> {
    const began = clock.now();
    const enough = new Promise<void>((resolve) => (this.noteEnough = resolve));
    this.isGathering = true;
    for (let isQuiet = false; !isQuiet && this.countOfWaiting() < ENOUGH;) {
      const before = this.countOfWaiting();
      const isShared = this.isShared(clock.now());
      const { quietMs, longestMs } = isShared ? FOR_SEVERAL : FOR_ONE;
      if (clock.now() - began >= longestMs) break;
      await sleepUntil(enough, quietMs, clock);
      isQuiet = this.countOfWaiting() === before && !(isShared && this.isMoreUnderWay());
    }
    this.isGathering = false;
  }

  /** Whether goals of several connections came here lately. */
  private isShared(now: number): boolean {
    for (const [connection, at] of this.cameAt) if (now - at > SHARED_FOR_MS) this.cameAt.delete(connection);
    return this.cameAt.size > 1;
  }
}
