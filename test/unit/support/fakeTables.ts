import type { Context } from "../../../src/provider/clouds/context";
import type {
  RouteTable,
  RouteVerbs,
  TableInUse,
  TableChange,
  TableChangeRequest,
  TableRoute,
  TablesRequest,
  TableWritten,
} from "../../../src/provider/clouds/routing";
import type { FakeClock } from "./fakeClock";
import { applied, main } from "./tables";

/** How long calls take, in milliseconds. */
const CALL_MS = 50;

/** How a cloud behaves. */
interface Behaviour {
  /** How long it is at work on a route after it has answered, in milliseconds. */
  workMs?: number;
  /** How late its reads are, in milliseconds. */
  lateMs?: number;
  /** What comes of a write instead of the work; nothing if it is to be done. */
  refuse?: (change: TableChange, write: number) => TableWritten["refused"] | undefined;
}

/** The route tables of a VPC in memory, kept as a cloud would keep them; and what was asked of it. */
export class FakeTables implements RouteVerbs {
  readonly writes: TableChange[] = [];
  reads = 0;
  /** How many reads also asked which tables there are. */
  lists = 0;
  /** What was there, the latest last. */
  private readonly past: { since: number; tables: RouteTable[] }[];

  constructor(
    private readonly clock: FakeClock,
    private readonly how: Behaviour = {},
    tables: RouteTable[] = [main()],
  ) {
    this.past = [{ since: Number.NEGATIVE_INFINITY, tables }];
  }

  /** What is there now. */
  get now(): RouteTable[] {
    return this.at(this.clock.now());
  }

  /** What leads where, and how it stands: `10.1.0.0/16 pcc-ours present`. */
  get there(): string[] {
    return this.now.flatMap(({ routes }) =>
      routes.map(({ destination, hop, state }) => `${destination} ${hop.id} ${state}`),
    );
  }

  /** Changes something behind everybody's back. */
  become(...tables: RouteTable[]): void {
    this.past.push({ since: this.clock.now(), tables });
  }

  async tables({ listed }: TablesRequest, _context: Context): Promise<TableInUse[]> {
    this.reads++;
    if (listed === undefined) this.lists++;
    await this.clock.after(CALL_MS);
    const seen = this.at(this.clock.now() - (this.how.lateMs ?? 0));
    return seen.map((table) => ({ ...table, subnets: 1, local: [] }));
  }

  async write({ change }: TableChangeRequest): Promise<TableWritten> {
    const { refuse, workMs = 0 } = this.how;
    this.writes.push(change);
    await this.clock.after(CALL_MS);
    const refused = refuse?.(change, this.writes.length) ?? [];
    const taken = without(
      change,
      refused.map(({ destination }) => destination),
    );
    const after = applied(this.past.at(-1)?.tables ?? [], [taken]);
    if (workMs > 0) this.become(...this.underWay(after, taken));
    this.past.push({ since: this.clock.now() + workMs, tables: after });
    return { refused };
  }

  blocks(): Promise<string[]> {
    return Promise.resolve(["10.0.0.0/16"]);
  }

  blocksOfAll(): Promise<ReadonlyMap<string, string[]>> {
    return Promise.resolve(new Map());
  }

  /** The tables while the cloud is at work. */
  private underWay(after: readonly RouteTable[], { table, remove }: TableChange): RouteTable[] {
    const before = this.now;
    return after.map((one) => {
      if (one.id !== table) return one;
      const old = before.find(({ id }) => id === one.id)?.routes ?? [];
      const coming = one.routes.map((route): TableRoute =>
        old.includes(route) ? route : { ...route, state: "coming" },
      );
      return {
        ...one,
        routes: [...coming, ...remove.map((route) => ({ ...route, state: "going" as const }))],
      };
    });
  }

  private at(time: number): RouteTable[] {
    return this.past.filter(({ since }) => since <= time).at(-1)?.tables ?? [];
  }
}

function without(change: TableChange, destinations: readonly string[]): TableChange {
  const isTaken = ({ destination }: { destination: string }): boolean => !destinations.includes(destination);
  return {
    table: change.table,
    add: change.add.filter(isTaken),
    redirect: change.redirect.filter(({ to }) => isTaken(to)),
    enable: change.enable.filter(isTaken),
    remove: change.remove.filter(isTaken),
  };
}
