import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { apiError } from "../errors";

type Ends = Pick<PeeringRecord, "requester" | "accepter">;

/** Refuses a call while another one holds one of these VPCs. */
export function refuseWhileLocked(
  { core, settings, action }: ActionContext,
  vpcIds: readonly string[],
): void {
  if (!settings.guesses.mutexActions.includes(action)) return;
  if (core.locks.anyLocked("tencentcloud", vpcIds)) {
    throw apiError("UnsupportedOperation.MutexOperationTaskRunning", vpcIds.join(", "));
  }
}

/** Locks both VPCs for as long as the world says. */
export function lockVpcs({ core }: ActionContext, ends: Ends): void {
  core.locks.lock("tencentcloud", vpcIdsOf(ends));
}

/** The VPCs at both ends. */
export function vpcIdsOf({ requester, accepter }: Ends): string[] {
  return [requester.vpcId, accepter.vpcId];
}
