import type { Route, TableChoice } from "../../model/route";
import { byTable, comingAndGoing } from "../../model/routeChange";
import { UNKNOWN } from "../../model/unknown";
import type { EndName } from "../../model/ends";
import type { Decision } from "./changes";
import { markdown, value } from "./escape";
import { asObjects, asText, asTexts } from "./json";
import type { ResourceState } from "./steps";

/** Which destinations come and which go, in which tables. What is not known yet is {@link UNKNOWN}. */
export interface RouteLine {
  /** A table's id; nothing where that is not known before tables are read: then `where` says it. */
  table?: string;
  where?: string;
  coming: readonly string[];
  going: readonly string[];
}

/** The end whose tables a resource of routes writes. */
export function endOfRoutes({ step }: Decision): EndName {
  return asText((step.after ?? step.before)?.inputs?.["end"]) === "accepter" ? "accepter" : "requester";
}

/** What becomes of the routes of one end, by table. */
function routeLinesOf({ step, change }: Decision): RouteLine[] {
  const [before, after] = [routesIn(step.before), wantedIn(step.after)];
  switch (change) {
    case "create":
      return linesOfNew(after);
    case "delete":
      return linesOfOld(before.routes);
    case "replace":
      return [...linesOfOld(before.routes), ...linesOfNew(after)];
    case "update": {
      const both = comingAndGoing(before, after);
      return both === undefined ? linesOfNew(after) : joined(both.coming, both.going);
    }
    default:
      return [];
  }
}

/** `requester's routes in vtb-1: + 10.2.0.0/16`, as Markdown, for each table. */
export function routesInWords(decision: Decision): string[] {
  const end = endOfRoutes(decision);
  return routeLinesOf(decision).map(({ table, where, coming, going }) => {
    const place = table === undefined ? markdown(where ?? "") : value(table);
    const parts = [...coming.map((one) => `+ ${value(one)}`), ...going.map((one) => `− ${value(one)}`)];
    return `${end}'s routes in ${place}: ${parts.join(", ")}`;
  });
}

interface Wanted {
  tables: TableChoice;
  destinations: string[];
}

function wantedIn(state: ResourceState | undefined): Wanted {
  const { tables = "all", destinations } = state?.inputs ?? {};
  const isUnknown =
    destinations === UNKNOWN || (Array.isArray(destinations) && destinations.includes(UNKNOWN));
  return {
    tables: Array.isArray(tables) ? asTexts(tables) : ((asText(tables) ?? "all") as TableChoice),
    destinations: isUnknown ? [UNKNOWN] : asTexts(destinations),
  };
}

function routesIn(state: ResourceState | undefined): { tables: TableChoice; routes: Route[] } {
  const routes = asObjects(state?.outputs?.["routes"]).map(({ table, destination, status }): Route => ({
    table: asText(table) ?? "",
    destination: asText(destination) ?? "",
    status: status === "present" ? "present" : "waiting",
  }));
  return { tables: wantedIn(state).tables, routes };
}

/** Tables are read when routes are written: until then, most programs name none. */
function linesOfNew({ tables, destinations }: Wanted): RouteLine[] {
  const line = { coming: destinations, going: [] };
  if (Array.isArray(tables)) return tables.map((table) => ({ table, ...line }));
  // They may be known as little as what is in them.
  if ((tables as string) === UNKNOWN) return [{ table: UNKNOWN, ...line }];
  return [{ where: tables === "main" ? "the main table" : "all tables", ...line }];
}

function linesOfOld(routes: readonly Route[]): RouteLine[] {
  return joined([], routes);
}

function joined(coming: Parameters<typeof byTable>[0], going: Parameters<typeof byTable>[0]): RouteLine[] {
  const [come, go] = [byTable(coming), byTable(going)];
  const tables = [...new Set([...come, ...go].map(({ table }) => table))].sort();
  const of = (parts: typeof come, table: string): string[] =>
    parts.find((part) => part.table === table)?.destinations ?? [];
  return tables.map((table) => ({ table, coming: of(come, table), going: of(go, table) }));
}
