import type { WorldInput } from "../../../emulator";
import { type Client, openBench, projectA, projectB, type Result } from "./support";

export const vpcA = "a1000000-0000-4000-8000-000000000001";
export const vpcB = "b1000000-0000-4000-8000-000000000001";
const vpcC = "c1000000-0000-4000-8000-000000000001";

/** Tables of VPC A and B. */
export const mainA = "a1000000-0000-5000-8000-000000000001";
export const mainB = "b1000000-0000-5000-8000-000000000001";
export const customA = "a1000000-0000-4000-8000-0000000000c1";

/** Connections: active, waiting, and one that VPC A has no part in. */
export const active = "d1000000-0000-4000-8000-000000000001";
export const waiting = "d1000000-0000-4000-8000-000000000002";
export const others = "d1000000-0000-4000-8000-000000000003";

/** Where the tables of project A are. */
export const TABLES = `/v1/${projectA}/routetables`;

const region = "cn-north-4";
const vpcs = [
  {
    vpcId: vpcA,
    projectId: projectA,
    region,
    cidrBlocks: ["10.0.0.0/16"],
    secondaryCidrBlocks: ["172.16.0.0/16"],
    tables: [{ id: customA }],
    subnets: [
      { cidr: "10.0.0.0/24", ipv6Cidr: "2001:db8:a::/64" },
      { cidr: "10.0.1.0/24", table: customA },
    ],
  },
  { vpcId: vpcB, projectId: projectB, region, cidrBlocks: ["10.1.0.0/16"] },
  { vpcId: vpcC, projectId: projectA, region, cidrBlocks: ["10.2.0.0/16"] },
];

/** A world of a connection between two projects, and of others that a route may not lead to. */
export function openRoutes(world: WorldInput = {}) {
  const peering = (id: string, requester: string, more: object = {}) => ({
    cloud: "huaweicloud" as const,
    id,
    requester: { vpcId: requester },
    accepter: { vpcId: vpcB },
    ...more,
  });
  return openBench({
    ...world,
    peerings: [peering(active, vpcA), peering(waiting, vpcA, { status: "pending" }), peering(others, vpcC)],
    huaweicloud: { vpcs, ...world.huaweicloud },
  });
}

/** A route as bodies and answers have it. */
export interface Route {
  readonly type: string;
  readonly destination: string;
  readonly nexthop: string | null;
  readonly description?: string | null;
}

/** A route to a block of VPC B. */
export const to = (destination: string, more: object = {}) => ({
  type: "peering",
  destination,
  nexthop: active,
  ...more,
});

/** The routes in an answer that are not local. */
export function madeIn({ body }: Result): Route[] {
  const { routes } = body["routetable"] as { routes: Route[] };
  return routes.filter(({ type }) => type !== "local");
}

/** The routes of VPC A's default table that are not local. */
export async function routesOf(client: Client): Promise<Route[]> {
  return madeIn(await client("GET", `${TABLES}/${mainA}`));
}

/** Changes the routes of VPC A's default table. */
export function put(client: Client, routes: object): Promise<Result> {
  return client("PUT", `${TABLES}/${mainA}`, {}, { routetable: { routes } });
}
