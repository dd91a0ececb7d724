import type { RouteRecord } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { ApiError, neutronError } from "../errors";
import { oldRouteView } from "../routeView";
import { pageOf } from "../rules/paging";
import { changeRoutes } from "../rules/routeChanges";
import { findVpc, ownVpcs } from "../rules/routeTables";
import { badParam, objectIn, routesIn } from "../rules/tableBodies";

/** Makes a route to a peering, in the default table of a VPC. */
export const createVpcRoute: Action = {
  limited: true,
  run: inOldWords((context) => {
    const fields = objectIn(context.body, "route", ["type", "nexthop", "destination", "vpc_id"]);
    const { vpc_id: vpcId, ...route } = fields;
    const add = routesIn([route], ["type", "destination", "nexthop"]);
    if (route["type"] !== "peering") throw badParam("type must be peering");
    const vpc = findVpc(context, vpcId);
    const [main] = context.core.routes.tables(vpc);
    if (main === undefined) throw badParam("the VPC has no default table");
    changeRoutes(context, main, { add, mod: [], del: [] });
    const made = context.core.routes.routes(main).at(-1);
    return { status: 201, body: { route: made === undefined ? {} : oldRouteView(made) } };
  }),
};

/** Lists the routes to peerings. */
export const listVpcRoutes: Action = {
  limited: true,
  run: inOldWords((context) => {
    const { origin, query } = context;
    const asked = (name: string, value: string) => (query.get(name) || value) === value;
    const rows = oldRoutes(context)
      .filter(
        ({ id, hop, destination, table: { vpc } }) =>
          asked("id", id) &&
          asked("type", hop.type) &&
          asked("destination", destination) &&
          asked("vpc_id", vpc.vpcId) &&
          asked("tenant_id", vpc.account),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const page = pageOf(rows, context);
    const next = new URLSearchParams([...query]);
    next.set("marker", page.rows.at(-1)?.id ?? "");
    const links = [{ href: `${origin}/v2.0/vpc/routes?${next.toString()}`, rel: "next" }];
    return {
      status: 200,
      body: { routes: page.rows.map(oldRouteView), routes_links: page.hasMore ? links : undefined },
    };
  }),
};

/** Reads one route to a peering. */
export const showVpcRoute: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { route: oldRouteView(named(context)) } }),
};

/** Removes one route to a peering. */
export const deleteVpcRoute: Action = {
  limited: true,
  run(context) {
    context.core.routes.remove([named(context)]);
    return { status: 204 };
  },
};

function named(context: ActionContext): RouteRecord {
  const route = oldRoutes(context).find(({ id }) => id === context.id);
  if (!route) throw neutronError(404, "ResourceNotFound", `Route ${context.id} could not be found.`);
  return route;
}

/** The routes that this version of the API knows of: those to peerings, in default tables unless the setting says otherwise. */
function oldRoutes(context: ActionContext): RouteRecord[] {
  const { core, settings } = context;
  return ownVpcs(context)
    .flatMap((vpc) => core.routes.tables(vpc))
    .filter(({ main }) => main || settings.guesses.oldRoutesShowAllTables)
    .flatMap((table) => core.routes.routes(table))
    .filter(({ hop }) => hop.kind === "peering");
}

/** The rules are those of the newer version; refusals come in the body of the peering calls. */
function inOldWords(run: Action["run"]): Action["run"] {
  return (context) => {
    try {
      return run(context);
    } catch (error) {
      if (!(error instanceof ApiError) || error.shape !== "service") throw error;
      throw neutronError(
        error.status,
        error.status === 404 ? "ResourceNotFound" : "BadRequest",
        error.message,
      );
    }
  };
}
