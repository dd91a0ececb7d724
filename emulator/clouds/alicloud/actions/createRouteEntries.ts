import type { Action } from "../action";
import { missing } from "../errors";
import { dryRunPassed } from "../routeErrors";
import { makeRoute, planRoute, refuseWithoutRoom } from "../rules/routeEntries";
import { doBatch, readBatch } from "../rules/routeBatches";

/** Makes up to 50 routes. It is a success even if all of them fail; what failed is told apart. */
export const createRouteEntries: Action = {
  required: ["RegionId", "RouteEntries"],
  dryRun: true,
  dryRunPassed,
  perMinute: 300,
  prepare(context) {
    const entries = readBatch(context);
    for (const name of ["DstCidrBlock", "NextHop", "NextHopType"])
      if (entries.some((entry) => !entry[name])) throw missing(name);
    return () =>
      doBatch(context, entries, {
        plan: (entry) => {
          const planned = planRoute(context, {
            tableId: entry["RouteTableId"] ?? "",
            destination: entry["DstCidrBlock"] ?? "",
            hop: { type: entry["NextHopType"] ?? "", id: entry["NextHop"] ?? "" },
            name: entry["Name"],
            description: entry["Description"],
            isBatch: true,
          });
          refuseWithoutRoom(context, planned);
          return () => makeRoute(context, planned);
        },
        told: (made) => ({ RouteEntryIds: made.map(({ id }) => id) }),
      });
  },
};
