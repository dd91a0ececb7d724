import type { Action } from "../action";
import { apiError, illegal } from "../errors";
import { entriesOf } from "../routeView";
import { readableVpcs } from "../rules/routeTables";

/** The kinds of routes that there are here; of others there are none. */
const present = ["custom", "system"] as const;
const types = ["all", ...present, "bgp", "cen", "ecr"];

/** Counts the routes of a VPC's tables by their kind. */
export const getVpcRouteEntrySummary: Action = {
  required: ["RegionId", "VpcId", "RouteEntryType"],
  perMinute: 120,
  prepare(context) {
    const { core, params } = context;
    const asked = (params.get("RouteEntryType") ?? "").toLowerCase();
    if (!types.includes(asked)) throw illegal("RouteEntryType");
    const vpc = readableVpcs(context).find(({ vpcId }) => vpcId === params.get("VpcId"));
    if (vpc === undefined) throw apiError("InvalidVpcId.NotFound");
    return () => ({
      RouteEntrySummarys: core.routes
        .tables(vpc)
        .filter(({ id, gateway }) => !gateway && (params.get("RouteTableId") || id) === id)
        .map((table) => ({
          RouteTableId: table.id,
          EntrySummarys: present
            .filter((type) => asked === "all" || asked === type)
            .map((type) => ({
              RouteEntryType: type,
              Count: entriesOf(context, table).filter((entry) => entry.type.toLowerCase() === type).length,
            })),
        })),
    });
  },
};
