import type { Action } from "../action";
import { routesShown } from "../routeView";
import { filtered } from "../rules/filters";
import { pageOf } from "../rules/paging";
import { ownTables } from "../rules/routeTables";
import { filters, integer } from "../shape";

/** Lists the routes of all tables of the caller in a region. Offset and Limit are numbers. */
export const describeRoutes: Action = {
  params: { Filters: filters, Offset: integer, Limit: integer },
  required: [],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { params, settings } = context;
    const { routeListDefault, routeListMost } = settings.guesses;
    const all = ownTables(context).flatMap((table) =>
      routesShown(context, table).map((fields) => ({ vpcId: table.vpc.vpcId, fields })),
    );
    const is = (name: string) => (row: (typeof all)[number], value: string) => row.fields[name] === value;
    const rows = filtered(context, all, {
      "vpc-id": ({ vpcId }, value) => vpcId === value,
      "gateway-id": is("GatewayId"),
      description: is("RouteDescription"),
      "route-table-id": is("RouteTableId"),
      // Goes by how the text begins.
      "dest-cidr": ({ fields }, value) =>
        [fields["DestinationCidrBlock"], fields["DestinationIpv6CidrBlock"]].some(
          (text) => typeof text === "string" && text !== "" && text.startsWith(value),
        ),
    });
    const limit = params.integer("Limit") ?? Math.min(routeListDefault, routeListMost);
    const page = pageOf(rows, params.integer("Offset") ?? 0, limit, routeListMost);
    return { TotalCount: rows.length, RouteSet: page.map(({ fields }) => fields) };
  },
};
