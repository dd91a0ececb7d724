import { pauseAfter } from "../../../io/wait";
import { isPeeringError } from "../../../model/errors";
import type { Place, Route } from "../../../model/route";
import { isAmong } from "../../../model/route";
import type { Context } from "../../clouds/context";
import type { RouteTable, RouteVerbs, TableChange, VpcRef } from "../../clouds/routing";
import { contextOfAll } from "../../clouds/sharing/contextOfAll";
import { KnownTables } from "./knownTables";
import type { Goal, Plan } from "./plan";
import { SharedLook } from "./sharedLook";
import { afterwards, merged, planned } from "./plan";
import { obstacleIn, outOfTime, refusedInVain, wordsFor } from "./words";

/** How a goal was reached. */
export interface Reached {
  routes: Route[];
  /** Equal routes that were there already, and count as this stack's from now on. */
  takenOver: Place[];
}

/** Somebody who waits until the tables are as they should be. */
interface Waiting {
  goal: Goal;
  context: Context;
  since: number;
  takenOver: Place[];
  /** How often the cloud refused what the tables seemed to need. */
  refusals: number;
  /** Whether it is written by itself, so that a refusal is its own. */
  isAlone: boolean;
  /** Since when the cloud is at work on what was written for it. */
  writtenAt?: number;
  resolve: (reached: Reached) => void;
  reject: (error: unknown) => void;
}

/** Who has something to be written, and what. */
interface Step {
  one: Waiting;
  plan: Plan;
}

/** Goals that come within this time of one another are written together, in milliseconds. */
const TOGETHER_MS = 80;
/** But none waits longer for others, in milliseconds. */
const LONGEST_GATHERING_MS = 400;
/** How often the cloud may refuse what the tables seem to need: another process may write them, and a look may come late. */
const MOST_REFUSALS = 8;
/** The first pause after such a refusal, in milliseconds. Each pause is twice the one before. */
const FIRST_PAUSE_MS = 250;
/** The longest of them, in milliseconds. */
const LONGEST_PAUSE_MS = 4_000;

/**
 * The route tables of one VPC, for all connections that one process manages. One write at a time, and all that wait
 * meanwhile are written together: the table of a hub is written a few times, not once for each spoke.
 */
export class VpcRoutes {
  private waiting: Waiting[] = [];
  private isAtWork = false;
  private readonly known: KnownTables;
  private readonly ipv4Blocks: SharedLook<string[] | undefined>;
  private readonly allBlocks: SharedLook<string[] | undefined>;

  constructor(
    private readonly vpc: VpcRef,
    private readonly verbs: RouteVerbs,
    private readonly isAsynchronous: boolean,
  ) {
    this.known = new KnownTables(vpc, verbs);
    this.ipv4Blocks = new SharedLook((context) => verbs.blocks({ ...vpc, ipv6: false }, context));
    this.allBlocks = new SharedLook((context) => verbs.blocks({ ...vpc, ipv6: true }, context));
  }

  /** Writes until the tables are as one connection needs them. Fails, with nothing written, if something is in the way. */
  async bring(goal: Goal, context: Context): Promise<Reached> {
    return await new Promise<Reached>((resolve, reject) => {
      const fresh = { since: context.clock.now(), takenOver: [], refusals: 0, isAlone: false };
      this.waiting.push({ goal, context, ...fresh, resolve, reject });
      void this.workOff();
    });
  }

  /** The tables, for a refresh: many of those share one look. */
  async look(context: Context): Promise<RouteTable[]> {
    return await this.known.forLooks(context);
  }

  /** The blocks of the VPC; all that ask at about the same time share one look. */
  async blocks(ipv6: boolean, context: Context): Promise<string[] | undefined> {
    return await (ipv6 ? this.allBlocks : this.ipv4Blocks).get(context);
  }

  private async workOff(): Promise<void> {
    if (this.isAtWork) return;
    this.isAtWork = true;
    while (this.waiting.length > 0) {
      await this.gather();
      await this.round(this.nextOnes());
    }
    this.isAtWork = false;
  }

  /** Before a first write, waits until 80 ms pass without another goal: 400 ms at most. After a refusal, waits longer. */
  private async gather(): Promise<void> {
    const [
      {
        context: { clock },
      },
    ] = this.waiting as [Waiting];
    const refusals = Math.max(...this.waiting.map((one) => one.refusals));
    if (refusals > 0) {
      await clock.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (refusals - 1)));
      return;
    }
    const began = clock.now();
    for (let before = 0; before < this.newcomers() && clock.now() - began < LONGEST_GATHERING_MS;) {
      before = this.newcomers();
      await clock.sleep(TOGETHER_MS);
    }
  }

  private newcomers(): number {
    return this.waiting.filter(({ writtenAt }) => writtenAt === undefined).length;
  }

  /** All that wait; or one that has to be by itself. */
  private nextOnes(): Waiting[] {
    const all = this.waiting.splice(0);
    const alone = all.find(({ isAlone }) => isAlone);
    if (alone === undefined) return all;
    this.waiting.push(...all.filter((one) => one !== alone));
    return [alone];
  }

  /** Looks, plans for all, and writes once. */
  private async round(ones: readonly Waiting[]): Promise<void> {
    const inTime = ones.filter((one) => !isOutOfTime(one));
    if (inTime.length === 0) return;
    const context = contextOfAll(inTime.map((one) => one.context));
    try {
      const steps = await this.stepsFor(inTime, context);
      const changes = merged(steps.flatMap(({ plan }) => plan.changes));
      if (changes.length > 0) await this.write(changes, steps, context);
      else if (steps.length > 0) await this.waitFor(steps, context);
    } catch (error) {
      this.known.forget();
      for (const one of inTime) this.goOn(one, error, inTime.length > 1);
    }
  }

  /** What each has to have written. Whoever is there already, or can never be, is told so. */
  private async stepsFor(ones: readonly Waiting[], context: Context): Promise<Step[]> {
    const plansOn = (tables: readonly RouteTable[]): Step[] => {
      let ahead = tables;
      return ones.map((one) => {
        const plan = planned(ahead, one.goal);
        // Of two that want the same place, the second has to see that it is taken.
        if (obstacleIn(plan, this.vpc) === undefined) ahead = afterwards(ahead, plan.changes, "coming");
        return { one, plan };
      });
    };
    const isNew = ones.every(({ refusals }) => refusals === 0);
    const tables = isNew ? await this.known.forPlans(context) : await this.known.read(context);
    let steps = plansOn(tables);
    // What this process itself has written has no ids before a look.
    const needsIds = steps.some(({ plan }) => plan.changes.some(touchesWhatIsThere));
    if (this.known.isAssumed && needsIds) steps = plansOn(await this.known.read(context));
    return steps.filter(({ one, plan }) => {
      for (const place of plan.takenOver) if (!isAmong(place, one.takenOver)) one.takenOver.push(place);
      const obstacle = obstacleIn(plan, this.vpc);
      if (obstacle !== undefined) one.reject(obstacle);
      const isThere = plan.changes.length === 0 && !plan.isUnderWay;
      if (obstacle === undefined && isThere) one.resolve({ routes: plan.routes, takenOver: one.takenOver });
      return obstacle === undefined && !isThere;
    });
  }

  /** All that is left is for the cloud to finish. */
  private async waitFor(steps: readonly Step[], context: Context): Promise<void> {
    const { clock } = context;
    const since = Math.max(...steps.map(({ one }) => one.writtenAt ?? one.since));
    context.report("waiting until the routes are in force");
    await clock.sleep(pauseAfter(clock.now() - since));
    this.known.forget();
    this.waiting.unshift(...steps.map(({ one }) => one));
  }

  private async write(
    changes: readonly TableChange[],
    steps: readonly Step[],
    context: Context,
  ): Promise<void> {
    const failures = new Map<Waiting, unknown>();
    const told: RouteTable[] = [];
    for (const change of changes) {
      context.report(wordsFor(change));
      const concerned = steps.filter(({ plan }) => plan.changes.some(({ table }) => table === change.table));
      try {
        const { table, refused } = await this.verbs.write({ ...this.vpc, change }, context);
        if (table !== undefined) told.push(table);
        for (const { destination, error } of refused) {
          const whose = concerned.filter(({ one }) => one.goal.destinations.includes(destination));
          for (const { one } of whose) failures.set(one, error);
        }
      } catch (error) {
        for (const { one } of concerned) failures.set(one, error);
      }
    }
    if (failures.size > 0 || this.isAsynchronous) this.known.forget();
    else this.known.assume(changes, told);
    for (const { one } of steps) this.goOn(one, failures.get(one), steps.length > 1);
  }

  /** What comes after a write: another look, another try, or an end. */
  private goOn(one: Waiting, failure: unknown, isShared: boolean): void {
    if (failure === undefined) {
      one.writtenAt = one.context.clock.now();
      one.refusals = 0;
      this.waiting.push(one);
    } else if (isPeeringError(failure, "duplicate", "gone", "busy", "transient")) {
      one.refusals++;
      if (one.refusals < MOST_REFUSALS) this.waiting.push(one);
      else one.reject(refusedInVain(failure, one.refusals));
    } else if (isShared) {
      // Another one's mistake may have failed all.
      one.isAlone = true;
      this.waiting.push(one);
    } else {
      one.reject(failure);
    }
  }
}

function isOutOfTime(one: Waiting): boolean {
  if (one.context.deadline.remaining() > 0) return false;
  one.reject(outOfTime(one.goal, one.context));
  return true;
}

function touchesWhatIsThere({ redirect, enable, remove }: TableChange): boolean {
  return redirect.length + enable.length + remove.length > 0;
}
