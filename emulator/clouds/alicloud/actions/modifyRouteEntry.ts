import { readBlock } from "../../../core/addresses/block";
import type { Hop, RouteRecord } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { apiError } from "../errors";
import { dryRunPassed } from "../routeErrors";
import { isGiven } from "../params";
import { routeById, routeTo } from "../rules/routeEntries";
import { readHop } from "../rules/hops";
import { findWritableTable } from "../rules/routeTables";
import { refuseWhileBusy } from "../rules/routeTasks";
import { readRouteTexts } from "../rules/routeTexts";

/** Changes a route's next hop, name or description; its destination and table cannot change. */
export const modifyRouteEntry: Action = {
  required: ["RegionId"],
  dryRun: true,
  dryRunPassed,
  perMinute: 300,
  prepare(context) {
    const { core, params, settings } = context;
    const { name, description } = readRouteTexts({
      name: params.get("RouteEntryName"),
      description: params.get("Description"),
    });
    const route = routeNamed(context);
    const hop = hopAsked(context, route);
    const isNewHop = hop !== undefined && (hop.id !== route.hop.id || hop.type !== route.hop.type);
    const changesText = name !== undefined || description !== undefined;
    if (!isNewHop && !changesText) throw apiError(settings.guesses.unchangedHopCode);
    refuseWhileBusy(context, route.table.vpc, route);
    return () => {
      route.name = name ?? route.name;
      route.description = description ?? route.description;
      if (isNewHop) route.hop = hop;
      if (isNewHop || settings.guesses.newTextsTakeTime) {
        core.routes.move(route, "modifying", { afterMs: core.timings.routeMs, status: "available" });
      }
      return {};
    };
  },
};

function routeNamed(context: ActionContext): RouteRecord {
  const { params } = context;
  const id = params.get("RouteEntryId") ?? "";
  const byPlace = isGiven(params, "RouteTableId") && isGiven(params, "DestinationCidrBlock");
  if (id === "" && !byPlace) throw apiError("MissingParam.RouteEntryId");
  const found =
    id === ""
      ? routeTo(
          context,
          findWritableTable(context, params.get("RouteTableId") ?? ""),
          params.get("DestinationCidrBlock") ?? "",
        )
      : routeById(context, id);
  if (found === undefined) throw apiError("InvalidRouteEntryId.NotFound");
  return found;
}

function hopAsked(context: ActionContext, route: RouteRecord): Hop | undefined {
  const { params } = context;
  if (!isGiven(params, "NewNextHopId") && !isGiven(params, "NewNextHopType")) return undefined;
  const hop = {
    type: params.get("NewNextHopType") || route.hop.type,
    id: params.get("NewNextHopId") || route.hop.id,
  };
  return readHop(context, route.table.vpc, hop, readBlock(route.destination)?.block.version ?? 4);
}
