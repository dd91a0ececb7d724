import type { RouteTable } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { ApiError, serviceError } from "../errors";

/** The VPCs of the caller's project. */
export function ownVpcs({ core, caller }: ActionContext): Vpc[] {
  return core.vpcs
    .all()
    .filter(({ cloud, account }) => cloud === "huaweicloud" && account === caller.projectId);
}

/** All route tables of the caller's project. */
export function ownTables(context: ActionContext): RouteTable[] {
  return ownVpcs(context).flatMap((vpc) => context.core.routes.tables(vpc));
}

/** The table that the path names. */
export function findTable(context: ActionContext): RouteTable {
  const table = ownTables(context).find(({ id }) => id === context.id);
  if (!table) throw serviceError("VPC.2808", `: ${context.id}`);
  refuseHidden(context, table.vpc);
  return table;
}

/** The VPC of the caller's project with this id. */
export function findVpc(context: ActionContext, id: unknown): Vpc {
  const vpc = ownVpcs(context).find(({ vpcId }) => vpcId === id);
  if (!vpc) throw serviceError("VPC.0003", ` ${String(id)}`);
  refuseHidden(context, vpc);
  return vpc;
}

/** Refuses a look at a VPC that nobody may look at. */
function refuseHidden({ settings }: ActionContext, { vpcId, account }: Vpc): void {
  const isHidden = settings.vpcs.some(
    (vpc) => vpc.hidden && vpc.vpcId === vpcId && vpc.projectId === account,
  );
  if (isHidden) throw new ApiError("service", 403, "VPC.2201", "Policy does not allow this to be performed.");
}
