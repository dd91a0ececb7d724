import { blockText } from "../../../core/addresses/block";
import type { Hop, RouteRecord, RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { isOfCcn, numberOf } from "../routeView";
import { readDestination } from "./destinations";
import { readHop } from "./hops";
import { checkRouteId } from "./ids";
import type { RouteParam } from "./routeParams";

/** A route that a call wants to have, and the one it takes the place of, if there is one. */
export interface WantedRoute {
  readonly destination: string;
  readonly hop: Hop;
  readonly description: string | undefined;
  readonly isEnabled: boolean | undefined;
  readonly instead: RouteRecord | undefined;
}

/** The routes of a call. */
export function routesIn({ params, settings }: ActionContext): readonly RouteParam[] {
  const routes = params.objects("Routes") as readonly RouteParam[];
  if (routes.length === 0) throw apiError("InvalidParameterValue.Empty", "Routes");
  if (routes.length > settings.guesses.mostRoutesPerCall)
    throw apiError("InvalidParameterValue.LimitExceeded", "Routes");
  return routes;
}

/** What of a call is checked as a whole before any of it is done: all routes, or each for itself. */
export function partsOf<Item>({ settings }: ActionContext, items: readonly Item[]): (readonly Item[])[] {
  return settings.guesses.routeCallsAreAtomic ? [items] : items.map((item) => [item]);
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
  const { disabledRoutesClash } = context.settings.guesses;
  for (const one of wanted)
    if (disabledRoutesClash || willBeOn(context, one)) refuseRival(context, one, kept);
  const twice = wanted.find((one, index) =>
    wanted.slice(0, index).some(({ destination }) => destination === one.destination),
  );
  if (twice) throw apiError("InvalidParameterValue.Duplicate", twice.destination);
  const { routesPerTable } = context.settings.quotas;
  if (routesPerTable > 0 && kept.length + wanted.length > routesPerTable)
    throw apiError("LimitExceeded", table.id, routesPerTable);
  return wanted;
}

/** A route that is made is on, unless the setting allows another; one that is changed stays as it is, unless the call says otherwise. */
export function willBeOn({ settings }: ActionContext, { instead, isEnabled }: WantedRoute): boolean {
  if (instead === undefined) return isEnabled !== false || !settings.guesses.createMayDisable;
  return isEnabled ?? instead.status !== "disabled";
}

/** Refuses a route whose destination is led somewhere already by one that is enabled. */
export function refuseRival(
  { settings }: ActionContext,
  { destination, hop }: Pick<WantedRoute, "destination" | "hop">,
  others: readonly RouteRecord[],
): void {
  const { sameRouteCode, otherHopCode, ccnHopCode, disabledRoutesClash } = settings.guesses;
  const rival = others.find(
    (one) => one.destination === destination && (disabledRoutesClash || one.status !== "disabled"),
  );
  if (!rival) return;
  if (isOfCcn(rival)) throw apiError(ccnHopCode, destination);
  const isSame = rival.hop.type === hop.type && rival.hop.id === hop.id;
  throw apiError(isSame ? sameRouteCode : otherHopCode, destination);
}

/** The route of a table that a call names, by its id or its number. What others wrote cannot be changed. */
export function routeNamed(
  context: ActionContext,
  table: RouteTable,
  { RouteItemId: id, RouteId: number }: Pick<RouteParam, "RouteItemId" | "RouteId">,
  code = "ResourceNotFound",
): RouteRecord {
  if (id || number === undefined) checkRouteId(context, "RouteItemId", id ?? "");
  // The number 0 is what every route of IPv6 has, so that it names none.
  const route = context.core.routes
    .routes(table)
    .find((one) => (id ? one.id === id : number !== undefined && number !== 0 && numberOf(one) === number));
  if (!route) throw apiError(code, id ?? String(number ?? ""));
  if (isOfCcn(route)) throw apiError("UnsupportedOperation.SystemRoute", route.id);
  return route;
}
