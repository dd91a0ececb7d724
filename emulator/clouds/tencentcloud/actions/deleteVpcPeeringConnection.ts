import type { RouteRecord } from "../../../core/routes/route";
import type { Action } from "../action";
import { findPeering, purviewError } from "../find";
import { apiError } from "../errors";
import { text } from "../shape";
import { lockVpcs } from "../rules/locks";

/** Deletes a peering at once, with the routes into it; either side may. */
export const deleteVpcPeeringConnection: Action = {
  params: { PeeringConnectionId: text },
  required: ["PeeringConnectionId"],
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core, settings, caller } = context;
    const peering = findPeering(context);
    if (peering.attributes["type"] === "VPC_BM_PEER") {
      throw apiError("UnsupportedOperation.NotSupportDeleteVpcBmPeer", peering.id);
    }
    const isUnanswered = peering.status === "pending" && peering.requester.account !== caller.uin;
    if (isUnanswered && !settings.guesses.accepterMayDeleteUnanswered) throw purviewError(peering);
    const routes = core.routes.into(peering.id);
    const isGone = ({ table }: RouteRecord) =>
      settings.guesses.routesOfBothSidesGo || table.vpc.account === caller.uin;
    core.routes.remove(routes.filter(isGone));
    peering.attributes["deletedBy"] = caller.uin;
    core.peerings.move(peering, "deleted");
    lockVpcs(context, peering);
    return {};
  },
};
