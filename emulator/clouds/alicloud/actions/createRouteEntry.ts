import type { Action } from "../action";
import { apiError } from "../errors";
import { dryRunPassed } from "../routeErrors";
import { isGiven } from "../params";
import { makeRoute, planRoute, refuseWithoutRoom } from "../rules/routeEntries";
import { refuseWhileBusy } from "../rules/routeTasks";

/** Makes one route. */
export const createRouteEntry: Action = {
  required: ["RouteTableId", "DestinationCidrBlock"],
  dryRun: true,
  dryRunPassed,
  clientToken: true,
  perMinute: 300,
  prepare(context) {
    const { params } = context;
    // Several next hops share traffic, which peerings cannot.
    if (isGiven(params, "NextHopList")) throw apiError("InvalidNextHopType", "NextHopList");
    const planned = planRoute(context, {
      tableId: params.get("RouteTableId") ?? "",
      destination: params.get("DestinationCidrBlock") ?? "",
      hop: { type: params.get("NextHopType") || "Instance", id: params.get("NextHopId") ?? "" },
      name: params.get("RouteEntryName"),
      description: params.get("Description"),
      isBatch: false,
    });
    refuseWhileBusy(context, planned.table.vpc);
    refuseWithoutRoom(context, planned);
    return () => ({ RouteEntryId: makeRoute(context, planned).id });
  },
};
