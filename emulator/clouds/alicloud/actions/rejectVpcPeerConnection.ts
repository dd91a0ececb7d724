import type { Action } from "../action";
import { refuseWhileLocked } from "../rules/locks";
import { requireStatus } from "../rules/status";
import { requestToAnswer } from "../find";

/** Turns a request down; only its accepter may. */
export const rejectVpcPeerConnection: Action = {
  required: ["InstanceId"],
  dryRun: true,
  clientToken: true,
  perMinute: 360,
  prepare(context) {
    const peering = requestToAnswer(context);
    refuseWhileLocked(context, peering);
    requireStatus(peering, ["pending"]);
    return () => {
      context.core.peerings.move(peering, "rejected");
      return {};
    };
  },
};
