import type { Action } from "../action";
import { requestToAnswer } from "../find";
import { peeringView } from "../view";

/** Rejects a request for good. The answer is the peering itself, in no envelope. */
export const rejectVpcPeering: Action = {
  limited: true,
  run(context) {
    const peering = requestToAnswer(context);
    context.core.peerings.move(peering, "rejected");
    return { status: 200, body: peeringView(peering) };
  },
};
