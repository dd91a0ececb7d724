import type { Rate } from "../../../io/rateLimit";
import type { ActionRow } from "../kit/pipeline";
import { CHANGE, CREATE, READ } from "../kit/pipeline";

/** The services that are spoken to. */
type Service = "vpc" | "iam";

/** An API action: its service, method and path. */
export interface Action extends ActionRow {
  service: Service;
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** What a success has to have. What the answer to a change says is looked up afterwards anyway. */
  answers?: "peering" | "peerings" | "projects" | "routetables" | "routetable" | "vpc" | "vpcs" | "subnets";
}

/** The limit of each of the VPC service's actions, as its refusals tell it. */
const PEERING = { service: "vpc", rate: { calls: 200, windowMs: 5 * 60_000 } satisfies Rate } as const;

/** What is read of VPCs. */
const VPC = { service: "vpc", ...READ, method: "GET" } as const;

const PEERINGS = "/v2.0/vpc/peerings";
const TABLES = "/v1/{project}/routetables";

/** Every action this package calls. There are no client tokens, so a create that is repeated makes a second connection. */
export const ACTIONS = {
  CreateVpcPeering: { ...PEERING, ...CREATE, method: "POST", path: PEERINGS, answers: "peering" },
  ShowVpcPeering: { ...PEERING, ...READ, method: "GET", path: `${PEERINGS}/{id}`, answers: "peering" },
  ListVpcPeerings: { ...PEERING, ...READ, method: "GET", path: PEERINGS, answers: "peerings" },
  UpdateVpcPeering: { ...PEERING, ...CHANGE, method: "PUT", path: `${PEERINGS}/{id}` },
  DeleteVpcPeering: { ...PEERING, ...CHANGE, method: "DELETE", path: `${PEERINGS}/{id}` },
  AcceptVpcPeering: { ...PEERING, ...CHANGE, method: "PUT", path: `${PEERINGS}/{id}/accept` },
  RejectVpcPeering: { ...PEERING, ...CHANGE, method: "PUT", path: `${PEERINGS}/{id}/reject` },
  ListRouteTables: { ...PEERING, ...READ, method: "GET", path: TABLES, answers: "routetables" },
  ShowRouteTable: { ...PEERING, ...READ, method: "GET", path: `${TABLES}/{id}`, answers: "routetable" },
  UpdateRouteTable: { ...PEERING, ...CHANGE, method: "PUT", path: `${TABLES}/{id}` },
  ShowVpc: { ...VPC, path: "/v3/{project}/vpc/vpcs/{id}", answers: "vpc" },
  ShowVpcV1: { ...VPC, path: "/v1/{project}/vpcs/{id}", answers: "vpc" },
  ListSubnets: { ...VPC, path: "/v1/{project}/subnets", answers: "subnets" },
  ListVpcs: { ...VPC, path: "/v3/{project}/vpc/vpcs", answers: "vpcs" },
  ShowQuota: { ...VPC, path: "/v1/{project}/quotas" },
  KeystoneListProjects: { service: "iam", ...READ, method: "GET", path: "/v3/projects", answers: "projects" },
  CreateTemporaryAccessKeyByAgency: {
    service: "iam",
    ...READ,
    method: "POST",
    path: "/v3.0/OS-CREDENTIAL/securitytokens",
  },
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** What is asked, and where. */
export interface Request {
  /** Picks the host. */
  region: string;
  /** The project that is acted in; calls to IAM are for the whole account. */
  projectId?: string;
  /** What stands for `{id}` in the path: checked, since it goes there as it is. */
  id?: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
}

/** Where the services are: one URL for both, or the domain of the cloud's own hosts. */
export interface Hosts {
  endpoint?: string | undefined;
  /** E.g. `myhuaweicloud.com`. */
  cloud?: string | undefined;
}

/** The URL of an action, without its query. */
export function urlOf(action: ActionName, { region, projectId = "", id = "" }: Request, hosts: Hosts): URL {
  const { service, path } = ACTIONS[action];
  const url = serviceUrl(service, region, hosts);
  url.pathname = url.pathname.replace(/\/$/, "") + path.replace("{project}", projectId).replace("{id}", id);
  return url;
}

/** The URL of a service in a region. */
export function serviceUrl(service: Service, region: string, { endpoint, cloud }: Hosts): URL {
  return new URL(endpoint ?? `https://${service}.${region}.${cloud ?? domainOf(region)}`);
}

/** Regions `eu-west-1…` belong to the European partner cloud, which has a domain of its own. */
function domainOf(region: string): string {
  return region.startsWith("eu-west-1") ? "myhuaweicloud.eu" : "myhuaweicloud.com";
}
