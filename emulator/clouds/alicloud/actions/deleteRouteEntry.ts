import type { RouteRecord } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { apiError, missing } from "../errors";
import { dryRunPassed } from "../routeErrors";
import { isGiven } from "../params";
import { dropRoute, routeById, routeTo } from "../rules/routeEntries";
import { findWritableTable } from "../rules/routeTables";
import { refuseWhileBusy } from "../rules/routeTasks";

/** Removes one route. */
export const deleteRouteEntry: Action = {
  required: [],
  dryRun: true,
  dryRunPassed,
  perMinute: 300,
  prepare(context) {
    const route = routeNamed(context);
    refuseWhileBusy(context, route.table.vpc, route);
    return () => {
      dropRoute(context, route);
      return {};
    };
  },
};

/** A route is named by its id, or else by its table, destination and next hop. */
function routeNamed(context: ActionContext): RouteRecord {
  const { params, settings } = context;
  const id = params.get("RouteEntryId") ?? "";
  const byPlace = isGiven(params, "RouteTableId") || isGiven(params, "DestinationCidrBlock");
  if (id !== "" && byPlace) throw apiError("ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock");
  const found = id === "" ? routeAt(context) : routeById(context, id);
  if (found === undefined) throw apiError(settings.guesses.unknownEntryCode);
  return found;
}

function routeAt(context: ActionContext): RouteRecord | undefined {
  const { params } = context;
  for (const name of ["RouteTableId", "DestinationCidrBlock"])
    if (!isGiven(params, name)) throw missing(name);
  const [byId, byList] = [isGiven(params, "NextHopId"), isGiven(params, "NextHopList")];
  if (byId && byList) throw apiError("ParamExclusive.NextHopIdAndList");
  if (!byId && !byList) throw apiError("InvalidNextHop");
  const table = findWritableTable(context, params.get("RouteTableId") ?? "");
  const route = routeTo(context, table, params.get("DestinationCidrBlock") ?? "");
  return route?.hop.id === params.get("NextHopId") ? route : undefined;
}
