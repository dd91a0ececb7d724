import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { apiError } from "../errors";

type Ends = Pick<PeeringRecord, "requester" | "accepter">;

/** Refuses a call while another one holds either VPC. */
export function refuseWhileLocked({ core, settings, action }: ActionContext, ends: Ends): void {
  if (!settings.guesses.mutexActions.includes(action)) return;
  if (core.locks.anyLocked("tencentcloud", vpcIdsOf(ends))) {
    throw apiError("UnsupportedOperation.MutexOperationTaskRunning", vpcIdsOf(ends).join(", "));
  }
}

/** Locks both VPCs for as long as the world says. */
export function lockVpcs({ core }: ActionContext, ends: Ends): void {
  core.locks.lock("tencentcloud", vpcIdsOf(ends));
}

function vpcIdsOf({ requester, accepter }: Ends): string[] {
  return [requester.vpcId, accepter.vpcId];
}
