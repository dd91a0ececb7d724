import type { RouteRecord } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";

/** Whether a route of a VPC is still being worked on. A VPC takes one task at a time, whatever the table. */
export function isBusy({ core }: ActionContext, vpc: Vpc): boolean {
  return core.routes.routes(vpc).some(isUnstable);
}

/** Refuses a write while another is being worked on in the VPC; `entry` is the one to be changed, if it is there. */
export function refuseWhileBusy(context: ActionContext, vpc: Vpc, entry?: RouteRecord): void {
  const { pendingEntryCode, busyVpcCode } = context.settings.guesses;
  if (entry !== undefined && isUnstable(entry)) throw apiError(pendingEntryCode);
  if (isBusy(context, vpc)) throw apiError(busyVpcCode);
}

function isUnstable({ status }: RouteRecord): boolean {
  return status === "pending" || status === "modifying" || status === "deleting";
}
