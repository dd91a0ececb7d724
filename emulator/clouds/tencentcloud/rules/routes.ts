import { blockText } from "../../../core/addresses/block";
import type { Hop, RouteRecord, RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { isOfCcn, numberOf } from "../routeView";
import { readDestination } from "./destinations";
import { readHop } from "./hops";
import type { RouteParam } from "./routeParams";

/** A route that a call wants to have, and the one it takes the place of, if there is one. */
export interface WantedRoute {
  readonly destination: string;
  readonly hop: Hop;
  readonly description: string | undefined;
  readonly isEnabled: boolean | undefined;
  readonly instead: RouteRecord | undefined;
}

/** The routes of a call. A call does all or nothing, so that it is checked as a whole first. */
export function routesIn({ params, settings }: ActionContext): readonly RouteParam[] {
  const routes = params.objects("Routes") as readonly RouteParam[];
  if (routes.length === 0) throw apiError("InvalidParameterValue.Empty", "Routes");
  if (routes.length > settings.guesses.mostRoutesPerCall)
    throw apiError("InvalidParameterValue.LimitExceeded", "Routes");
  return routes;
}

/** Checks routes against their table: where they lead, and what is there already. `kept` is what stays beside them. */
export function wantedRoutes(
  context: ActionContext,
  table: RouteTable,
  {
    asked,
    kept,
  }: {
    readonly asked: readonly (readonly [RouteParam, RouteRecord?])[];
    readonly kept: readonly RouteRecord[];
  },
): WantedRoute[] {
  const wanted = asked.map(([param, instead]): WantedRoute => {
    const destination = readDestination(context, table.vpc, param);
    return {
      destination: blockText(destination),
      hop: readHop(context, table.vpc, destination, param),
      description: param.RouteDescription,
      isEnabled: param.Enabled,
      instead,
    };
  });
  for (const one of wanted) if (willBeOn(one)) refuseRival(context, one, kept);
  const twice = wanted.find((one, index) =>
    wanted.slice(0, index).some(({ destination }) => destination === one.destination),
  );
  if (twice) throw apiError("InvalidParameterValue.Duplicate", twice.destination);
  const { routesPerTable } = context.settings.quotas;
  if (routesPerTable > 0 && kept.length + wanted.length > routesPerTable)
    throw apiError("LimitExceeded", table.id, routesPerTable);
  return wanted;
}

/** A route that is made is on; one that is changed stays as it is, unless the call says otherwise. */
function willBeOn({ instead, isEnabled }: WantedRoute): boolean {
  return instead === undefined || (isEnabled ?? instead.status !== "disabled");
}

/** Refuses a route whose destination is led somewhere already by one that is enabled. */
export function refuseRival(
  { settings }: ActionContext,
  { destination, hop }: Pick<WantedRoute, "destination" | "hop">,
  others: readonly RouteRecord[],
): void {
  const { sameRouteCode, otherHopCode, ccnHopCode } = settings.guesses;
  const rival = others.find((one) => one.destination === destination && one.status !== "disabled");
  if (!rival) return;
  if (isOfCcn(rival)) throw apiError(ccnHopCode, destination);
  const isSame = rival.hop.type === hop.type && rival.hop.id === hop.id;
  throw apiError(isSame ? sameRouteCode : otherHopCode, destination);
}

/** The route of a table that a call names, by its id or its number. What others wrote cannot be changed. */
export function routeNamed(
  { core }: ActionContext,
  table: RouteTable,
  { RouteItemId: id, RouteId: number }: Pick<RouteParam, "RouteItemId" | "RouteId">,
  code = "ResourceNotFound",
): RouteRecord {
  // The number 0 is what every route of IPv6 has, so that it names none.
  const route = core.routes
    .routes(table)
    .find((one) => (id ? one.id === id : number !== undefined && number !== 0 && numberOf(one) === number));
  if (!route) throw apiError(code, id ?? String(number ?? ""));
  if (isOfCcn(route)) throw apiError("UnsupportedOperation.SystemRoute", route.id);
  return route;
}
