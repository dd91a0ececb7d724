import type { Place, Route, TableChoice } from "../../../model/route";
import { isAmong } from "../../../model/route";
import type { NewRoute, RouteTable, TableChange, TableRoute } from "../../clouds/routing";

/** What the route tables of a VPC are to be like, on behalf of one connection. */
export interface Goal {
  connectionId: string;
  /** Stands in the description of what is written, and tells it from what others wrote. */
  mark: string;
  /** What it may bear that was written under a former name. */
  formerMarks?: readonly string[];
  tables: TableChoice;
  /** In canonical form. */
  destinations: readonly string[];
  /** Places that were this stack's. */
  known: readonly Place[];
}

/** A place that something else holds. */
export interface Conflict extends Place {
  by: TableRoute;
}

/** What is to be done to come to a goal, and how it looks now. */
export interface Plan {
  /** What to write, one entry for each table that has something to be done. */
  changes: TableChange[];
  /** Equal routes that somebody else wrote: they count as this stack's from now on. */
  takenOver: Place[];
  conflicts: Conflict[];
  /** Tables that are named, and not there. */
  missing: string[];
  /** Whether routes are wanted, and there is no table to hold them. */
  isNowhere: boolean;
  /** Whether the cloud is still at work on one of the places. */
  isUnderWay: boolean;
  /** Every wanted place, and how it looks now. */
  routes: Route[];
}

/** Compares the tables of a VPC with a goal. */
export function planned(tables: readonly RouteTable[], goal: Goal): Plan {
  const chosen = tables.filter((table) => isChosen(table, goal.tables));
  const parts = tables.map((table) => ofTable(table, chosen.includes(table) ? goal.destinations : [], goal));
  const named = Array.isArray(goal.tables) ? [...new Set(goal.tables)] : [];
  const missing = named.filter((id) => !tables.some((table) => table.id === id));
  return {
    changes: parts.map(({ change }) => change).filter((change) => !isEmpty(change)),
    takenOver: parts.flatMap(({ takenOver }) => takenOver),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
    missing,
    isNowhere: chosen.length === 0 && goal.destinations.length > 0,
    isUnderWay: parts.some(({ isUnderWay }) => isUnderWay),
    routes: [
      ...parts.flatMap(({ routes }) => routes),
      ...missing.flatMap((table) =>
        goal.destinations.map((destination): Route => ({ table, destination, status: "waiting" })),
      ),
    ],
  };
}

/** Several changes as one for each table. */
export function merged(changes: readonly TableChange[]): TableChange[] {
  return [...new Set(changes.map(({ table }) => table))].map((table) => {
    const parts = changes.filter((change) => change.table === table);
    return {
      table,
      add: parts.flatMap(({ add }) => add),
      redirect: parts.flatMap(({ redirect }) => redirect),
      enable: parts.flatMap(({ enable }) => enable),
      remove: parts.flatMap(({ remove }) => remove),
    };
  });
}

/** Whether something is in the way of a plan, so that nothing of it is written. */
export function isHindered({ missing, isNowhere, conflicts }: Plan): boolean {
  return isNowhere || missing.length + conflicts.length > 0;
}

/**
 * The tables as they will be once changes are made, or while they are being made: then what comes is coming, and what
 * goes is going. What is new has no id yet.
 */
export function afterwards(
  tables: readonly RouteTable[],
  changes: readonly TableChange[],
  state: "present" | "coming",
): RouteTable[] {
  return tables.map((table) => {
    const parts = changes.filter((change) => change.table === table.id);
    return parts.reduce((before, change) => changedTable(before, change, state), table);
  });
}

function changedTable(table: RouteTable, change: TableChange, state: "present" | "coming"): RouteTable {
  const { add, redirect, enable, remove } = change;
  const redirected = redirect.map(({ route, to }): [TableRoute, TableRoute] => [
    route,
    { ...route, ...leading(to), state },
  ]);
  const enabled = enable.map((route): [TableRoute, TableRoute] => [route, { ...route, state: "present" }]);
  const removed = remove.map((route): [TableRoute, TableRoute] => [route, { ...route, state: "going" }]);
  const changed = new Map([...redirected, ...enabled, ...removed]);
  const kept = table.routes.filter((route) => state === "coming" || !remove.includes(route));
  const added = add.map((route): TableRoute => ({ ...leading(route), state }));
  return { ...table, routes: [...kept.map((route) => changed.get(route) ?? route), ...added] };
}

function leading({ destination, connectionId, description }: NewRoute): Omit<TableRoute, "state"> {
  return { destination, description, hop: { kind: "peering", id: connectionId, word: "peering" } };
}

interface Part extends Omit<Plan, "changes" | "missing" | "isNowhere"> {
  change: TableChange;
}

function ofTable(table: RouteTable, destinations: readonly string[], goal: Goal): Part {
  const wanted = destinations.map((destination) => ofPlace(table, destination, goal));
  const stale = table.routes.filter(
    (route) => !destinations.includes(route.destination) && isOurs(route, table.id, goal),
  );
  const all = <K extends keyof Needed>(name: K): NonNullable<Needed[K]>[] =>
    wanted.map((needed) => needed[name]).filter((found) => found !== undefined);
  return {
    change: {
      table: table.id,
      add: all("add"),
      redirect: all("redirect"),
      enable: all("enable"),
      remove: stale.filter(({ state }) => state !== "going"),
    },
    takenOver: all("takenOver"),
    conflicts: all("conflict"),
    isUnderWay: stale.length > 0 || wanted.some(({ isUnderWay }) => isUnderWay === true),
    routes: wanted.map(({ route }) => route),
  };
}

/** What one wanted place needs. */
interface Needed {
  route: Route;
  add?: NewRoute;
  redirect?: { route: TableRoute; to: NewRoute };
  enable?: TableRoute;
  takenOver?: Place;
  conflict?: Conflict;
  isUnderWay?: boolean;
}

function ofPlace(table: RouteTable, destination: string, goal: Goal): Needed {
  const place = { table: table.id, destination };
  const there = table.routes.filter((route) => route.destination === destination);
  const own = there.find((route) => leadsThrough(route, goal));
  const others = there.filter((route) => !leadsThrough(route, goal) && route.state !== "disabled");
  const [other] = others;
  const waiting: Route = { ...place, status: "waiting" };
  const wanted = { destination, connectionId: goal.connectionId, description: goal.mark };
  if (others.some(({ state }) => state === "going")) return { route: waiting, isUnderWay: true };
  if (other !== undefined) {
    // Where several lead to one destination, none of them is the one that was ours.
    if (own !== undefined || others.length > 1 || !isAmong(place, goal.known))
      return { route: waiting, conflict: { ...place, by: other } };
    return { route: waiting, redirect: { route: other, to: wanted } };
  }
  if (own === undefined) return { route: waiting, add: wanted };
  const takenOver = isOurs(own, table.id, goal) ? {} : { takenOver: place };
  if (own.state === "disabled") return { route: waiting, enable: own, ...takenOver };
  if (own.state === "present") return { route: { ...place, status: "present" }, ...takenOver };
  return { route: waiting, isUnderWay: true };
}

function isChosen(table: RouteTable, choice: TableChoice): boolean {
  if (Array.isArray(choice)) return choice.includes(table.id);
  return choice === "all" || table.isMain;
}

function leadsThrough({ hop }: Pick<TableRoute, "hop">, { connectionId }: Goal): boolean {
  return hop.kind === "peering" && hop.id === connectionId;
}

/** Whether a route is this stack's: it leads through the connection, and is known or bears a mark of ours. */
function isOurs({ destination, description, hop }: TableRoute, table: string, goal: Goal): boolean {
  const { mark, formerMarks = [], known } = goal;
  const isMarked = description !== undefined && [mark, ...formerMarks].includes(description);
  return leadsThrough({ hop }, goal) && (isMarked || isAmong({ table, destination }, known));
}

function isEmpty({ add, redirect, enable, remove }: TableChange): boolean {
  return add.length + redirect.length + enable.length + remove.length === 0;
}
