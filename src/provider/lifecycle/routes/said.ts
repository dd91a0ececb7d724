import type { Place } from "../../../model/route";
import type { RouteTable, TableRoute } from "../../clouds/routing";
import { planned } from "./plan";

/** Which routes a program asks for. */
export interface Choice {
  tables: "all" | "main" | string[];
  destinations: string[];
}

/** A route through a connection, and where it is. */
export interface Through extends Place {
  route: TableRoute;
  /** Whether it carries traffic, and nothing else leads there. */
  isSound: boolean;
}

/** All routes through a connection, but those that are going. */
export function routesThrough(connectionId: string, tables: readonly RouteTable[]): Through[] {
  return tables.flatMap(({ id, routes }) =>
    routes
      .filter((route) => leadsThrough(route, connectionId) && route.state !== "going")
      .map((route) => {
        const { destination, state } = route;
        const others = routes.filter((one) => one !== route && one.destination === destination);
        return { table: id, destination, route, isSound: state !== "disabled" && others.length === 0 };
      }),
  );
}

/** The choice that declares the most, of those by which nothing would be written; nothing if there is none. */
export function choose(
  connectionId: string,
  tables: readonly RouteTable[],
  through: readonly Through[],
): Choice | undefined {
  const isUnchanged = (choice: Choice): boolean => {
    const { changes, conflicts } = planned(tables, { connectionId, mark: "", known: [], ...choice });
    return changes.length + conflicts.length === 0;
  };
  const fitting = choicesFor(tables, through).filter(isUnchanged);
  const size = (choice: Choice): number => placesOf(choice, tables).length;
  const most = Math.max(0, ...fitting.map(size));
  return most === 0 ? undefined : fitting.find((choice) => size(choice) === most);
}

/** Every choice that is worth a look, the plainest first: of some destinations, all tables that have them all. */
function choicesFor(tables: readonly RouteTable[], through: readonly Through[]): Choice[] {
  const inTable = (id: string): string[] =>
    through.filter(({ table }) => table === id).map(({ destination }) => destination);
  const ids = distinct(through.map(({ table }) => table));
  const common = ids
    .map(inTable)
    .reduce((all, some) => all.filter((one) => some.includes(one)), inTable(ids[0] ?? ""));
  const sets = [...ids.map(inTable), common].map((set) => distinct(set));
  return sets.flatMap((destinations): Choice[] => {
    const having = ids.filter((id) => destinations.every((one) => inTable(id).includes(one)));
    const isMain = having.length === 1 && tables.some(({ id, isMain: main }) => main && id === having[0]);
    const words: Choice["tables"][] =
      having.length === tables.length ? ["all"] : isMain ? ["main"] : [having];
    return words.map((chosen) => ({ tables: chosen, destinations }));
  });
}

/** Every place of a choice. */
export function placesOf({ tables, destinations }: Choice, all: readonly RouteTable[]): Place[] {
  const ids = all.filter(({ id, isMain }) =>
    Array.isArray(tables) ? tables.includes(id) : tables === "all" || isMain,
  );
  return ids.flatMap(({ id }) => destinations.map((destination) => ({ table: id, destination })));
}

/** Whether a route leads through a connection. */
export function leadsThrough({ hop }: TableRoute, connectionId: string): boolean {
  return hop.kind === "peering" && hop.id === connectionId;
}

/** Each once, in order. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
