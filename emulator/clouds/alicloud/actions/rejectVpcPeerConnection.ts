import type { Action } from "../action";
import { refuseWhileLocked, requireStatus } from "../find";
import { requestToAnswer } from "../requestToAnswer";

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
