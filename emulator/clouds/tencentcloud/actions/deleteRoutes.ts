import type { Action } from "../action";
import { routeView } from "../routeView";
import { routeParams } from "../rules/routeParams";
import { routeNamed, routesIn } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Removes routes of one table: all, or none. */
export const deleteRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  run(context) {
    const table = findTable(context);
    const routes = routesIn(context).map((param) => routeNamed(context, table, param));
    const RouteSet = routes.map((route) => routeView(context, route));
    context.core.routes.remove(routes);
    return { RouteSet };
  },
};
