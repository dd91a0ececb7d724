import type { Action } from "../action";
import { tableView, routeView } from "../routeView";
import { routeParams } from "../rules/routeParams";
import { partsOf, routesIn, wantedRoutes, willBeOn } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Makes routes in one table: all, or none. */
export const createRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { core, settings } = context;
    const { createAnswersNoRoutes, createCounts } = settings.guesses;
    const table = findTable(context);
    const asked = routesIn(context).map((param) => [param] as const);
    const made = partsOf(context, asked).flatMap((part) => {
      const wanted = wantedRoutes(context, table, { asked: part, kept: core.routes.routes(table) });
      return wanted.map((route) => {
        const record = core.routes.add(table, route);
        if (!willBeOn(context, route)) core.routes.move(record, "disabled");
        return record;
      });
    });
    const shown = createAnswersNoRoutes ? [] : made.map((route) => routeView(context, route));
    return {
      TotalCount: createCounts === "routes" ? made.length : 1,
      RouteTableSet: [tableView(context, table, shown)],
    };
  },
};
