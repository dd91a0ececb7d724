import { pauseAfter } from "../../../io/wait";
import type { Context } from "../../clouds/context";
import type { RouteTable, RouteVerbs, TableChange, VpcRef } from "../../clouds/routing";
import { contextOfAll } from "../../clouds/sharing/contextOfAll";
import { Gathering } from "./gathering";
import { KnownTables } from "./knownTables";
import type { Goal } from "./plan";
import { SharedLook } from "./sharedLook";
import type { Step } from "./steps";
import { merged } from "./plan";
import { hasChange, isWorthWriting, plansFor, touches, touchesUnnamed } from "./steps";
import type { Reached } from "./waiting";
import { Waiting } from "./waiting";
import { obstacleIn, wordsFor } from "./words";

/** The first pause after a setback, in milliseconds. Each pause is twice the one before. */
const FIRST_PAUSE_MS = 250;
/** The longest of them, in milliseconds. */
const LONGEST_PAUSE_MS = 4_000;
/** When the first look comes at what a cloud goes on working at, in milliseconds after the write: nothing is done at once. */
const FIRST_LOOK_MS = 20;
/** The last look comes this long before the deadline, in milliseconds, so that it can still be answered. */
const LAST_LOOK_MS = 250;

/** What there is to know of the cloud, and of the process. */
interface Around {
  /** Whether the cloud goes on working after its answer. */
  isAsynchronous: boolean;
  /** Whether anything is under way besides those who wait here or at other VPCs. */
  isMoreUnderWay: () => boolean;
}

/**
 * The route tables of one VPC, for all connections that one process manages. One write at a time, and all that wait
 * meanwhile are written together: the table of a hub is written a few times, not once for each spoke.
 */
export class VpcRoutes {
  private waiting: Waiting[] = [];
  private isAtWork = false;
  private readonly gathering: Gathering;
  private readonly known: KnownTables;
  private readonly ipv4Blocks: SharedLook<string[] | undefined>;
  private readonly allBlocks: SharedLook<string[] | undefined>;

  constructor(
    private readonly vpc: VpcRef,
    private readonly verbs: RouteVerbs,
    private readonly around: Around,
  ) {
    this.gathering = new Gathering(() => this.waiting.length, around.isMoreUnderWay);
    this.known = new KnownTables(vpc, verbs);
    this.ipv4Blocks = new SharedLook((context) => verbs.blocks({ ...vpc, ipv6: false }, context));
    this.allBlocks = new SharedLook((context) => verbs.blocks({ ...vpc, ipv6: true }, context));
  }

  /** How many wait here for others to come. */
  get idle(): number {
    return this.gathering.isUnderWay ? this.waiting.length : 0;
  }

  /** Writes until the tables are as one connection needs them. Fails, with nothing written, if something is in the way. */
  async bring(goal: Goal, context: Context): Promise<Reached> {
    return await new Promise<Reached>((resolve, reject) => {
      this.waiting.push(new Waiting(goal, context, { resolve, reject }));
      this.gathering.noteArrival(goal.connectionId, context.clock.now());
      void this.workOff();
    });
  }

  /** The tables, for a refresh: many of those share one look. */
  async look(context: Context): Promise<RouteTable[]> {
    return await this.known.forLooks(context);
  }

  /** The tables as they are at this moment. */
  async lookAnew(context: Context): Promise<RouteTable[]> {
    return await this.known.read(context);
  }

  /** The blocks of the VPC; all that ask at about the same time share one look. */
  async blocks({ ipv6 }: { ipv6: boolean }, context: Context): Promise<string[] | undefined> {
    return await (ipv6 ? this.allBlocks : this.ipv4Blocks).get(context);
  }

  private async workOff(): Promise<void> {
    if (this.isAtWork) return;
    this.isAtWork = true;
    while (this.waiting.length > 0) {
      await this.pause();
      const underWay = this.waiting.filter((one) => one.isUnderWay());
      if (underWay.length === 0) await this.gather();
      // While the cloud is at work on what was written, it takes nothing more. Whoever comes meanwhile is written next.
      await this.round(this.take(underWay.length > 0 ? underWay : this.nextOnes()));
      this.waiting = this.waiting.filter((one) => !one.isOutOfTime());
    }
    this.isAtWork = false;
  }

  /** A pause after a setback. */
  private async pause(): Promise<void> {
    const paused = this.waiting.filter(({ needsPause }) => needsPause);
    if (paused.length === 0) return;
    const { clock, deadline } = contextOfAll(this.waiting.map((one) => one.context));
    const most = Math.max(...paused.map(({ setbacks }) => setbacks));
    for (const one of paused) one.needsPause = false;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (most - 1));
    await clock.sleep(Math.min(pause, Math.max(0, deadline.remaining())));
  }

  /** Where somebody is new, waits for others. */
  private async gather(): Promise<void> {
    const [first] = this.waiting;
    if (first === undefined || first.setbacks > 0) return;
    await this.gathering.gather(first.context.clock);
  }

  /** All that wait; or one that has to be by itself. */
  private nextOnes(): readonly Waiting[] {
    const alone = this.waiting.find(({ isAlone }) => isAlone);
    return alone === undefined ? this.waiting : [alone];
  }

  private take(ones: readonly Waiting[]): readonly Waiting[] {
    this.waiting = this.waiting.filter((one) => !ones.includes(one));
    return ones;
  }

  /** Looks, plans for all, and writes once. */
  private async round(ones: readonly Waiting[]): Promise<void> {
    const inTime = ones.filter((one) => !one.isOutOfTime());
    if (inTime.length === 0) return;
    const context = contextOfAll(inTime.map((one) => one.context));
    try {
      const steps = await this.stepsFor(inTime, context);
      if (steps.some(hasChange)) await this.write(steps.filter(isWorthWriting), context);
      else if (steps.length > 0) await this.waitFor(steps, context);
    } catch (error) {
      this.known.forget();
      for (const one of inTime) if (one.noteFailure(error, inTime.length)) this.waiting.push(one);
    }
  }

  /** What each has to have written. Whoever is there already, or can never be, is told so. */
  private async stepsFor(ones: readonly Waiting[], context: Context): Promise<Step[]> {
    const needsLook = ones.some((one) => one.needsLook);
    const tables = needsLook ? await this.known.read(context) : await this.known.forPlans(context);
    let steps = plansFor(ones, tables);
    // What this process itself has written has no ids before a look.
    if (this.known.isAssumed && steps.some(touchesUnnamed))
      steps = plansFor(ones, await this.known.read(context));
    return steps.filter(({ one, plan }) => {
      const obstacle = obstacleIn({ plan, mark: one.goal.mark, isUntouched: one.isUntouched() }, this.vpc);
      if (obstacle !== undefined) {
        one.fail(obstacle);
        return false;
      }
      one.noteTakenOver(plan.takenOver);
      const isThere = plan.changes.length === 0 && !plan.isUnderWay;
      if (isThere) one.succeed(plan.routes);
      return !isThere;
    });
  }

  /** All that is left is for the cloud to finish. */
  private async waitFor(steps: readonly Step[], context: Context): Promise<void> {
    context.report("waiting until the routes are in force");
    this.waiting.unshift(...steps.map(({ one }) => one));
    const { clock, deadline } = contextOfAll(this.waiting.map((one) => one.context));
    const since = Math.max(...steps.map(({ one }) => one.writtenAt ?? one.since));
    const [pause, left] = [pauseAfter(clock.now() - since), deadline.remaining()];
    await clock.sleep(left > LAST_LOOK_MS ? Math.min(pause, left - LAST_LOOK_MS) : Math.max(0, left));
    this.known.forget();
  }

  private async write(steps: readonly Step[], context: Context): Promise<void> {
    const changes = merged(steps.flatMap(({ plan }) => plan.changes));
    const failures = new Map<Waiting, unknown>();
    const told: RouteTable[] = [];
    for (const change of changes) {
      context.report(wordsFor(change));
      const concerned = steps.filter((step) => touches(step, change.table));
      for (const { of, error } of await this.written(change, told, context)) {
        const whose = concerned.filter((step) => of === undefined || touches(step, change.table, of));
        for (const { one } of whose) failures.set(one, error);
      }
    }
    if (failures.size > 0 || this.around.isAsynchronous) this.known.forget();
    else this.known.assume(changes, told);
    for (const { one, plan } of steps) {
      if (!failures.has(one)) {
        if (plan.changes.length > 0) one.noteWritten();
        this.waiting.push(one);
      } else if (one.noteFailure(failures.get(one), steps.length)) this.waiting.push(one);
    }
    const { clock, deadline } = context;
    if (this.around.isAsynchronous) await clock.sleep(Math.min(FIRST_LOOK_MS, deadline.remaining()));
  }

  /** Writes one table. Answers what failed: one destination, or the whole call. */
  private async written(
    change: TableChange,
    told: RouteTable[],
    context: Context,
  ): Promise<{ of?: string; error: unknown }[]> {
    try {
      const { table, refused } = await this.verbs.write({ ...this.vpc, change }, context);
      if (table !== undefined) told.push(table);
      return refused.map(({ destination, error }) => ({ of: destination, error }));
    } catch (error) {
      return [{ error }];
    }
  }
}
