import type { Rate } from "../../../io/rateLimit";
import type { ActionRow } from "../kit/pipeline";
import { CHANGE, READ } from "../kit/pipeline";

/** The products that are spoken to, with their API version and host. */
const PRODUCTS = {
  vpcpeer: { version: "2022-01-01", host: () => "vpcpeer.aliyuncs.com" },
  vpc: { version: "2016-04-28", host: vpcHost },
  sts: { version: "2015-04-01", host: () => "sts.aliyuncs.com" },
} as const;

/** The regions whose VPC service still has its first, common host. */
const COMMON_VPC_HOST =
  /^(cn-(qingdao|beijing|hangzhou|shanghai|shenzhen|hongkong)|ap-southeast-1|us-(east|west)-1|cn-(shanghai|shenzhen)-finance-1)$/;

function vpcHost(region: string): string {
  return COMMON_VPC_HOST.test(region) ? "vpc.aliyuncs.com" : `vpc.${region}.aliyuncs.com`;
}

/** An API action: its product, and which parameters go into the query as the official SDKs have it. */
interface Action extends ActionRow {
  product: keyof typeof PRODUCTS;
  inQuery: readonly string[];
}

const MINUTE_MS = 60_000;

/** The documented limits: of each action in each region, for all of an account's callers. */
const STANDARD: Rate = { calls: 360, windowMs: MINUTE_MS };
const LABELS: Rate = { calls: 1_000, windowMs: MINUTE_MS };
const ROUTES: Rate = { calls: 300, windowMs: MINUTE_MS };

const reads = (product: Action["product"], ...inQuery: string[]): Action => ({ ...READ, product, inQuery });

// A change is repeatable because its client token, or what it does, makes it so: a table leads to a destination once.
const changes = (...inQuery: string[]): Action => ({
  ...CHANGE,
  product: "vpcpeer",
  inQuery,
  rate: STANDARD,
});
const routeChanges = (...inQuery: string[]): Action => ({ ...CHANGE, product: "vpc", inQuery });
const labels = (...inQuery: string[]): Action => ({ ...changes(...inQuery), rate: LABELS });

/** Every action this package calls. */
export const ACTIONS = {
  CreateVpcPeerConnection: changes("LinkType", "Tag"),
  AcceptVpcPeerConnection: changes("Tag"),
  RejectVpcPeerConnection: changes(),
  ModifyVpcPeerConnection: changes("LinkType"),
  DeleteVpcPeerConnection: changes(),
  GetVpcPeerConnectionAttribute: { ...reads("vpcpeer"), rate: STANDARD },
  ListVpcPeerConnections: { ...reads("vpcpeer", "ResourceGroupId", "Tags"), rate: STANDARD },
  TagResources: labels("RegionId", "ResourceType", "ResourceId", "Tag", "ClientToken"),
  UnTagResources: labels("RegionId", "ResourceType", "ResourceId", "TagKey", "All", "ClientToken"),
  MoveResourceGroup: labels("RegionId", "ResourceId", "ResourceType", "NewResourceGroupId"),
  DescribeVpcAttribute: reads("vpc", "RegionId", "VpcId"),
  DescribeVpcs: reads("vpc", "RegionId", "PageNumber", "PageSize"),
  DescribeVSwitches: reads("vpc", "RegionId", "VpcId", "PageNumber", "PageSize"),
  DescribeRouteTableList: reads("vpc", "RegionId", "VpcId", "PageNumber", "PageSize"),
  DescribeRouteEntryList: reads("vpc", "RegionId", "RouteTableId", "MaxResult", "NextToken"),
  CreateRouteEntry: routeChanges("RegionId", "RouteTableId", "DestinationCidrBlock", "ClientToken"),
  // Up to 50 entries would make a long query.
  CreateRouteEntries: routeChanges("RegionId"),
  ModifyRouteEntry: { ...routeChanges("RegionId", "RouteEntryId"), rate: ROUTES },
  DeleteRouteEntry: routeChanges("RegionId", "RouteTableId", "DestinationCidrBlock", "NextHopId"),
  DeleteRouteEntries: { ...routeChanges("RegionId"), rate: ROUTES },
  GetCallerIdentity: reads("sts"),
  AssumeRole: reads("sts"),
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** Parameters by name; what is undefined is not sent. */
export type Params = Readonly<Record<string, unknown>>;

/** The region that parameters name, if they do. */
export function regionIn({ RegionId }: Params): string {
  return typeof RegionId === "string" ? RegionId : "";
}

/** The version of an action's product. */
export function versionOf(action: ActionName): string {
  return PRODUCTS[ACTIONS[action].product].version;
}

/** Where an action is called. */
export function urlOf(action: ActionName, params: Params): string {
  return `https://${PRODUCTS[ACTIONS[action].product].host(regionIn(params))}`;
}
