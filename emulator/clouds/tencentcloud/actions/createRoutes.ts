import type { Action } from "../action";
import { tableView, routeView } from "../routeView";
import { routeParams } from "../rules/routeParams";
import { routesIn, wantedRoutes } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Makes routes in one table: all, or none. */
export const createRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core, settings } = context;
    const { createMayDisable, createAnswersNoRoutes } = settings.guesses;
    const table = findTable(context);
    const asked = routesIn(context).map((param) => [param] as const);
    const wanted = wantedRoutes(context, table, { asked, kept: core.routes.routes(table) });
    const made = wanted.map(({ isEnabled, ...route }) => {
      const record = core.routes.add(table, route);
      if (isEnabled === false && createMayDisable) core.routes.move(record, "disabled");
      return record;
    });
    const shown = createAnswersNoRoutes ? [] : made.map((route) => routeView(context, route));
    return { TotalCount: made.length, RouteTableSet: [tableView(context, table, shown)] };
  },
};
