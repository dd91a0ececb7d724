import type { WorldInput } from "../../../emulator";
import { accountA, accountB, type Client, openBench } from "./support";

const vpcs = [
  {
    vpcId: "vpc-aaaaaaaa",
    uin: accountA,
    region: "ap-guangzhou",
    cidrBlocks: ["10.0.0.0/16"],
    secondaryCidrBlocks: ["172.16.0.0/16"],
    containerCidrBlocks: ["10.200.0.0/16"],
    ipv6CidrBlocks: ["2001:db8:a::/56"],
    tables: [{ id: "rtb-custom01" }],
    subnets: [
      { id: "subnet-aaaaaaa1", cidr: "10.0.0.0/24" },
      { cidr: "10.0.1.0/24", table: "rtb-custom01" },
    ],
  },
  {
    vpcId: "vpc-bbbbbbbb",
    uin: accountB,
    region: "ap-shanghai",
    cidrBlocks: ["10.1.0.0/16"],
    secondaryCidrBlocks: ["172.17.0.0/16"],
    ipv6CidrBlocks: ["2001:db8:b::/56"],
  },
  { vpcId: "vpc-cccccccc", uin: accountA, region: "ap-guangzhou", cidrBlocks: ["10.2.0.0/16"] },
];
const ends = { requester: { vpcId: "vpc-aaaaaaaa" }, accepter: { vpcId: "vpc-bbbbbbbb" } };

/** A world of a connection across two accounts and regions, and of others that a route may not lead to. */
export function openRoutes(world: WorldInput = {}) {
  return openBench({
    peerings: [
      { cloud: "tencentcloud", id: "pcx-aaaabbbb", ...ends },
      { cloud: "tencentcloud", id: "pcx-waiting1", status: "pending", ...ends },
      {
        cloud: "tencentcloud",
        id: "pcx-ccccbbbb",
        requester: { vpcId: "vpc-cccccccc" },
        accepter: { vpcId: "vpc-bbbbbbbb" },
      },
    ],
    ...world,
    tencentcloud: { vpcs, ...world.tencentcloud },
  });
}

/** A route to a block of VPC B. */
export const to = (DestinationCidrBlock: string, more: object = {}) => ({
  DestinationCidrBlock,
  GatewayType: "PEERCONNECTION",
  GatewayId: "pcx-aaaabbbb",
  ...more,
});

/** The parameters of a call on routes of VPC A's main table. */
export const inTable = (...Routes: object[]) => ({ RouteTableId: "rtb-aaaaaaaa", Routes });

/** A route as answers have it. */
export interface ShownRoute {
  readonly RouteId: number;
  readonly RouteItemId: string;
  readonly DestinationCidrBlock: string;
  readonly DestinationIpv6CidrBlock: string;
  readonly GatewayId: string;
  readonly Enabled: boolean;
}

/** The tables that a call answers. */
export function tablesIn(body: Readonly<Record<string, unknown>>) {
  return body["RouteTableSet"] as { RouteTableId: string; RouteSet: ShownRoute[] }[];
}

/** The routes of VPC A's main table. */
export async function routesOf(client: Client): Promise<ShownRoute[]> {
  const { body, code } = await client("DescribeRouteTables", { RouteTableIds: ["rtb-aaaaaaaa"] });
  expect(code).toBeUndefined();
  return tablesIn(body)[0]?.RouteSet ?? [];
}

/** Makes routes in VPC A's main table. */
export async function make(client: Client, ...Routes: object[]): Promise<ShownRoute[]> {
  const { body, code, message } = await client("CreateRoutes", inTable(...Routes));
  if (code !== undefined) throw new Error(`${code}: ${message}`);
  return tablesIn(body)[0]?.RouteSet ?? [];
}
