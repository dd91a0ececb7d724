import type { Place, Route, TableChoice } from "./route";
import { isAmong } from "./route";
import { isKnown } from "./unknown";

/** Routes as they were seen, and where they were wanted then. */
export interface RoutesBefore {
  routes?: readonly Route[];
  tables: TableChoice;
}

/** Where routes are wanted now. */
export interface RoutesWanted {
  tables: TableChoice;
  destinations?: readonly string[];
}

/** Which routes come and which go, and where: tables are known before they are read only as far as they hold routes. */
export interface ComingAndGoing {
  coming: Place[];
  going: Place[];
}

/** Compares routes with what is wanted now; nothing where that cannot be told before tables are read. */
export function comingAndGoing(before: RoutesBefore, wanted: RoutesWanted): ComingAndGoing | undefined {
  const { routes = [] } = before;
  const { tables, destinations = [] } = wanted;
  if (!isKnown([tables, destinations])) return undefined;
  // Which of the tables is the main one is not known here.
  if (tables === "main" && before.tables !== "main") return undefined;
  const chosen = Array.isArray(tables) ? tables : [...new Set(routes.map(({ table }) => table))];
  const present = routes.filter(({ status }) => status === "present");
  const all = chosen.flatMap((table) => destinations.map((destination): Place => ({ table, destination })));
  return {
    coming: all.filter((place) => !isAmong(place, present)),
    going: routes
      .filter((route) => !isAmong(route, all))
      .map(({ table, destination }) => ({ table, destination })),
  };
}

/** Places by table, in the order in which tables come first. */
export function byTable(places: readonly Place[]): { table: string; destinations: string[] }[] {
  const tables = [...new Set(places.map(({ table }) => table))];
  return tables.map((table) => ({
    table,
    destinations: places.filter((place) => place.table === table).map(({ destination }) => destination),
  }));
}
