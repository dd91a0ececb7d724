import { isIpv6 } from "../../model/cidr";
import type { Place } from "../../model/route";
import { isAmong } from "../../model/route";
import type { RouteTable } from "../../provider/clouds/routing";
import type { Choice, Through } from "../../provider/lifecycle/routes/said";
import {
  choose,
  distinct,
  leadsThrough,
  placesOf,
  routesThrough,
} from "../../provider/lifecycle/routes/said";
import { destinationsOf } from "../../provider/lifecycle/routes/destinations";
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

/** A choice as a program says it: what is so by default is left out. */
function inWords({ tables, destinations }: Choice, { peerBlocks, ownBlocks }: EndTables): true | Fields {
  const ipv6 = destinations.some(isIpv6);
  const areByDefault = (): boolean => {
    if (peerBlocks === undefined) return false;
    const own = ownBlocks === undefined ? {} : { __own: [...ownBlocks] };
    const blocks = destinationsOf({ __blocks: [...peerBlocks], ...own, ipv6 }) ?? [];
    return JSON.stringify(distinct(blocks)) === JSON.stringify(destinations);
  };
  const where = areByDefault() ? (ipv6 ? { ipv6 } : {}) : { destinations };
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
