import type { Goal } from "../../../src/provider/lifecycle/routes/plan";
import type { RouteTable, TableChange, TableRoute } from "../../../src/provider/clouds/routing";

/** The connection whose routes are wanted, and the mark that they bear. */
export const [OURS, MARK] = ["pcc-ours", "pulumi-vpc-peering ours"];

/** A route through the connection with this mark; what differs from that is given. */
export function route(destination: string, more: Partial<TableRoute> = {}): TableRoute {
  const hop = { kind: "peering", id: OURS, word: "peering" } as const;
  return { destination, hop, state: "present", id: `rte-${destination}`, description: MARK, ...more };
}

/** A hop that is somebody else's. */
export const NAT: TableRoute["hop"] = { kind: "other", id: "nat-1", word: "NatGateway" };
export const THEIRS: TableRoute["hop"] = { kind: "peering", id: "pcc-theirs", word: "peering" };

/** The main table of a VPC, and other ones. */
export function main(...routes: TableRoute[]): RouteTable {
  return { id: "vtb-main", isMain: true, routes };
}

export function custom(...routes: TableRoute[]): RouteTable {
  return { id: "vtb-custom", isMain: false, routes };
}

/** What one connection needs; what differs from two destinations in all tables is given. */
export function goal(more: Partial<Goal> = {}): Goal {
  return {
    connectionId: OURS,
    mark: MARK,
    tables: "all",
    destinations: ["10.1.0.0/16"],
    known: [],
    ...more,
  };
}

/** The tables once a cloud has done what it was told: by their hops and destinations, whatever objects they are. */
export function applied(tables: readonly RouteTable[], changes: readonly TableChange[]): RouteTable[] {
  return tables.map((table) => {
    let routes = table.routes;
    for (const change of changes.filter((one) => one.table === table.id)) {
      const isOf = (set: readonly TableRoute[], one: TableRoute): boolean =>
        set.some(({ destination, hop }) => destination === one.destination && hop.id === one.hop.id);
      routes = routes
        .filter((one) => !isOf(change.remove, one))
        .map((one) => {
          const led = change.redirect.find(({ route: before }) => isOf([before], one));
          if (led !== undefined) return made(led.to, one.id);
          return isOf(change.enable, one) ? { ...one, state: "present" as const } : one;
        })
        .concat(change.add.map((to) => made(to, `new-${to.destination}`)));
    }
    return { ...table, routes };
  });
}

function made(
  { destination, connectionId, description }: TableChange["add"][number],
  id: string | undefined,
): TableRoute {
  const hop = { kind: "peering", id: connectionId, word: "peering" } as const;
  return { destination, hop, description, state: "present", ...(id === undefined ? {} : { id }) };
}
