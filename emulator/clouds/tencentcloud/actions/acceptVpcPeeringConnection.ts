import type { Action } from "../action";
import { requestToAnswer } from "../find";
import { text } from "../shape";
import { lockVpcs } from "../rules/locks";

/** Accepts a request; only its accepter may. */
export const acceptVpcPeeringConnection: Action = {
  params: { PeeringConnectionId: text },
  required: ["PeeringConnectionId"],
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core, settings } = context;
    const peering = requestToAnswer(context);
    if (settings.guesses.acceptIsImmediate) core.peerings.move(peering, "active");
    else core.peerings.move(peering, "creating", { afterMs: core.timings.acceptMs, status: "active" });
    lockVpcs(context, peering);
    return {};
  },
};
