import type { Action } from "../action";
import { connectionOf } from "../connections";
import { connectionView } from "../connectionView";

/** Reads one connection. */
export const getVpcPeerConnectionAttribute: Action = {
  required: ["InstanceId"],
  perMinute: 360,
  prepare: (context) => () => connectionView(context, connectionOf(context)),
};
