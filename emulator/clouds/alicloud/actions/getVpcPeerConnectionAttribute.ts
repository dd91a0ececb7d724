import type { Action } from "../action";
import { findPeering } from "../find";
import { peeringView } from "../view";

/** Reads one peering. */
export const getVpcPeerConnectionAttribute: Action = {
  required: ["InstanceId"],
  perMinute: 360,
  prepare: (context) => () => peeringView(context, findPeering(context)),
};
