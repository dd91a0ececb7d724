import type { Action } from "./action";
import { acceptVpcPeerConnection } from "./actions/acceptVpcPeerConnection";
import { createVpcPeerConnection } from "./actions/createVpcPeerConnection";
import { deleteVpcPeerConnection } from "./actions/deleteVpcPeerConnection";
import { getCallerIdentity } from "./actions/getCallerIdentity";
import { getVpcPeerConnectionAttribute } from "./actions/getVpcPeerConnectionAttribute";
import { listVpcPeerConnections } from "./actions/listVpcPeerConnections";
import { modifyVpcPeerConnection } from "./actions/modifyVpcPeerConnection";
import { rejectVpcPeerConnection } from "./actions/rejectVpcPeerConnection";
import { apiError, invalid, missing } from "./errors";

/** The actions of each API version; the version tells the product. */
const api: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  // VpcPeer
  "2022-01-01": {
    AcceptVpcPeerConnection: acceptVpcPeerConnection,
    CreateVpcPeerConnection: createVpcPeerConnection,
    DeleteVpcPeerConnection: deleteVpcPeerConnection,
    GetVpcPeerConnectionAttribute: getVpcPeerConnectionAttribute,
    ListVpcPeerConnections: listVpcPeerConnections,
    ModifyVpcPeerConnection: modifyVpcPeerConnection,
    RejectVpcPeerConnection: rejectVpcPeerConnection,
  },
  // Sts
  "2015-04-01": {
    GetCallerIdentity: getCallerIdentity,
  },
};

/** Finds an action, or says which of action and version is wrong. */
export function findAction(version: string, name: string): Action {
  if (name === "") throw missing("Action");
  if (version === "") throw missing("Version");
  const actions = Object.hasOwn(api, version) ? api[version] : undefined;
  if (!actions) throw invalid("Version");
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw apiError("InvalidAction.NotFound");
  return action;
}
