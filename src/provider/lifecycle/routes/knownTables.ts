import type { Context } from "../../clouds/context";
import type { RouteTable, RouteVerbs, TableChange, TableInUse, VpcRef } from "../../clouds/routing";
import { afterwards } from "./plan";

/** How old tables may be that a plan is made on, in milliseconds: others may write them. */
const FRESH_MS = 5_000;
/** How old they may be for a refresh, which writes nothing, in milliseconds. */
const FRESH_FOR_LOOKS_MS = 30_000;

/** The tables of a VPC as they were last seen, or as this process has written them since. */
export class KnownTables {
  /** Whether something was written since they were seen: what is new has no ids here. */
  isAssumed = false;
  private tables: RouteTable[] | undefined;
  private seenAt = 0;
  /** Which tables there are, by the last look that asked. */
  private listed: { tables: TableInUse[]; at: number } | undefined;
  /** How often something was written, or forgotten. */
  private turns = 0;
  private reading: Promise<RouteTable[]> | undefined;

  constructor(
    private readonly vpc: VpcRef,
    private readonly verbs: RouteVerbs,
  ) {}

  /** The tables to make a plan on. */
  async forPlans(context: Context): Promise<RouteTable[]> {
    const { listed } = this;
    const isListFresh = listed !== undefined && context.clock.now() - listed.at <= FRESH_MS;
    return (
      this.youngerThan(FRESH_MS, context) ?? (await this.seen(context, isListFresh ? listed : undefined))
    );
  }

  /** The tables to show; all that look at about the same time share one look. */
  async forLooks(context: Context): Promise<RouteTable[]> {
    const known = this.isAssumed ? undefined : this.youngerThan(FRESH_FOR_LOOKS_MS, context);
    if (known !== undefined) return known;
    const reading = this.reading ?? this.read(context);
    this.reading = reading;
    try {
      return await reading;
    } finally {
      this.reading = undefined;
    }
  }

  /** Reads them now. */
  async read(context: Context): Promise<RouteTable[]> {
    return await this.seen(context);
  }

  private async seen(context: Context, listed?: NonNullable<typeof this.listed>): Promise<RouteTable[]> {
    const [began, turn] = [context.clock.now(), this.turns];
    const tables = await this.verbs.tables({ ...this.vpc, listed: listed?.tables }, context);
    this.listed = { tables, at: listed?.at ?? began };
    // What was written meanwhile may not be in it.
    if (turn !== this.turns) return tables;
    this.tables = tables;
    this.seenAt = began;
    this.isAssumed = false;
    return tables;
  }

  /** Takes what was written for what is there; `told` are those that the cloud itself has shown since. */
  assume(changes: readonly TableChange[], told: readonly RouteTable[]): void {
    this.turns++;
    if (this.tables === undefined) return;
    const assumed = afterwards(this.tables, changes, "present");
    this.tables = assumed.map((table) => told.find(({ id }) => id === table.id) ?? table);
    this.isAssumed ||= told.length < changes.length;
  }

  /** The next plan begins with a look. */
  forget(): void {
    this.turns++;
    this.tables = undefined;
    this.isAssumed = false;
  }

  private youngerThan(ms: number, { clock }: Context): RouteTable[] | undefined {
    return this.tables !== undefined && clock.now() - this.seenAt <= ms ? this.tables : undefined;
  }
}
