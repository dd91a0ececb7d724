import { canonicalOr } from "../kit/canonicalBlocks";
import type { Fields } from "../kit/json";
import { isFields } from "../kit/json";
import type { NewRoute, TableInUse, TableRoute } from "../routing";

/** The cloud's words for a next hop that is a connection, and for none, as the routes have that the cloud itself makes. */
const [PEERING, LOCAL] = ["peering", "local"];

/** A route of a table. It has no id: its destination is there once. Some fields may be null. */
interface RouteRow {
  type: string;
  destination: string;
  nexthop?: string | null;
  description?: string | null;
}

/** A table with its routes. */
export interface TableRow {
  id: string;
  default?: boolean;
  routes: RouteRow[];
  subnets?: unknown[] | null;
}

/** The table in an answer, which one of two documented samples shows without the object around it; nothing if there is none. */
export function tableRowIn(answer: Fields): TableRow | undefined {
  const row = answer["routetable"] ?? answer;
  if (!isFields(row) || typeof row["id"] !== "string" || !Array.isArray(row["routes"])) return undefined;
  return row["routes"].every(isRoute) ? (row as unknown as TableRow) : undefined;
}

function isRoute(part: unknown): boolean {
  return isFields(part) && typeof part["type"] === "string" && typeof part["destination"] === "string";
}

/** Reads a table, the routes that the cloud itself makes apart. */
export function tableOf({ id, default: isMain, routes, subnets }: TableRow): TableInUse {
  const isLocal = ({ type }: RouteRow): boolean => type === LOCAL;
  return {
    id,
    isMain: isMain === true,
    subnets: subnets?.length ?? 0,
    routes: routes.filter((row) => !isLocal(row)).map(routeOf),
    local: routes.filter(isLocal).map(({ destination }) => canonicalOr(destination)),
  };
}

function routeOf({ type, destination, nexthop, description }: RouteRow): TableRoute {
  return {
    destination: canonicalOr(destination),
    hop: { kind: type === PEERING ? "peering" : "other", id: nexthop ?? "", word: type },
    state: "present",
    ...(description ? { description } : {}),
  };
}

/** A route as calls write it. */
export function fieldsOf({ destination, connectionId, description }: NewRoute): object {
  return { type: PEERING, destination, nexthop: connectionId, description };
}

/** A route as it is named to be removed: with what it leads to, so that it stays if somebody has led it elsewhere. */
export function nameOf({ destination, hop }: TableRoute): object {
  return { type: hop.word, destination, nexthop: hop.id };
}
