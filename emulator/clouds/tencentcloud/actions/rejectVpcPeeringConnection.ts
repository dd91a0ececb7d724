import type { Action } from "../action";
import { requestToAnswer } from "../find";
import { text } from "../shape";

/** Turns a request down; only its accepter may. */
export const rejectVpcPeeringConnection: Action = {
  params: { PeeringConnectionId: text },
  required: ["PeeringConnectionId"],
  isRegional: true,
  isLimited: true,
  run(context) {
    context.core.peerings.move(requestToAnswer(context), "rejected");
    return {};
  },
};
