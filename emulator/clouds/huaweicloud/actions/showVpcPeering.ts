import type { Action } from "../action";
import { findPeering } from "../find";
import { peeringView } from "../view";

/** Reads one peering; either side may. */
export const showVpcPeering: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { peering: peeringView(findPeering(context)) } }),
};
