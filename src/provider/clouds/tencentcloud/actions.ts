import type { Rate } from "../../../io/rateLimit";
import type { ActionRow } from "../kit/pipeline";
import { CHANGE, CREATE, READ } from "../kit/pipeline";

/** The products that are spoken to, with their API version. */
const PRODUCTS = { vpc: "2017-03-12", sts: "2018-08-13" } as const;

/** An API action, and the product that it belongs to. */
interface Action extends ActionRow {
  product: keyof typeof PRODUCTS;
}

/** The documented limit of each of the peering actions, for all of an account's callers. */
const PEERING = { product: "vpc", rate: { calls: 20, windowMs: 1_000 } satisfies Rate } as const;

/** Every action this package calls. There are no client tokens, so a create that is repeated makes a second connection. */
export const ACTIONS = {
  CreateVpcPeeringConnection: { ...PEERING, ...CREATE },
  AcceptVpcPeeringConnection: { ...PEERING, ...CHANGE },
  RejectVpcPeeringConnection: { ...PEERING, ...CHANGE },
  ModifyVpcPeeringConnection: { ...PEERING, ...CHANGE },
  DeleteVpcPeeringConnection: { ...PEERING, ...CHANGE },
  DescribeVpcPeeringConnections: { ...PEERING, ...READ },
  DescribeRouteTables: { product: "vpc", ...READ },
  // A table leads to a destination once, so routes that are made again are no second ones.
  CreateRoutes: { product: "vpc", ...CHANGE },
  ReplaceRoutes: { product: "vpc", ...CHANGE },
  EnableRoutes: { product: "vpc", ...CHANGE },
  DeleteRoutes: { product: "vpc", ...CHANGE, rate: { calls: 100, windowMs: 1_000 } },
  DescribeVpcs: { product: "vpc", ...READ },
  DescribeSubnets: { product: "vpc", ...READ },
  DescribeVpcLimits: { product: "vpc", ...READ },
  GetCallerIdentity: { product: "sts", ...READ },
  AssumeRole: { product: "sts", ...READ },
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** What is asked, and where. */
export interface Request {
  /** Where the resource is that is spoken of. */
  region: string;
  /** Parameters by name; what is undefined is not sent. */
  params: Readonly<Record<string, unknown>>;
}

/** Where calls go that belong to no region. */
export const ANY_REGION = "ap-guangzhou";

/** The product of an action, and its version. */
export function productOf(action: ActionName): { service: string; version: string } {
  const { product } = ACTIONS[action];
  return { service: product, version: PRODUCTS[product] };
}

/** Where an action is called. Regions of the finance cloud have hosts of their own. */
export function hostOf(action: ActionName, region: string): string {
  const { product } = ACTIONS[action];
  return region.endsWith("-fsi")
    ? `${product}.${region}.tencentcloudapi.com`
    : `${product}.tencentcloudapi.com`;
}
