import type { Action } from "../action";
import { routeView } from "../routeView";
import { routeParams } from "../rules/routeParams";
import { partsOf, routeNamed, routesIn } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Removes routes of one table: all, or none. */
export const deleteRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const table = findTable(context);
    const removed = partsOf(context, routesIn(context)).flatMap((part) => {
      const routes = part.map((param) => routeNamed(context, table, param));
      context.core.routes.remove(routes);
      return routes;
    });
    return { RouteSet: removed.map((route) => routeView(context, route)) };
  },
};
