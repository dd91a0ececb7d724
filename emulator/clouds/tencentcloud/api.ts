import type { Action } from "./action";
import { acceptVpcPeeringConnection } from "./actions/acceptVpcPeeringConnection";
import { assumeRole } from "./actions/assumeRole";
import { createRoutes } from "./actions/createRoutes";
import { createVpcPeeringConnection } from "./actions/createVpcPeeringConnection";
import { deleteRoutes } from "./actions/deleteRoutes";
import { deleteVpcPeeringConnection } from "./actions/deleteVpcPeeringConnection";
import { describeAssistantCidr } from "./actions/describeAssistantCidr";
import { describeRouteConflicts } from "./actions/describeRouteConflicts";
import { describeRoutes } from "./actions/describeRoutes";
import { describeRouteTables } from "./actions/describeRouteTables";
import { describeSubnets } from "./actions/describeSubnets";
import { describeVpcLimits } from "./actions/describeVpcLimits";
import { describeVpcPeeringConnections } from "./actions/describeVpcPeeringConnections";
import { describeVpcs } from "./actions/describeVpcs";
import { getCallerIdentity } from "./actions/getCallerIdentity";
import { getUserAppId } from "./actions/getUserAppId";
import { modifyVpcPeeringConnection } from "./actions/modifyVpcPeeringConnection";
import { rejectVpcPeeringConnection } from "./actions/rejectVpcPeeringConnection";
import { replaceRoutes } from "./actions/replaceRoutes";
import { resetRoutes } from "./actions/resetRoutes";
import {
  createRouteTable,
  deleteRouteTable,
  modifyRouteTableAttribute,
  replaceRouteTableAssociation,
} from "./actions/routeTables";
import { disableRoutes, enableRoutes } from "./actions/switchRoutes";
import { apiError } from "./errors";

/** The actions of each API version; the version tells the product. */
const api: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  // vpc
  "2017-03-12": {
    AcceptVpcPeeringConnection: acceptVpcPeeringConnection,
    CreateRouteTable: createRouteTable,
    CreateRoutes: createRoutes,
    CreateVpcPeeringConnection: createVpcPeeringConnection,
    DeleteRouteTable: deleteRouteTable,
    DeleteRoutes: deleteRoutes,
    DeleteVpcPeeringConnection: deleteVpcPeeringConnection,
    DescribeAssistantCidr: describeAssistantCidr,
    DescribeRouteConflicts: describeRouteConflicts,
    DescribeRouteList: describeRoutes,
    DescribeRouteTables: describeRouteTables,
    DescribeRoutes: describeRoutes,
    DescribeSubnets: describeSubnets,
    DescribeVpcLimits: describeVpcLimits,
    DescribeVpcPeeringConnections: describeVpcPeeringConnections,
    DescribeVpcs: describeVpcs,
    DisableRoutes: disableRoutes,
    EnableRoutes: enableRoutes,
    ModifyRouteTableAttribute: modifyRouteTableAttribute,
    ModifyVpcPeeringConnection: modifyVpcPeeringConnection,
    RejectVpcPeeringConnection: rejectVpcPeeringConnection,
    ReplaceRouteTableAssociation: replaceRouteTableAssociation,
    ReplaceRoutes: replaceRoutes,
    ResetRoutes: resetRoutes,
  },
  // cam
  "2019-01-16": {
    GetUserAppId: getUserAppId,
  },
  // sts
  "2018-08-13": {
    AssumeRole: assumeRole,
    GetCallerIdentity: getCallerIdentity,
  },
};

/** Finds an action, or says which of action and version is wrong. */
export function findAction(version: string, name: string): Action {
  if (name === "") throw apiError("MissingParameter", "Action");
  if (version === "") throw apiError("MissingParameter", "Version");
  const actions = Object.hasOwn(api, version) ? api[version] : undefined;
  if (!actions) throw apiError("NoSuchVersion", version);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw apiError("InvalidAction", name);
  return action;
}
