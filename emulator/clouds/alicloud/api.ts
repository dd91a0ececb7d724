import type { Action } from "./action";
import { acceptVpcPeerConnection } from "./actions/acceptVpcPeerConnection";
import { assumeRole } from "./actions/assumeRole";
import { createRouteEntries } from "./actions/createRouteEntries";
import { createRouteEntry } from "./actions/createRouteEntry";
import { createVpcPeerConnection } from "./actions/createVpcPeerConnection";
import { deleteRouteEntries } from "./actions/deleteRouteEntries";
import { deleteRouteEntry } from "./actions/deleteRouteEntry";
import { deleteVpcPeerConnection } from "./actions/deleteVpcPeerConnection";
import { describeRouteEntryList } from "./actions/describeRouteEntryList";
import { describeRouteTableList } from "./actions/describeRouteTableList";
import { describeRouteTables } from "./actions/describeRouteTables";
import { describeVpcAttribute } from "./actions/describeVpcAttribute";
import { describeVpcs } from "./actions/describeVpcs";
import { describeVSwitches } from "./actions/describeVSwitches";
import { getCallerIdentity } from "./actions/getCallerIdentity";
import { getVpcPeerConnectionAttribute } from "./actions/getVpcPeerConnectionAttribute";
import { getVpcRouteEntrySummary } from "./actions/getVpcRouteEntrySummary";
import { listTagResources } from "./actions/listTagResources";
import { listVpcPeerConnections } from "./actions/listVpcPeerConnections";
import { modifyRouteEntry } from "./actions/modifyRouteEntry";
import { modifyVpcPeerConnection } from "./actions/modifyVpcPeerConnection";
import { moveResourceGroup } from "./actions/moveResourceGroup";
import { rejectVpcPeerConnection } from "./actions/rejectVpcPeerConnection";
import { tagResources } from "./actions/tagResources";
import { unTagResources } from "./actions/unTagResources";
import { apiError, invalid, missing } from "./errors";

/** The actions of each API version; the version tells the product. */
const api: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  // VpcPeer
  "2022-01-01": {
    AcceptVpcPeerConnection: acceptVpcPeerConnection,
    CreateVpcPeerConnection: createVpcPeerConnection,
    DeleteVpcPeerConnection: deleteVpcPeerConnection,
    GetVpcPeerConnectionAttribute: getVpcPeerConnectionAttribute,
    ListTagResources: listTagResources,
    ListVpcPeerConnections: listVpcPeerConnections,
    ModifyVpcPeerConnection: modifyVpcPeerConnection,
    MoveResourceGroup: moveResourceGroup,
    RejectVpcPeerConnection: rejectVpcPeerConnection,
    TagResources: tagResources,
    UnTagResources: unTagResources,
  },
  // Sts
  "2015-04-01": {
    AssumeRole: assumeRole,
    GetCallerIdentity: getCallerIdentity,
  },
  // Vpc
  "2016-04-28": {
    CreateRouteEntries: createRouteEntries,
    CreateRouteEntry: createRouteEntry,
    DeleteRouteEntries: deleteRouteEntries,
    DeleteRouteEntry: deleteRouteEntry,
    DescribeRouteEntryList: describeRouteEntryList,
    DescribeRouteTableList: describeRouteTableList,
    DescribeRouteTables: describeRouteTables,
    DescribeVSwitches: describeVSwitches,
    DescribeVpcAttribute: describeVpcAttribute,
    DescribeVpcs: describeVpcs,
    GetVpcRouteEntrySummary: getVpcRouteEntrySummary,
    ModifyRouteEntry: modifyRouteEntry,
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
