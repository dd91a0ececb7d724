import type { PeeringRecord } from "../../../core/store/peering";
import type { PeeringStatus } from "../../../core/store/status";
import type { Action, ActionContext } from "../action";
import { findPeering, sidesOwned } from "../find";
import { apiError } from "../errors";
import { flag } from "../params";
import { lockVpcs, refuseWhileLocked } from "../rules/locks";
import { refuseManaged, requireStatus } from "../rules/status";

const deletable: readonly PeeringStatus[] = ["active", "pending", "rejected", "expired", "failed"];
const deletableByAccepter = deletable.filter((status) => status !== "pending");

/** Deletes a peering; either side may. Routes into it stand in the way unless Force clears them. */
export const deleteVpcPeerConnection: Action = {
  required: ["InstanceId"],
  dryRun: true,
  clientToken: true,
  perMinute: 360,
  prepare(context) {
    const { core, params } = context;
    const force = flag(params, "Force");
    const peering = findPeering(context);
    if (peering.status === "deleted") throw apiError("ResourceNotFound.InstanceId", "InstanceId");
    refuseManaged(peering);
    refuseWhileLocked(context, peering);
    requireStatus(peering, statusesToDeleteFrom(context, peering));
    const routed = core.routes
      .into(peering.id)
      .filter(({ table }) => routesCount(context, peering, table.vpc.vpcId));
    if (!force && routed.length > 0) throw apiError("OperationDenied.RouteEntryExist");

    return () => {
      core.routes.remove(routed);
      core.peerings.move(peering, "deleting", { afterMs: core.timings.deleteMs, status: "deleted" });
      lockVpcs(context, peering);
      return {};
    };
  },
};

function statusesToDeleteFrom(
  { caller, settings }: ActionContext,
  peering: PeeringRecord,
): readonly PeeringStatus[] {
  const mayWithdraw =
    peering.requester.account === caller.accountId || settings.guesses.accepterMayDeleteUnanswered;
  return mayWithdraw ? deletable : deletableByAccepter;
}

function routesCount({ caller, settings }: ActionContext, peering: PeeringRecord, vpcId: string): boolean {
  return (
    settings.guesses.routesOfBothSidesCount ||
    sidesOwned(peering, caller.accountId).some((side) => side.vpcId === vpcId)
  );
}
