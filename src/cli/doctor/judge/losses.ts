import { isIpv6 } from "../../../model/cidr";
import type { Place } from "../../../model/route";
import type { TableInUse, TableRoute } from "../../../provider/clouds/routing";
import type { DeclaredRoutes, Known, Network } from "./known";
import type { Direction, Path } from "./direction";
import type { Range } from "./ranges";
import { common, rangeOf, rangeText } from "./ranges";
import type { Way } from "./ways";
import { carries, leadsOf, tablesInUse } from "./ways";

/** Why packets get lost in a table: kinds of findings, which pipelines go by. Names are added, never changed. */
export type Cause =
  | "overlap"
  | "route-missing"
  | "route-disabled"
  | "route-coming"
  | "route-elsewhere"
  | "route-shadowed"
  | "route-dead";

/** Packets that get lost: in which table, on their way to where, why, and by which route if there is one. */
export interface Loss extends Place {
  cause: Cause;
  route?: TableRoute;
  /** Whether packets leave by this table now. */
  isUsed: boolean;
  /** Whether the program leaves this place out. */
  isLeftOut: boolean;
}

/** All that gets lost in one direction for its routes, whatever the connection's status. */
export function lossesIn(direction: Direction, known: Known, bridges: Network["bridges"]): Loss[] {
  const { routes } = known.declared[direction.from];
  const looked = { known, bridges };
  return [
    ...direction.paths
      // A table that nobody uses loses nothing; but the program may want its routes there.
      .filter(({ isUsed, table }) => isUsed || (routes !== undefined && isChosen(table, routes)))
      .flatMap((path) => path.ways.flatMap((way) => lossesOf(way, path, looked))),
    ...lossesOfIpv6(direction, known),
  ];
}

/** What was looked at. */
interface Looked {
  known: Known;
  bridges: Network["bridges"];
}

function lossesOf(way: Way, path: Path, looked: Looked): Loss[] {
  const { known } = looked;
  const { table, isUsed } = path;
  const { id } = known.declared;
  if (way.leads === "through" || way.leads === "halted" || way.leads === "unknown") return [];
  const { routes } = looked.known.declared[endOf(path, known)];
  const asked = askedOf(way.part, table, routes);
  const isLeftOut = asked.length === 0;
  const whole = rangeOf(path.to);
  const stalled = table.routes.find(
    (route) => !carries(route) && route.hop.id === id && covers(route.destination, way.part),
  );
  const of = (part: Range): Loss => {
    const place = { table: table.id, isUsed, isLeftOut, destination: rangeText(part) };
    if (way.leads === "local") return { ...place, cause: "overlap" };
    const isShorter = way.bits === undefined || way.bits < (whole?.bits ?? 0);
    if (way.leads === "dead") return { ...place, cause: "route-dead", ...byRoute(way) };
    if (!isShorter) return { ...place, cause: causeOfDetour(way, table, looked), ...byRoute(way) };
    if (stalled?.state === "disabled") return { ...place, cause: "route-disabled", route: stalled };
    if (stalled?.state === "coming") return { ...place, cause: "route-coming", route: stalled };
    return { ...place, cause: "route-missing", ...byRoute(way) };
  };
  return (isLeftOut ? [way.part] : asked).map(of);
}

/** Which end a path begins at. */
function endOf({ table }: Path, { ends }: Known): "requester" | "accepter" {
  return ends.requester.tables?.includes(table) === true ? "requester" : "accepter";
}

const byRoute = ({ route }: Way): Pick<Loss, "route"> => (route === undefined ? {} : { route });

/** Whether packets would get through, but for a route with a longer prefix. */
function causeOfDetour({ part, bits = 0 }: Way, table: TableInUse, { known, bridges }: Looked): Cause {
  const isBehind = table.routes.some((route) => {
    const range = rangeOf(route.destination);
    const isLonger = range === undefined || range.bits >= bits || !covers(route.destination, part);
    return !isLonger && carries(route) && leadsOf(route, known, bridges) === "through";
  });
  return isBehind ? "route-shadowed" : "route-elsewhere";
}

/** What of some addresses the program wants to be routed in a table: all of them, unless it says otherwise. */
function askedOf(part: Range, table: TableInUse, routes: DeclaredRoutes | undefined): Range[] {
  if (routes?.isNarrow !== true) return [part];
  if (!isChosen(table, routes)) return [];
  return routes.destinations.flatMap((destination) => {
    const range = rangeOf(destination);
    return (range && common(part, range)) ?? [];
  });
}

function isChosen({ id, isMain }: TableInUse, { tables }: DeclaredRoutes): boolean {
  if (tables === "all") return true;
  return tables === "main" ? isMain : tables.includes(id);
}

function covers(cidr: string, part: Range): boolean {
  const shared = rangeOf(cidr);
  const inside = shared && common(part, shared);
  return inside?.first === part.first && inside.last === part.last;
}

/** Routes of IPv6 that the program wants: each is there, and leads through the connection, or it does not. */
function lossesOfIpv6({ from }: Direction, { declared, ends }: Known): Loss[] {
  const { routes } = declared[from];
  if (routes === undefined) return [];
  const used = tablesInUse(ends[from]);
  const tables = (ends[from].tables ?? []).filter((table) => isChosen(table, routes));
  return tables.flatMap((table) =>
    routes.destinations.filter(isIpv6).flatMap((destination): Loss[] => {
      const place = { table: table.id, destination, isUsed: used.includes(table), isLeftOut: false };
      const route = table.routes.find((one) => one.destination === destination);
      if (route === undefined || route.state === "going") return [{ ...place, cause: "route-missing" }];
      if (route.hop.id !== declared.id) return [{ ...place, cause: "route-elsewhere", route }];
      if (route.state === "disabled") return [{ ...place, cause: "route-disabled", route }];
      return route.state === "coming" ? [{ ...place, cause: "route-coming", route }] : [];
    }),
  );
}
