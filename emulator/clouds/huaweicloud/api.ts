import type { RawRequest } from "../../core/http/http";
import type { Action } from "./action";
import { acceptVpcPeering } from "./actions/acceptVpcPeering";
import { createVpcPeering } from "./actions/createVpcPeering";
import { deleteVpcPeering } from "./actions/deleteVpcPeering";
import { createProject, listAuthDomains, listProjects, listRegions } from "./actions/iam";
import { listQuotas } from "./actions/listQuotas";
import { listSubnets } from "./actions/listSubnets";
import { listVpcPeerings } from "./actions/listVpcPeerings";
import { rejectVpcPeering } from "./actions/rejectVpcPeering";
import {
  associateRouteTable,
  createRouteTable,
  deleteRouteTable,
  listRouteTables,
  showRouteTable,
  updateRouteTable,
} from "./actions/routeTables";
import { showVpcPeering } from "./actions/showVpcPeering";
import { createTemporaryAccessKey, createToken } from "./actions/tokens";
import { updateVpcPeering } from "./actions/updateVpcPeering";
import { createVpcRoute, deleteVpcRoute, listVpcRoutes, showVpcRoute } from "./actions/vpcRoutes";
import {
  listVpcs,
  listVpcsWithSecondaryBlocks,
  showVpc,
  showVpcTags,
  showVpcWithSecondaryBlocks,
} from "./actions/vpcs";

const PEERINGS = "/v2.0/vpc/peerings";
const PEERING = `${PEERINGS}/{id}`;
const TABLES = "/v1/{project}/routetables";
const TABLE = `${TABLES}/{id}`;
const ROUTES = "/v2.0/vpc/routes";

/** Every path that is answered, with the name of its action. */
const endpoints: readonly (readonly [method: string, path: string, name: string, action: Action])[] = [
  ["POST", PEERINGS, "CreateVpcPeering", createVpcPeering],
  ["GET", PEERINGS, "ListVpcPeerings", listVpcPeerings],
  ["GET", PEERING, "ShowVpcPeering", showVpcPeering],
  ["PUT", PEERING, "UpdateVpcPeering", updateVpcPeering],
  ["DELETE", PEERING, "DeleteVpcPeering", deleteVpcPeering],
  ["PUT", `${PEERING}/accept`, "AcceptVpcPeering", acceptVpcPeering],
  ["PUT", `${PEERING}/reject`, "RejectVpcPeering", rejectVpcPeering],
  ["GET", "/v1/{project}/vpcs", "ListVpcs", listVpcs],
  ["GET", "/v1/{project}/vpcs/{id}", "ShowVpc", showVpc],
  ["GET", "/v3/{project}/vpc/vpcs", "ListVpcs", listVpcsWithSecondaryBlocks],
  ["GET", "/v3/{project}/vpc/vpcs/{id}", "ShowVpc", showVpcWithSecondaryBlocks],
  ["GET", "/v2.0/{project}/vpcs/{id}/tags", "ShowVpcTags", showVpcTags],
  ["GET", "/v1/{project}/subnets", "ListSubnets", listSubnets],
  ["GET", TABLES, "ListRouteTables", listRouteTables],
  ["POST", TABLES, "CreateRouteTable", createRouteTable],
  ["GET", TABLE, "ShowRouteTable", showRouteTable],
  ["PUT", TABLE, "UpdateRouteTable", updateRouteTable],
  ["DELETE", TABLE, "DeleteRouteTable", deleteRouteTable],
  ["POST", `${TABLE}/action`, "AssociateRouteTable", associateRouteTable],
  ["GET", ROUTES, "ListVpcRoutes", listVpcRoutes],
  ["POST", ROUTES, "CreateVpcRoute", createVpcRoute],
  ["GET", `${ROUTES}/{id}`, "ShowVpcRoute", showVpcRoute],
  ["DELETE", `${ROUTES}/{id}`, "DeleteVpcRoute", deleteVpcRoute],
  ["GET", "/v1/{project}/quotas", "ShowQuota", listQuotas],
  ["GET", "/v3/projects", "KeystoneListProjects", listProjects],
  ["POST", "/v3/projects", "KeystoneCreateProject", createProject],
  ["GET", "/v3/regions", "KeystoneListRegions", listRegions],
  ["GET", "/v3/auth/domains", "KeystoneListAuthDomains", listAuthDomains],
  ["POST", "/v3/auth/tokens", "KeystoneCreateUserToken", createToken],
  [
    "POST",
    "/v3.0/OS-CREDENTIAL/securitytokens",
    "CreateTemporaryAccessKeyByAgency",
    createTemporaryAccessKey,
  ],
];

/** The action that a request is for, and what its path names. */
export interface Endpoint {
  readonly name: string;
  readonly action: Action;
  readonly id: string;
  readonly projectId: string | undefined;
}

/** Finds the action of a request; nothing if there is no such API. */
export function findEndpoint({ method, path }: RawRequest): Endpoint | undefined {
  const segments = path.replace(/\/$/, "").split("/");
  for (const [wanted, pattern, name, action] of endpoints) {
    if (wanted !== method) continue;
    const named = matched(pattern.split("/"), segments);
    if (named) return { name, action, id: named.get("{id}") ?? "", projectId: named.get("{project}") };
  }
  return undefined;
}

function matched(pattern: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  const named = new Map<string, string>();
  const fits = pattern.every((part, index) => {
    const segment = segments[index] ?? "";
    if (part.startsWith("{") && segment !== "") named.set(part, decoded(segment));
    return part.startsWith("{") ? segment !== "" : part === segment;
  });
  return fits && pattern.length === segments.length ? named : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
