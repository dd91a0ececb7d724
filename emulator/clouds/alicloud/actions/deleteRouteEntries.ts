import type { RouteRecord } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { apiError } from "../errors";
import { dryRunPassed } from "../routeErrors";
import { doBatch, readBatch, type BatchEntry } from "../rules/routeBatches";
import { dropRoute, routeById, routeTo } from "../rules/routeEntries";
import { findWritableTable } from "../rules/routeTables";

/** Removes up to 50 routes. It is a success even if all of them fail; what failed is told apart. */
export const deleteRouteEntries: Action = {
  required: ["RegionId", "RouteEntries"],
  dryRun: true,
  dryRunPassed,
  perMinute: 300,
  prepare(context) {
    const entries = readBatch(context);
    return () =>
      doBatch(context, entries, {
        plan: (entry) => {
          const route = routeNamed(context, entry);
          return () => {
            dropRoute(context, route);
          };
        },
      });
  },
};

function routeNamed(context: ActionContext, entry: BatchEntry): RouteRecord {
  const table = findWritableTable(context, entry["RouteTableId"] ?? "");
  const { RouteEntryId: id, DstCidrBlock: destination = "", NextHop: hop } = entry;
  const route = id ? routeById(context, id) : routeTo(context, table, destination);
  const isRight = route?.table === table && route.status !== "deleting" && (!hop || route.hop.id === hop);
  if (!isRight) throw apiError("InvalidRouteEntry.NotFound");
  return route;
}
