import type { Action } from "../action";
import { routeView } from "../routeView";
import { routeParams } from "../rules/routeParams";
import { routeNamed, routesIn, wantedRoutes } from "../rules/routes";
import { findTable } from "../rules/routeTables";
import { text } from "../shape";

/** Changes routes of one table, without a gap: all, or none. They keep their ids. */
export const replaceRoutes: Action = {
  params: { RouteTableId: text, Routes: routeParams },
  required: ["RouteTableId", "Routes"],
  strangerCode: "UnknownParameter.WithGuess",
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core } = context;
    const table = findTable(context);
    const asked = routesIn(context).map(
      (param) => [param, routeNamed(context, table, param, "UnsupportedOperation.RecordNotExists")] as const,
    );
    const kept = core.routes.routes(table).filter((route) => !asked.some(([, old]) => old === route));
    const wanted = wantedRoutes(context, table, { asked, kept });
    const before = asked.map(([, route]) => routeView(context, route));
    for (const { instead: route, destination, hop, description, isEnabled } of wanted) {
      if (route === undefined) continue;
      route.destination = destination;
      route.hop = hop;
      route.description = description ?? route.description;
      const isOn = isEnabled ?? route.status !== "disabled";
      core.routes.move(route, isOn ? "available" : "disabled");
    }
    return { OldRouteSet: before, NewRouteSet: asked.map(([, route]) => routeView(context, route)) };
  },
};
