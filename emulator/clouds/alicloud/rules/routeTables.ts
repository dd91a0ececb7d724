import type { RouteTable } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";

/** The VPCs that the caller owns and may read, in the region of the call where it names one. */
export function readableVpcs({ core, caller, params, settings }: ActionContext): Vpc[] {
  const region = params.get("RegionId") ?? "";
  const hidden = settings.vpcs.filter((vpc) => vpc.hidden).map(({ vpcId }) => vpcId);
  return core.vpcs
    .all()
    .filter(
      (vpc) =>
        vpc.cloud === "alicloud" &&
        vpc.account === caller.accountId &&
        (region === "" || vpc.region === region) &&
        !hidden.includes(vpc.vpcId),
    );
}

/** The caller's tables that are what a call asks for: by its parameters, what a table has of each. */
export function tablesAskedFor(
  context: ActionContext,
  filters: Readonly<Record<string, (table: RouteTable) => string>>,
): RouteTable[] {
  const { core, params } = context;
  return readableVpcs(context)
    .flatMap((vpc) => core.routes.tables(vpc))
    .filter((table) =>
      Object.entries(filters).every(
        ([name, valueOf]) => (params.get(name) || valueOf(table)) === valueOf(table),
      ),
    );
}

/** The caller's table with this id, or the error with `code`. */
export function findTable({ core, caller, params }: ActionContext, id: string, code: string): RouteTable {
  const table = core.routes.findTable("alicloud", id, caller.accountId);
  const region = params.get("RegionId") || table?.vpc.region;
  if (table?.vpc.account !== caller.accountId || table.vpc.region !== region) throw apiError(code);
  return table;
}

/** The caller's table with this id, for a route to be written. */
export function findWritableTable(context: ActionContext, id: string): RouteTable {
  const table = findTable(context, id, "InvalidRouteTableId.NotFound");
  if (table.gateway) throw apiError("OperationDenied.GatewayRouteTableNotPermitted");
  return table;
}
