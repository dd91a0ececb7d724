import type { RouteRecord } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { apiError } from "../errors";
import { refuseRival, routeNamed } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { integer, listOf, text } from "../shape";

/** Switches routes on: all, or none where another that is on leads the destination of one of them. */
export const enableRoutes: Action = switching((context, routes, others) => {
  const willBeOn = routes.map((route) => ({ ...route, status: "available" as const }));
  routes.forEach((route, index) => {
    const rivals = [...others, ...willBeOn.filter((_, other) => other !== index)];
    if (route.status === "disabled") refuseRival(context, route, rivals);
  });
  for (const route of routes) context.core.routes.move(route, "available");
});

/** Switches routes off. They stay, and lead nothing. */
export const disableRoutes: Action = switching(({ core }, routes) => {
  for (const route of routes) core.routes.move(route, "disabled");
});

/** A call that names routes of one table, by their ids or their numbers. */
function switching(
  act: (context: ActionContext, routes: readonly RouteRecord[], others: readonly RouteRecord[]) => void,
): Action {
  return {
    params: { RouteTableId: text, RouteIds: listOf(integer), RouteItemIds: listOf(text) },
    required: ["RouteTableId"],
    isRegional: true,
    isLimited: true,
    perSecond: 100,
    run(context) {
      const { core, params, settings } = context;
      const table = findTable(context);
      if (params.has("RouteIds") && params.has("RouteItemIds"))
        throw apiError("InvalidParameter.Coexist", "RouteIds and RouteItemIds");
      const named = [
        ...params.integers("RouteIds").map((RouteId) => ({ RouteId })),
        ...params.texts("RouteItemIds").map((RouteItemId) => ({ RouteItemId })),
      ];
      if (named.length === 0) throw apiError("MissingParameter", "RouteItemIds");
      if (named.length > settings.guesses.mostRoutesPerCall)
        throw apiError("InvalidParameterValue.LimitExceeded", "RouteItemIds");
      const routes = named.map((name) => routeNamed(context, table, name));
      act(
        context,
        routes,
        core.routes.routes(table).filter((route) => !routes.includes(route)),
      );
      return {};
    },
  };
}
