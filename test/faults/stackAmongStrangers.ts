import type { RouteRow } from "../../emulator";
import { defined } from "../../src/model/defined";
import type { RoutesBench } from "../contract/routesBench";
import type { RoutedCloud } from "../contract/routingBench";
import type { Kind } from "./kinds";
import { kindsOf } from "./kinds";
import type { At, Step, Wish } from "./routeSteps";

/** A stack with the routes of one end, and strangers who write the same tables. */
export class StackAmongStrangers {
  /** What strangers have written at places that were never this stack's: `vtb-1 10.1.0.0/16 gateway-1`. */
  readonly strangers = new Map<string, string>();
  /** The places that this stack has ever written. */
  private readonly touched = new Set<string>();
  private wish: Wish | undefined;

  constructor(
    readonly bench: RoutesBench,
    private readonly under: RoutedCloud,
  ) {}

  async take(step: Step): Promise<void> {
    const { bench, under } = this;
    switch (step.do) {
      case "up":
        await this.forgettingIfItDies(step, () => this.up(step.wish));
        return;
      case "refresh":
        await this.refresh();
        return;
      case "destroy":
        await this.forgettingIfItDies(step, () => bench.hub.destroy());
        return;
      case "fault": {
        const kinds = kindsOf(under);
        const { fault, times, forMs } = kinds[step.kind % kinds.length] as Kind;
        await bench.fault(under.routing.actions[step.action], fault, { times, ...defined({ forMs }) });
        return;
      }
      default:
        await this.stranger(step.do, this.placeOf(step.at));
    }
  }

  async up(wanted: Wish): Promise<void> {
    this.wish = wanted;
    this.takeOver(this.wanted);
    try {
      await this.bench.hub.up(this.inputsFor(wanted));
    } finally {
      await this.noteOwn();
    }
  }

  /** Looks for what the state asks for, which is not what was asked for last if that was never begun. */
  async refresh(): Promise<void> {
    const { tables, destinations } = (this.bench.hub.state?.outs ?? {}) as Partial<Wish>;
    await this.bench.hub.refresh();
    if (tables === undefined || destinations === undefined) return;
    this.takeOver(this.places({ tables: Array.isArray(tables) ? "custom" : tables, destinations }));
  }

  /** Where a route through the connection is wanted, one that is there is taken over: it is this stack's from then on. */
  private takeOver(places: readonly string[]): void {
    for (const place of places)
      if (this.strangers.get(place)?.startsWith(this.bench.id) === true) this.strangers.delete(place);
  }

  /** Whoever is in the way of what is wanted last goes, and nothing is broken any more. */
  async makeWay(): Promise<void> {
    await this.bench.admin("DELETE", "/faults");
    for (const { table, destination, hop } of await this.rows()) {
      const isInTheWay =
        this.places(this.wish).includes(`${table} ${destination}`) && hop.id !== this.bench.id;
      if (!isInTheWay) continue;
      await this.bench.remove(table, destination);
      this.strangers.delete(`${table} ${destination}`);
    }
  }

  /** What a stack may never do. */
  async wrong(): Promise<string[]> {
    const there = (await this.rows()).map(
      ({ table, destination, hop, status }) => `${table} ${destination} ${hop.id} ${status}`,
    );
    return [...this.strangers]
      .filter(([place, leads]) => !there.includes(`${place} ${leads}`))
      .map(([place, leads]) => `a stranger's route is gone: ${place} ${leads}; there is ${there.join("; ")}`);
  }

  /** The places that are wanted last. */
  places({ tables, destinations }: Wish = { tables: "main", destinations: [] }): string[] {
    const { main } = this.bench;
    const { table: custom } = this.under.routing;
    const chosen = { all: [main, custom], main: [main], custom: [custom] }[tables];
    return chosen.flatMap((table) => destinations.map((destination) => `${table} ${destination}`)).sort();
  }

  get wanted(): string[] {
    return this.places(this.wish);
  }

  async own(): Promise<string[]> {
    const rows = (await this.rows()).filter(
      ({ hop, status }) => hop.id === this.bench.id && status === "available",
    );
    return rows.map(({ table, destination }) => `${table} ${destination}`).sort();
  }

  inputsFor({ tables, destinations }: Wish): Record<string, unknown> {
    return { tables: tables === "custom" ? [this.under.routing.table] : tables, destinations };
  }

  private async stranger(
    what: string,
    { table, destination }: { table: string; destination: string },
  ): Promise<void> {
    const { bench } = this;
    const place = `${table} ${destination}`;
    const here = (await this.rows()).filter((row) => row.table === table && row.destination === destination);
    if (what === "a stranger removes") {
      if (here.length === 0) return;
      await bench.remove(table, destination);
      this.strangers.delete(place);
    } else if (what === "a stranger switches off") {
      const [row] = here;
      if (this.under.routing.actions.enable === undefined || row === undefined) return;
      await bench.put(table, destination, row.hop.id, { status: "disabled" });
      if (this.strangers.has(place)) this.strangers.set(place, `${row.hop.id} disabled`);
    } else if (what === "a stranger writes through the connection") {
      if (here.length > 0) return;
      await bench.put(table, destination, bench.id);
      if (!this.touched.has(place) && !this.wanted.includes(place))
        this.strangers.set(place, `${bench.id} available`);
    } else if (what === "a stranger writes" ? here.length === 0 : here.length > 0) {
      await bench.put(table, destination, "gateway-1", { status: "available" });
      // Where this stack's route stood, it may be led back.
      if (!this.touched.has(place)) this.strangers.set(place, "gateway-1 available");
    }
  }

  private async noteOwn(): Promise<void> {
    for (const place of await this.own()) if (!this.strangers.has(place)) this.touched.add(place);
  }

  private placeOf({ table, destination }: At): { table: string; destination: string } {
    return { table: table === "main" ? this.bench.main : this.under.routing.table, destination };
  }

  private async rows(): Promise<RouteRow[]> {
    const { vpcId } = this.under.vpcs.hub;
    const rows = (await this.bench.admin("GET", "/routes")) as RouteRow[];
    return rows.filter((row) => row.vpcId === vpcId && row.hop.kind !== "local");
  }

  private async forgettingIfItDies({ dies }: { dies: boolean }, command: () => Promise<void>): Promise<void> {
    const { hub } = this.bench;
    const before = hub.state;
    await command();
    if (dies) hub.state = before;
  }
}
