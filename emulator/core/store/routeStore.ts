import { blockText, readBlock } from "../addresses/block";
import { type NetworkChange, networkOf, type RoutedVpc } from "../routes/network";
import type { RouteInput, RouteRecord, RouteStatus, RouteTable, Subnet } from "../routes/route";
import type { Clock } from "../time/clock";
import { PartsByVpc } from "./partsByVpc";
import type { Vpc } from "./vpcStore";

/** A change that comes by itself after a while. */
interface Then {
  readonly afterMs: number;
  readonly status: RouteStatus | "gone";
}

/** All route tables of all clouds, with their subnets and routes. Whoever reads a route sees it as it stands now. */
export class RouteStore {
  #tables: PartsByVpc<RouteTable>;
  #subnets: PartsByVpc<Subnet>;
  readonly #routes = new Map<RouteTable, RouteRecord[]>();
  #made = 0;

  constructor(
    private readonly clock: Clock,
    vpcs: readonly RoutedVpc[],
  ) {
    const networks = vpcs.map((routed) => networkOf(routed, routed.vpc, clock.now()));
    this.#tables = new PartsByVpc(networks.flatMap(({ tables }) => tables));
    this.#subnets = new PartsByVpc(networks.flatMap(({ subnets }) => subnets));
    for (const { vpc } of vpcs) this.setPeeringRoutes(vpc, vpc.routes);
  }

  /** Every table, or those of one VPC: its main one first. */
  tables(vpc?: Vpc): readonly RouteTable[] {
    return vpc === undefined ? this.#tables.all : this.#tables.of(vpc);
  }

  /** The table with this id; where several accounts have one of that id, the one of `account` if there is one. */
  findTable(cloud: string, id: string, account?: string): RouteTable | undefined {
    const found = this.#tables.all.filter((table) => table.vpc.cloud === cloud && table.id === id);
    return found.find(({ vpc }) => vpc.account === account) ?? found[0];
  }

  addTable(table: Omit<RouteTable, "createdAt" | "updatedAt" | "main" | "gateway">): RouteTable {
    const at = this.clock.now();
    const made = { ...table, main: false, gateway: false, createdAt: at, updatedAt: at };
    this.#tables = new PartsByVpc([...this.#tables.all, made]);
    return made;
  }

  removeTable(table: RouteTable): void {
    this.#tables = new PartsByVpc(this.#tables.all.filter((one) => one !== table));
    this.#routes.delete(table);
  }

  /**
   * Gives a VPC other tables, other subnets, or both; what is not given stays, and so does the main table. A table that
   * stays keeps its routes; one that goes takes them along.
   */
  reshape(vpc: Vpc, { tables, subnets }: NetworkChange): void {
    const before = this.tables(vpc);
    const [main] = before;
    if (main === undefined) return;
    const others = (tables ?? before).filter(({ id }) => id !== main.id);
    const seed = {
      tables: [{ id: main.id, main: true }, ...others],
      subnets: subnets ?? this.subnets(vpc).map((subnet) => ({ ...subnet, table: subnet.table.id })),
    };
    const after = networkOf({ vpc, routing: main.routing }, seed, this.clock.now());
    const kept = after.tables.map((table) => before.find(({ id }) => id === table.id) ?? table);
    const moved = after.subnets.map((subnet) => {
      const table = kept.find(({ id }) => id === subnet.table.id) ?? main;
      return { ...subnet, table };
    });
    for (const table of before) if (!kept.includes(table)) this.#routes.delete(table);
    const tablesAfter = this.#tables.all.flatMap((table) => {
      if (table.vpc !== vpc) return [table];
      return table === main ? kept : [];
    });
    this.#tables = new PartsByVpc(tablesAfter);
    this.#subnets = new PartsByVpc([...this.#subnets.all.filter((subnet) => subnet.vpc !== vpc), ...moved]);
  }

  /** The subnets of a VPC. */
  subnets(vpc: Vpc): readonly Subnet[] {
    return this.#subnets.of(vpc);
  }

  /** The routes of a table, or of all tables of a VPC, in the order they were made; local ones are not among them. */
  routes(of: RouteTable | Vpc): readonly RouteRecord[] {
    if (!("routing" in of)) return this.tables(of).flatMap((table) => this.routes(table));
    const left = (this.#routes.get(of) ?? []).filter((route) => this.#isStillThere(route));
    this.#routes.set(of, left);
    return left;
  }

  /** The routes of a table to a destination, however that is written. */
  to(table: RouteTable, destination: string): RouteRecord[] {
    const wanted = canonical(destination);
    return this.routes(table).filter((route) => canonical(route.destination) === wanted);
  }

  findRoute(id: string): RouteRecord | undefined {
    return this.#all().find((route) => route.id === id);
  }

  /** The routes that lead to a peering. */
  into(peeringId: string): RouteRecord[] {
    return this.#all().filter(({ hop }) => hop.id === peeringId);
  }

  /** Makes a route, at once or with a status that passes. */
  add(table: RouteTable, input: RouteInput, passing?: { status: RouteStatus; forMs: number }): RouteRecord {
    const at = this.clock.now();
    const route: RouteRecord = {
      id: table.routing.newRouteId(input.destination),
      seq: ++this.#made,
      table,
      destination: canonical(input.destination),
      hop: input.hop,
      name: input.name ?? "",
      description: input.description ?? "",
      status: "available",
      createdAt: at,
      updatedAt: at,
      next: null,
    };
    this.#routes.set(table, [...this.routes(table), route]);
    if (passing) this.move(route, passing.status, { afterMs: passing.forMs, status: "available" });
    table.updatedAt = at;
    return route;
  }

  /** Changes the status now and, with `then`, once more by itself after that long. */
  move(route: RouteRecord, status: RouteStatus, then?: Then): void {
    route.status = status;
    route.updatedAt = this.clock.now();
    route.table.updatedAt = route.updatedAt;
    route.next = then ? { at: route.updatedAt + then.afterMs, status: then.status } : null;
  }

  /** Puts a table back to routes that it held before. */
  restore(table: RouteTable, routes: readonly RouteRecord[]): void {
    this.#routes.set(table, [...routes]);
  }

  /** Removes routes at once. */
  remove(routes: readonly RouteRecord[]): void {
    for (const { table } of routes) {
      table.updatedAt = this.clock.now();
      this.#routes.set(
        table,
        this.routes(table).filter((route) => !routes.includes(route)),
      );
    }
  }

  /** Puts routes into peerings in place of all that the main table of a VPC holds. */
  setPeeringRoutes(vpc: Vpc, routes: Vpc["routes"]): void {
    const [main] = this.tables(vpc);
    if (main === undefined) return;
    this.remove(this.routes(main));
    for (const { destinationCidr: destination, nextHopId: id } of routes) {
      this.add(main, { destination, hop: { kind: "peering", id, type: main.routing.hopTypes.peering } });
    }
  }

  #all(): RouteRecord[] {
    return this.#tables.all.flatMap((table) => this.routes(table));
  }

  /** Makes the change that was due, if there is one. */
  #isStillThere(route: RouteRecord): boolean {
    const { next } = route;
    if (next === null || next.at > this.clock.now()) return true;
    if (next.status === "gone") return false;
    route.status = next.status;
    route.updatedAt = next.at;
    route.next = null;
    return true;
  }
}

/** A destination in the one way to write it; what is no block stays as it is. */
function canonical(destination: string): string {
  const read = readBlock(destination);
  return read === undefined ? destination : blockText(read.block);
}
