import type { Reach, RouteRow, WorldInput } from "../../emulator";
import type { DynamicProvider } from "../../src/provider/engine/dynamicProvider";
import type { RoutedCloud } from "./routingBench";
import { vpcsOf } from "./routingBench";
import type { Bench, Failure } from "./support";
import { openBench } from "./support";

type Props = Record<string, unknown>;

/** What is said on rows while a test runs, the warnings and notes alone. */
export const said: string[] = [];

beforeEach(() => {
  said.length = 0;
});

/** The routes of one end, as the engine runs them: each command in new processes. */
export class RoutesOfEnd {
  state: { id: string; outs: Props } | undefined;

  constructor(
    private readonly anew: () => DynamicProvider,
    private readonly inputs: Props,
  ) {}

  /** The inputs as they are once checked. */
  async declared(more: Props = {}, provider = this.anew()): Promise<Props> {
    const given = { ...this.inputs, ...more };
    const { inputs, failures } = await provider.check(this.state?.outs ?? {}, given);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join(" "));
    return inputs;
  }

  /** Answers what was done: nothing, "create", "update" or "replace". */
  async up(more: Props = {}): Promise<string> {
    const provider = this.anew();
    const inputs = await this.declared(more, provider);
    if (this.state === undefined) {
      await this.keeping(async () => (this.state = await provider.create(inputs)));
      return "create";
    }
    const { id, outs } = this.state;
    const { changes, replaces = [] } = await provider.diff(id, outs, inputs);
    if (changes === false) return "nothing";
    if (replaces.length > 0) {
      await this.destroy(provider);
      await this.keeping(async () => (this.state = await provider.create(inputs)));
      return "replace";
    }
    await this.keeping(async () => (this.state = { id, ...(await provider.update(id, outs, inputs)) }));
    return "update";
  }

  async refresh(): Promise<void> {
    if (this.state === undefined) return;
    const { id, props } = await this.anew().read(this.state.id, this.state.outs);
    this.state = id === undefined ? undefined : { id, outs: props ?? {} };
  }

  async destroy(provider = this.anew()): Promise<void> {
    if (this.state === undefined) return;
    await provider.delete(this.state.id, this.state.outs);
    this.state = undefined;
  }

  /** The places as the state has them: `vtb-1 10.1.0.0/16 present`. */
  get places(): string[] {
    const routes = (this.state?.outs["routes"] ?? []) as {
      table: string;
      destination: string;
      status: string;
    }[];
    return routes.map(({ table, destination, status }) => `${table} ${destination} ${status}`);
  }

  /** A hook that fails may leave something to go on with. */
  private async keeping(command: () => Promise<unknown>): Promise<void> {
    try {
      await command();
    } catch (error) {
      const { id, properties } = error as Failure;
      if (id !== undefined) this.state = { id, outs: properties ?? {} };
      throw error;
    }
  }
}

/** A bench with a hub of two tables, and a connection to a VPC of the same account or of the other one. */
export interface RoutesBench extends Bench {
  id: string;
  hub: RoutesOfEnd;
  other: RoutesOfEnd;
  /** The hub's routes where no state tells of them. */
  stateless: () => RoutesOfEnd;
  main: string;
  mainOfOther: string;
  /** What leads where in the hub's tables: `vtb-1 10.1.0.0/16 pcc-1`, and its status if it is not in force. */
  there: () => Promise<string[]>;
  /** The same of all VPCs. */
  all: () => Promise<string[]>;
  reaches: () => Promise<boolean>;
  /** Makes a route behind everybody's back, or leads it elsewhere, or changes its status. */
  put: (table: string, destination: string, hop: string, more?: object) => Promise<void>;
  remove: (table: string, destination: string) => Promise<void>;
  newCalls: () => Promise<string[]>;
}

/** The world of such a bench: its VPCs, with their blocks and tables. */
export function worldOf(under: RoutedCloud, world: WorldInput = {}): WorldInput {
  const timings = { routeMs: 0, ...world.timings };
  return { ...world, timings, [under.cloud]: { vpcs: vpcsOf(under), ...world[under.cloud] } };
}

/** Opens such a bench. `isCross`: the connection leads to the other account, and waits for its acceptance. */
export async function openRoutes(
  under: RoutedCloud,
  { world, isCross = false }: { world?: WorldInput; isCross?: boolean } = {},
): Promise<RoutesBench> {
  return await routesOn(await openBench(under, worldOf(under, world)), under, { isCross });
}

/** The same on a bench with such a world. */
export async function routesOn(
  bench: Bench,
  under: RoutedCloud,
  { isCross = false }: { isCross?: boolean } = {},
): Promise<RoutesBench> {
  const { cloud, vpcs, accountKey, accounts, routing } = under;
  const inputs = isCross ? bench.crossAccount({ __routed: {} }) : bench.sameAccount({ __routed: {} });
  const { id } = await bench.anew().connection.create(inputs);
  const blocks: Record<string, string[]> = {
    hub: ["10.0.0.0/16", "10.100.0.0/16"],
    other: isCross ? ["10.8.0.0/16"] : ["10.1.0.0/16", "10.101.0.0/16"],
  };
  const there = isCross ? vpcs.partner : vpcs.app;
  const ofHub = bench.routesOf(id, {
    [accountKey]: accounts.a,
    peer: { vpcId: there["vpcId"] },
    __blocks: blocks["other"],
    __own: blocks["hub"],
  });
  const ofOther = bench.routesOf(id, {
    ...there,
    end: "accepter",
    [accountKey]: isCross ? accounts.b : accounts.a,
    peer: { vpcId: vpcs.hub.vpcId },
    __blocks: blocks["hub"],
    __own: blocks["other"],
  });
  const rows = async (): Promise<RouteRow[]> =>
    ((await bench.admin("GET", "/routes")) as RouteRow[]).filter(
      (row) => row.cloud === cloud && row.hop.kind !== "local",
    );
  const lines = (some: readonly RouteRow[]): string[] =>
    some
      .map(({ table, destination, hop, status }) =>
        [table, destination, hop.id, ...(status === "available" ? [] : [status])].join(" "),
      )
      .sort();
  const tables = ((await bench.admin("GET", "/routes")) as RouteRow[]).filter((row) => row.main);
  const mainOf = (vpcId: string): string => {
    const found = tables.find((row) => row.vpcId === vpcId);
    if (found === undefined) throw new Error(`${vpcId} has no main table`);
    return found.table;
  };
  let seen = (await bench.calls()).length;
  return {
    ...bench,
    id,
    hub: new RoutesOfEnd(() => bench.anew().routes, ofHub),
    other: new RoutesOfEnd(() => bench.anew()[isCross ? "routesByB" : "routes"], ofOther),
    stateless: () => new RoutesOfEnd(() => bench.anew().routes, ofHub),
    main: mainOf(vpcs.hub.vpcId),
    mainOfOther: mainOf(there.vpcId),
    there: async () => lines((await rows()).filter(({ vpcId }) => vpcId === vpcs.hub.vpcId)),
    all: async () => lines(await rows()),
    reaches: async () => {
      const path = `/reach?from=${vpcs.hub.vpcId}&to=${there.vpcId}`;
      return ((await bench.admin("GET", path)) as Reach).reaches;
    },
    put: async (table, destination, hop, more = {}) => {
      const kind = hop === id || hop === routing.connections[1] ? "peering" : "other";
      await bench.admin("POST", "/routes", { cloud, table, destination, hop: { kind, id: hop }, ...more });
    },
    remove: async (table, destination) => {
      await bench.admin("DELETE", "/routes", { cloud, table, destination });
    },
    newCalls: async () => {
      const calls = await bench.calls();
      return calls.slice(seen, (seen = calls.length));
    },
  };
}

/** Whether a call changes something. */
export function isWrite(action: string): boolean {
  return !/^(Describe|Get|List|Show|Keystone)/.test(action);
}
