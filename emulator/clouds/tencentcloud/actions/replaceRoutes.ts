import type { RouteTable } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { routeView } from "../routeView";
import { type RouteParam, routeParams } from "../rules/routeParams";
import { partsOf, routeNamed, routesIn, wantedRoutes, willBeOn } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Changes routes of one table, without a gap: all, or none. They keep their ids. */
export const replaceRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const table = findTable(context);
    const done = partsOf(context, routesIn(context)).flatMap((part) => replace(context, table, part));
    return { OldRouteSet: done.map(({ before }) => before), NewRouteSet: done.map(({ after }) => after) };
  },
};

function replace(context: ActionContext, table: RouteTable, params: readonly RouteParam[]) {
  const { core } = context;
  const asked = params.map(
    (param) => [param, routeNamed(context, table, param, "UnsupportedOperation.RecordNotExists")] as const,
  );
  const kept = core.routes.routes(table).filter((route) => !asked.some(([, old]) => old === route));
  const wanted = wantedRoutes(context, table, { asked, kept });
  const old = asked.map(([, route]) => ({ route, before: routeView(context, route) }));
  for (const one of wanted) {
    const { instead: route, destination, hop, description } = one;
    if (route === undefined) continue;
    const isOn = willBeOn(context, one);
    route.destination = destination;
    route.hop = hop;
    route.description = description ?? route.description;
    core.routes.move(route, isOn ? "available" : "disabled");
  }
  return old.map(({ route, before }) => ({ before, after: routeView(context, route) }));
}
