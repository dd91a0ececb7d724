import { blockText, readBlock } from "../../../core/addresses/block";
import type { Action, ActionContext } from "../action";
import { apiError, illegal } from "../errors";
import { integer, isGiven, textList } from "../params";
import { pageOf } from "../rules/paging";
import { findTable, readableVpcs } from "../rules/routeTables";
import { entriesOf, type ShownEntry } from "../routeView";

const types = ["Custom", "System", "BGP", "CEN", "ECR"];
const versions = ["ipv4", "ipv6"];
const mostDestinations = 20;
const largestPage = 100;

/** Lists the routes of a table, page by page: those of the system first. */
export const describeRouteEntryList: Action = {
  required: ["RegionId", "RouteTableId"],
  perMinute: 600,
  prepare(context) {
    const { params, settings } = context;
    checkFilters(context);
    const size = pageSizeOf(context);
    const table = findTable(context, params.get("RouteTableId") ?? "", "InvalidRouteTable.NotFound");
    if (!readableVpcs(context).includes(table.vpc)) throw apiError("Forbidden.RAM");
    if (table.gateway) throw apiError("OperationDenied.UseGatewayRouteEntryQueryInterface");
    return () => {
      const found = entriesOf(context, table).filter((entry) => isListed(context, entry));
      const { rows, nextToken } = pageOf(found, ({ key }) => key, params, size);
      const atEnd = settings.guesses.lastTokenIs === "empty" ? "" : undefined;
      return {
        TotalCount: settings.guesses.listCountsRoutes ? found.length : undefined,
        NextToken: nextToken ?? atEnd,
        RouteEntrys: { RouteEntry: rows.map(({ fields }) => fields) },
      };
    };
  },
};

/** How many routes a page has. More than there may be are either cut down, or refused. */
function pageSizeOf({ params, settings }: ActionContext): number {
  const size = integer(params, "MaxResult") ?? 10;
  if (size < 1 || (size > largestPage && !settings.guesses.largePagesAreCut)) throw illegal("MaxResult");
  return Math.min(size, largestPage);
}

function checkFilters({ params }: ActionContext): void {
  const type = params.get("RouteEntryType") || undefined;
  if (type !== undefined && !types.includes(type)) throw illegal("RouteEntryType");
  if (!versions.includes((params.get("IpVersion") || "ipv4").toLowerCase())) throw illegal("IpVersion");
  const forCustom = isGiven(params, "RouteEntryId") || isGiven(params, "RouteEntryName");
  if (forCustom && type !== "Custom") throw apiError("OperationFailed.FilterParamUnderWrongRouteType");
  if (textList(params, "DestCidrBlockList").length > mostDestinations) throw illegal("DestCidrBlockList");
}

function isListed({ params }: ActionContext, entry: ShownEntry): boolean {
  const asked = (name: string, value: string) => (params.get(name) || value) === value;
  const destinations = [params.get("DestinationCidrBlock") ?? "", ...textList(params, "DestCidrBlockList")]
    .filter((text) => text !== "")
    .map(canonical);
  return (
    asked("RouteEntryType", entry.type) &&
    asked("RouteEntryId", entry.id) &&
    asked("RouteEntryName", entry.name) &&
    asked("NextHopId", entry.hop.id) &&
    asked("NextHopType", entry.hop.type) &&
    (params.get("IpVersion") || entry.version).toLowerCase() === entry.version.toLowerCase() &&
    !isGiven(params, "ServiceType") &&
    (destinations.length === 0 || destinations.includes(entry.destination))
  );
}

function canonical(text: string): string {
  const read = readBlock(text);
  return read === undefined ? text : blockText(read.block);
}
