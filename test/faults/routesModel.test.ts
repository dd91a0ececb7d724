import fc from "fast-check";
import type { RouteRow } from "../../emulator";
import { defined } from "../../src/model/defined";
import type { RoutedCloud } from "../contract/routingBench";
import { ROUTED } from "../contract/routingBench";
import type { RoutesBench } from "../contract/routesBench";
import { routesOn, worldOf } from "../contract/routesBench";
import { openBench } from "../contract/support";
import type { Kind } from "./kinds";
import { ATTEMPT_MS, kindsOf } from "./kinds";

jest.setTimeout(600_000);

/** A failing run prints its seed and path; with these it is run again. */
const { FAST_CHECK_RUNS = "25", FAST_CHECK_SEED, FAST_CHECK_PATH } = process.env;
const REPLAY = {
  numRuns: Number(FAST_CHECK_RUNS),
  ...(FAST_CHECK_SEED === undefined ? {} : { seed: Number(FAST_CHECK_SEED) }),
  ...(FAST_CHECK_PATH === undefined ? {} : { path: FAST_CHECK_PATH }),
};

const DESTINATIONS = ["10.1.0.0/16", "10.101.0.0/16", "10.1.3.0/24"] as const;

/** What a program says of routes. */
interface Wish {
  tables: "all" | "main" | "custom";
  destinations: readonly string[];
}

/** A place, as steps name it. */
interface At {
  table: "main" | "custom";
  destination: string;
}

/** What users, strangers and the network do. */
type Step =
  | { do: "up"; wish: Wish; dies: boolean }
  | { do: "refresh" }
  | { do: "destroy"; dies: boolean }
  | {
      do:
        "a stranger writes" | "a stranger removes" | "a stranger leads elsewhere" | "a stranger switches off";
      at: At;
    }
  | { do: "a stranger writes through the connection"; at: At }
  | { do: "fault"; kind: number; action: "tables" | "add" | "addMany" | "redirect" | "remove" };

const chance = (times: number): fc.Arbitrary<boolean> => fc.nat(times - 1).map((n) => n === 0);
const at: fc.Arbitrary<At> = fc.record({
  table: fc.constantFrom("main" as const, "custom" as const),
  destination: fc.constantFrom(...DESTINATIONS),
});
const wish: fc.Arbitrary<Wish> = fc.record({
  tables: fc.constantFrom("all" as const, "main" as const, "custom" as const),
  destinations: fc.subarray([...DESTINATIONS], { minLength: 1 }),
});

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant("up" as const), wish, dies: chance(4) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("refresh" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy" as const), dies: chance(3) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          "a stranger writes" as const,
          "a stranger removes" as const,
          "a stranger leads elsewhere" as const,
          "a stranger switches off" as const,
        ),
        at,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("a stranger writes through the connection" as const), at }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("fault" as const),
        kind: fc.nat(100),
        action: fc.constantFrom(
          "tables" as const,
          "add" as const,
          "addMany" as const,
          "redirect" as const,
          "remove" as const,
        ),
      }),
    },
  ),
  { minLength: 3, maxLength: 12 },
);

/** A stack with the routes of one end, and strangers who write the same tables. */
class StackAmongStrangers {
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
        await this.forgettingIf(step.dies, () => this.up(step.wish));
        return;
      case "refresh":
        await bench.hub.refresh();
        return;
      case "destroy":
        await this.forgettingIf(step.dies, () => bench.hub.destroy());
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
    // Where a route through the connection is wanted, one that is there is taken over: it is this stack's from then on.
    for (const place of this.wanted)
      if (this.strangers.get(place)?.startsWith(this.bench.id) === true) this.strangers.delete(place);
    try {
      await this.bench.hub.up(this.inputsFor(wanted));
    } finally {
      await this.noteOwn();
    }
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
    for (const place of await this.own()) this.touched.add(place);
  }

  private placeOf({ table, destination }: At): { table: string; destination: string } {
    return { table: table === "main" ? this.bench.main : this.under.routing.table, destination };
  }

  private async rows(): Promise<RouteRow[]> {
    const { vpcId } = this.under.vpcs.hub;
    const rows = (await this.bench.admin("GET", "/routes")) as RouteRow[];
    return rows.filter((row) => row.vpcId === vpcId && row.hop.kind !== "local");
  }

  private async forgettingIf(dies: boolean, command: () => Promise<void>): Promise<void> {
    const { hub } = this.bench;
    const before = hub.state;
    await command();
    if (dies) hub.state = before;
  }
}

test.each(ROUTED)(
  "on $cloud, whatever users, strangers and the network do to tables: no stranger's route is touched, and the next refresh and up write all that is wanted",
  async (under) => {
    const play = async (story: Step[]): Promise<void> => {
      const settings = { "vpc-peering:requestTimeoutMs": String(ATTEMPT_MS) };
      const world = worldOf(under, { timings: { ...under.world.timings, routeMs: 100 } });
      const bench = await routesOn(await openBench(under, world, settings), under);
      const stack = new StackAmongStrangers(bench, under);
      for (const step of story) {
        await stack.take(step).catch((error: unknown) => {
          const { message, stack: trace } = error as Error;
          if (trace !== "" || /This is a bug/.test(message)) throw error;
        });
        const wrong = await stack.wrong();
        if (wrong.length > 0) throw new Error(`after ${JSON.stringify(step)}: ${wrong.join("; ")}`);
      }
      await stack.makeWay();
      await bench.hub.refresh();
      const last: Wish = { tables: "all", destinations: [DESTINATIONS[0], DESTINATIONS[2]] };
      await stack.up(last).catch(() => undefined);
      await stack.makeWay();
      await bench.hub.refresh();
      await stack.up(last);
      const own = await stack.own();
      const missing = stack.wanted.filter((place) => !own.includes(place));
      const isAll = missing.length === 0 && bench.hub.places.length === stack.wanted.length;
      if (!isAll) throw new Error(`in the end ${missing.join(", ")} is missing`);
      const second = await bench.hub.up(stack.inputsFor(last));
      if (second !== "nothing") throw new Error(`a second up is an ${second}`);
      await bench.hub.destroy();
      const left = (await stack.own()).filter((place) => stack.wanted.includes(place));
      if (left.length > 0) throw new Error(`destroy left ${left.join(", ")}`);
      const wrong = await stack.wrong();
      if (wrong.length > 0) throw new Error(`after destroy: ${wrong.join("; ")}`);
      await bench.emulator.close();
    };
    await fc.assert(fc.asyncProperty(steps, play), REPLAY);
  },
);
