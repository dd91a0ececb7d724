import type { Action } from "../action";
import { routeParams } from "../rules/routeParams";
import { isOfCcn } from "../routeView";
import { routesIn, wantedRoutes } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Names a table and puts routes in place of all that users wrote into it. */
export const resetRoutes: Action = {
  params: { RouteTableId: text, RouteTableName: text, Routes: routeParams },
  required: ["RouteTableId", "RouteTableName", "Routes"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { core, params } = context;
    const table = findTable(context);
    const kept = core.routes.routes(table).filter(isOfCcn);
    const asked = routesIn(context).map((param) => [param] as const);
    const wanted = wantedRoutes(context, table, { asked, kept });
    core.routes.remove(core.routes.routes(table).filter((route) => !kept.includes(route)));
    for (const route of wanted) core.routes.add(table, route);
    table.name = params.text("RouteTableName") ?? table.name;
    return {};
  },
};
