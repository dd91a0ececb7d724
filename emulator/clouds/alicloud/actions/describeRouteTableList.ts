import type { RouteTable } from "../../../core/routes/route";
import type { Action } from "../action";
import { defaultResourceGroup } from "../defaults";
import { tagList } from "../params";
import { pageByNumber } from "../rules/pageByNumber";
import { tablesAskedFor } from "../rules/routeTables";
import { routerId } from "../routing";
import { tableView } from "../routeView";

/** What a table is asked for by; tables have no tags here. */
const filters: Readonly<Record<string, (table: RouteTable) => string>> = {
  VpcId: ({ vpc }) => vpc.vpcId,
  RouterId: ({ vpc }) => routerId(vpc.vpcId),
  RouterType: () => "VRouter",
  RouteTableId: ({ id }) => id,
  RouteTableName: ({ name }) => name,
  RouteTableType: ({ main }) => (main ? "System" : "Custom"),
  ResourceGroupId: ({ vpc }) => defaultResourceGroup(vpc.account),
};

/** Lists the route tables of the caller's VPCs in a region, page by page. */
export const describeRouteTableList: Action = {
  required: ["RegionId"],
  perMinute: 600,
  prepare(context) {
    const { params } = context;
    const page = pageByNumber(params);
    return () => {
      const found = tagList(params, "Tag").length > 0 ? [] : tablesAskedFor(context, filters);
      const { rows, ...counts } = page(found);
      return {
        ...counts,
        RouterTableList: { RouterTableListType: rows.map((table) => tableView(context, table)) },
      };
    };
  },
};
