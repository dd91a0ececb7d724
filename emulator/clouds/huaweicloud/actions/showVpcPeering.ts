import type { Action } from "../action";
import { connectionOf } from "../connections";
import { peeringView } from "../peeringView";

/** Reads one connection; either side may. */
export const showVpcPeering: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { peering: peeringView(connectionOf(context)) } }),
};
