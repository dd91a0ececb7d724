import type { Action } from "../action";
import { requestToAnswer } from "../find";
import { peeringView } from "../view";
import { refuseBeyondQuota } from "../rules/quotas";

/** Accepts a request. The answer is the peering itself, in no envelope. */
export const acceptVpcPeering: Action = {
  limited: true,
  run(context) {
    const peering = requestToAnswer(context);
    refuseBeyondQuota(context, peering.accepter.account, peering.accepter.region);
    context.core.peerings.move(peering, "active");
    return { status: 200, body: peeringView(peering) };
  },
};
