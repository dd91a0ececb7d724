import { isIpv6 } from "../../model/cidr";
import type { Place } from "../../model/route";
import { isAmong } from "../../model/route";
import type { RouteTable, TableRoute } from "../../provider/clouds/routing";
import { destinationsOf } from "../../provider/lifecycle/routes/destinations";
import { planned } from "../../provider/lifecycle/routes/plan";
import { leadsTo, namesOf } from "../../provider/lifecycle/routes/words";
import type { Fields } from "./program";

/** The route tables of one end, and the blocks of both VPCs as the program's own processes will see them. */
export interface EndTables {
  tables: readonly RouteTable[];
  peerBlocks?: readonly string[] | undefined;
  ownBlocks?: readonly string[] | undefined;
}

/** What a program says of the routes of one end; nothing if there are none that it could declare. */
export interface RoutesSaid {
  routes: true | Fields | undefined;
  notes: readonly string[];
}

/** Which routes a program asks for. */
interface Choice {
  tables: "all" | "main" | string[];
  destinations: string[];
}

/** Says the routes of one end through a connection so that nothing of them is changed. */
export function routesSaid(connectionId: string, end: EndTables): RoutesSaid {
  const through = routesThrough(connectionId, end.tables);
  const sound = through.filter(({ isSound }) => isSound);
  const choice = choose(connectionId, end.tables, sound);
  const declared = choice === undefined ? [] : placesOf(choice, end.tables);
  const left = through.filter((route) => !isAmong(route, declared));
  return {
    routes: choice === undefined ? undefined : inWords(choice, end),
    notes: [...leftNotes(left), ...elsewhereNotes(connectionId, declared, end.tables)],
  };
}

/** The destinations of all routes through a connection: only if there are any is it worth while to ask for blocks. */
export function destinationsThrough(connectionId: string, tables: readonly RouteTable[]): string[] {
  return distinct(routesThrough(connectionId, tables).map(({ destination }) => destination));
}

interface Through extends Place {
  route: TableRoute;
  /** Whether it carries traffic, and nothing else leads there. */
  isSound: boolean;
}

function routesThrough(connectionId: string, tables: readonly RouteTable[]): Through[] {
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
function choose(
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

function placesOf({ tables, destinations }: Choice, all: readonly RouteTable[]): Place[] {
  const ids = all.filter(({ id, isMain }) =>
    Array.isArray(tables) ? tables.includes(id) : tables === "all" || isMain,
  );
  return ids.flatMap(({ id }) => destinations.map((destination) => ({ table: id, destination })));
}

/** A choice as a program says it: what is so by default is left out. */
function inWords({ tables, destinations }: Choice, { peerBlocks, ownBlocks }: EndTables): true | Fields {
  const byDefault = (ipv6: boolean): boolean => {
    if (peerBlocks === undefined) return false;
    const own = ownBlocks === undefined ? {} : { __own: [...ownBlocks] };
    const blocks = destinationsOf({ __blocks: [...peerBlocks], ...own, ipv6 }) ?? [];
    return JSON.stringify(distinct(blocks)) === JSON.stringify(destinations);
  };
  const ipv6 = destinations.some(isIpv6);
  const where = byDefault(ipv6) ? (ipv6 ? { ipv6 } : {}) : { destinations };
  const said = { ...(tables === "all" ? {} : { tables }), ...where };
  return Object.keys(said).length === 0 ? true : said;
}

function leftNotes(left: readonly Through[]): string[] {
  const disabled = left.filter(({ route }) => route.state === "disabled");
  const shared = left.filter((one) => !one.isSound && !disabled.includes(one));
  const uneven = left.filter(({ isSound }) => isSound);
  const reasons = [
    [disabled, "which are disabled"],
    [shared, "whose destinations have other routes in the same table, too"],
    [uneven, "since each table that is named gets every destination that is named"],
  ] as const;
  return reasons
    .filter(([places]) => places.length > 0)
    .map(([places, why]) => `Routes that stay as they are, undeclared, ${why}: ${namesOf(places)}.`);
}

/** What is declared of one table, and leads elsewhere in another. */
function elsewhereNotes(
  connectionId: string,
  declared: readonly Place[],
  tables: readonly RouteTable[],
): string[] {
  return tables.flatMap(({ id, routes }) =>
    routes
      .filter((route) => !leadsThrough(route, connectionId))
      .filter(({ destination }) => declared.some((place) => place.destination === destination))
      .map((route) => `In ${id}, ${route.destination} leads to ${leadsTo(route)}.`),
  );
}

function leadsThrough({ hop }: TableRoute, connectionId: string): boolean {
  return hop.kind === "peering" && hop.id === connectionId;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
