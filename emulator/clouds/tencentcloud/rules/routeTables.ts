import type { RouteTable } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { checkTableId } from "./ids";
import { refuseWhileLocked } from "./locks";

/** The VPCs that the caller owns and may read, in the region of the call. */
export function ownVpcs({ core, caller, region, settings }: ActionContext): Vpc[] {
  const hidden = settings.vpcs.filter((vpc) => vpc.hidden).map(({ vpcId }) => vpcId);
  return core.vpcs
    .all()
    .filter(
      (vpc) =>
        vpc.cloud === "tencentcloud" &&
        vpc.account === caller.uin &&
        vpc.region === region &&
        !hidden.includes(vpc.vpcId),
    );
}

/** All route tables that the caller may see. */
export function ownTables(context: ActionContext): RouteTable[] {
  return ownVpcs(context).flatMap((vpc) => context.core.routes.tables(vpc));
}

/** The table that RouteTableId names. */
export function findTable(context: ActionContext): RouteTable {
  const id = context.params.text("RouteTableId") ?? "";
  checkTableId(context, "RouteTableId", id);
  const table = ownTables(context).find((one) => one.id === id);
  if (!table) throw apiError("ResourceNotFound", id);
  refuseWhileLocked(context, [table.vpc.vpcId]);
  return table;
}
