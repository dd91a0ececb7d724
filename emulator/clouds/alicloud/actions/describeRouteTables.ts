import type { RouteTable } from "../../../core/routes/route";
import type { Action, ActionContext, Fields } from "../action";
import { defaultResourceGroup } from "../defaults";
import { missing } from "../errors";
import { isGiven } from "../params";
import { pageByNumber } from "../rules/pageByNumber";
import { tablesAskedFor } from "../rules/routeTables";
import { entriesOf, type ShownEntry, tableView } from "../routeView";
import { routerId } from "../routing";

/** What tables are named by; a call has to give one of these. */
const names: Readonly<Record<string, (table: RouteTable) => string>> = {
  RouteTableId: ({ id }) => id,
  VRouterId: ({ vpc }) => routerId(vpc.vpcId),
  RouterId: ({ vpc }) => routerId(vpc.vpcId),
  RouteTableName: ({ name }) => name,
};

const filters: typeof names = {
  ...names,
  RouterType: () => "VRouter",
  ResourceGroupId: ({ vpc }) => defaultResourceGroup(vpc.account),
};

/** Lists route tables with their routes, page by page. Newer clients list tables and routes apart. */
export const describeRouteTables: Action = {
  required: [],
  perMinute: 600,
  prepare(context) {
    const { params } = context;
    if (!Object.keys(names).some((name) => isGiven(params, name))) throw missing("RouteTableId");
    const page = pageByNumber(params);
    return () => {
      const { rows, ...counts } = page(tablesAskedFor(context, filters));
      return { ...counts, RouteTables: { RouteTable: rows.map((table) => tableWithRoutes(context, table)) } };
    };
  },
};

function tableWithRoutes(context: ActionContext, table: RouteTable): Fields {
  const { RouteTableId, RouteTableType, RouterId, VSwitchIds, ResourceGroupId, Status, CreationTime } =
    tableView(context, table);
  const asked = context.params.get("Type") || undefined;
  const shown = entriesOf(context, table).filter(({ type }) => asked === undefined || type === asked);
  return {
    RouteTableId,
    RouteTableType,
    VRouterId: RouterId,
    VSwitchIds,
    ResourceGroupId,
    Status,
    CreationTime,
    RouteEntrys: { RouteEntry: shown.map(entryView) },
  };
}

/** A route as it was before a route could have several next hops. */
function entryView({ fields, hop }: ShownEntry): Fields {
  const { GmtModified: _, Origin: __, ...shown } = fields;
  return { ...shown, InstanceId: hop.id, NextHopType: hop.type };
}
