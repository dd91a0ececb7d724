import { isPeeringError } from "../../../model/errors";
import type { Place, Route } from "../../../model/route";
import { isAmong } from "../../../model/route";
import type { Context } from "../../clouds/context";
import type { Goal } from "./plan";
import { outOfTime, refusedInVain, undone } from "./words";

/** How a goal was reached. */
export interface Reached {
  routes: Route[];
  /** Equal routes that were there already, and count as this stack's from now on. */
  takenOver: Place[];
}

/** How often what the tables seem to need may be refused, or not last: another process may write them, and a look may come late. */
const MOST_SETBACKS = 8;

/** How long others wait until what was written is in force, in milliseconds: a cloud that is longer at work may be so for ever. */
const OTHERS_WAIT_MS = 30_000;

/** What may be over at the next look. */
const PASSING = ["duplicate", "gone", "busy", "transient"] as const;
/**
 * How a call fails whose time is over. A call for several has the time of the one that has the least left: 10 s if one
 * has 10 s and another 60 s. So the others go on.
 */
const OUT_OF_TIME = ["throttled", "timeout"] as const;

/** Where the outcome is told. */
interface Outcome {
  resolve: (reached: Reached) => void;
  reject: (error: unknown) => void;
}

/** Somebody who waits until the tables are as they should be. */
export class Waiting {
  readonly since: number;
  /** When it was written last, if that was not refused since. */
  writtenAt: number | undefined;
  /** How often a write was refused, or did not last. */
  setbacks = 0;
  /** Whether the next look comes after a pause. */
  needsPause = false;
  /** Whether nothing was written since the last setback: what is known of the tables was no good then. */
  needsLook = false;
  /** Whether it is written by itself, so that a refusal is its own. */
  isAlone = false;
  private readonly takenOver: Place[] = [];
  /** Why the last attempt failed, if it did. */
  private lastFailure: unknown;

  constructor(
    readonly goal: Goal,
    readonly context: Context,
    private readonly outcome: Outcome,
  ) {
    this.since = context.clock.now();
  }

  noteTakenOver(places: readonly Place[]): void {
    this.takenOver.push(...places.filter((place) => !isAmong(place, this.takenOver)));
  }

  succeed(routes: Route[]): void {
    this.outcome.resolve({ routes, takenOver: this.takenOver });
  }

  fail(error: unknown): void {
    this.outcome.reject(error);
  }

  /** Whether its time is over. It fails then. */
  isOutOfTime(): boolean {
    const isOut = this.context.deadline.remaining() <= 0;
    if (isOut) this.fail(this.lastFailure ?? outOfTime(this.goal, this.context));
    return isOut;
  }

  /** Whether nothing can have been written for it so far. */
  isUntouched(): boolean {
    return this.writtenAt === undefined && this.setbacks === 0;
  }

  /** Whether it was written, and others are to wait until that is in force. */
  isUnderWay(): boolean {
    return this.writtenAt !== undefined && this.context.clock.now() - this.writtenAt < OTHERS_WAIT_MS;
  }

  /** Notes that a route is missing that was written before: somebody has undone it, or the cloud does not show it yet. Answers whether it goes on. */
  noteUndone(): boolean {
    return this.goesOnAfter(undone);
  }

  /** Notes a write for it. */
  noteWritten(): void {
    this.writtenAt = this.context.clock.now();
    this.isAlone = false;
    this.needsLook = false;
    this.lastFailure = undefined;
  }

  /** Notes a failure of what was done for so many at once. Answers whether it goes on; else it has failed. */
  noteFailure(failure: unknown, sharers: number): boolean {
    const isShared = sharers > 1;
    this.lastFailure = failure;
    if (isPeeringError(failure, ...PASSING, ...(isShared ? OUT_OF_TIME : [])))
      return this.goesOnAfter((times) => refusedInVain(failure, times));
    // A call for several may have failed for the mistake of one, so each tries alone next. All have the same keys, so a missing right fails each of them.
    this.isAlone = isShared && !isPeeringError(failure, "permission", "credentials");
    if (!this.isAlone) this.fail(failure);
    return this.isAlone;
  }

  private goesOnAfter(lastFailure: (times: number) => Error): boolean {
    this.writtenAt = undefined;
    this.setbacks++;
    this.needsPause = true;
    this.needsLook = true;
    const goesOn = this.setbacks < MOST_SETBACKS;
    if (!goesOn) this.fail(lastFailure(this.setbacks));
    return goesOn;
  }
}
