import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { apiError } from "../errors";

type Ends = Pick<PeeringRecord, "requester" | "accepter">;

/** Refuses a call while another one holds either VPC. */
export function refuseWhileLocked({ core }: ActionContext, ends: Ends): void {
  if (core.locks.anyLocked("alicloud", vpcIdsOf(ends))) throw apiError("Conflict.Operation");
}

/** Locks both VPCs for as long as the world says. */
export function lockVpcs({ core }: ActionContext, ends: Ends): void {
  core.locks.lock("alicloud", vpcIdsOf(ends));
}

function vpcIdsOf({ requester, accepter }: Ends): string[] {
  return [requester.vpcId, accepter.vpcId];
}
