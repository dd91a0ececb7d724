import type { RouteTable } from "../../../core/routes/route";
import type { Action, ActionContext } from "../action";
import { apiError } from "../errors";
import { routesShown, tableView } from "../routeView";
import { filtered, type FilterTable } from "../rules/filters";
import { checkTableId } from "../rules/ids";
import { pageOf, textNumber } from "../rules/paging";
import { ownTables } from "../rules/routeTables";
import { boolean, filters, listOf, text } from "../shape";

const none = () => false;

/** Lists the caller's route tables in a region, with all their routes. Offset and Limit are texts. */
export const describeRouteTables: Action = {
  params: {
    RouteTableIds: listOf(text),
    Filters: filters,
    Offset: text,
    Limit: text,
    NeedRouterInfo: boolean,
  },
  required: [],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { params, settings } = context;
    const ids = params.texts("RouteTableIds");
    if (ids.length > 0 && params.has("Filters"))
      throw apiError("InvalidParameter.Coexist", "RouteTableIds and Filters");
    for (const id of ids) checkTableId(context, "RouteTableIds", id);
    const named = ownTables(context).filter(({ id }) => ids.length === 0 || ids.includes(id));
    const unknown = ids.find((id) => !named.some((table) => table.id === id));
    if (unknown !== undefined && !settings.guesses.unknownTableIsEmpty)
      throw apiError("ResourceNotFound", unknown);
    checkHopFilter(context);
    const rows = filtered(context, named, filterTable(context), "InvalidParameter.FilterInvalidKey");
    const page = pageOf(rows, textNumber(context, "Offset", 0), textNumber(context, "Limit", 20), 100);
    const hasRoutes = params.boolean("NeedRouterInfo") ?? true;
    return {
      TotalCount: rows.length,
      RouteTableSet: page.map((table) =>
        tableView(context, table, hasRoutes ? routesShown(context, table) : []),
      ),
    };
  },
};

function filterTable({ core }: ActionContext): FilterTable<RouteTable> {
  return {
    "route-table-id": ({ id }, value) => id === value,
    "route-table-name": ({ name }, value) => name === value,
    "vpc-id": ({ vpc }, value) => vpc.vpcId === value,
    "association.main": ({ main }, value) => String(main) === value,
    "next-hop-type": (table, value) => core.routes.routes(table).some(({ hop }) => hop.type === value),
    // Tables have no tags here.
    "tag-key": none,
    "tag:": none,
    visible: () => true,
  };
}

/** One filter goes only with two others. */
function checkHopFilter({ params }: ActionContext): void {
  const names = (params.objects("Filters") as readonly { Name?: string }[]).map(({ Name = "" }) => Name);
  if (!names.includes("next-hop-type")) return;
  if (!names.includes("route-table-id") || !names.includes("vpc-id"))
    throw apiError("InvalidParameter.FilterMissParameter", "next-hop-type", "route-table-id and vpc-id");
}
