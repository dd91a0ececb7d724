import type { WorldInput } from "../../../emulator";
import { accountA, accountB, type AlicloudClient } from "./clients";
import { openBench } from "./support";

/** Where both VPCs are. */
export const RegionId = "cn-hangzhou";

const vpcs = [
  {
    vpcId: "vpc-a",
    accountId: accountA,
    region: RegionId,
    cidrBlocks: ["10.0.0.0/16"],
    secondaryCidrBlocks: ["172.16.0.0/16"],
    ipv6CidrBlocks: ["2001:db8:a::/56"],
    tables: [{ id: "vtb-custom" }, { id: "vtb-gate", gateway: true }],
    subnets: [
      { cidr: "10.0.0.0/24", ipv6Cidr: "2001:db8:a::/64" },
      { cidr: "10.0.1.0/24", table: "vtb-custom" },
    ],
  },
  { vpcId: "vpc-b", accountId: accountB, region: RegionId, cidrBlocks: ["10.1.0.0/16"] },
  { vpcId: "vpc-c", accountId: accountB, region: RegionId, cidrBlocks: ["10.2.0.0/16"] },
];
const ends = { requester: { vpcId: "vpc-a" }, accepter: { vpcId: "vpc-b" } };

/** A world of two VPCs of two accounts with a connection, where routes are written at once. */
export function openRoutes(world: WorldInput = {}) {
  return openBench({
    peerings: [
      { cloud: "alicloud", id: "pcc-ab", ...ends },
      { cloud: "alicloud", id: "pcc-wait", status: "pending", ...ends },
      { cloud: "alicloud", id: "pcc-bc", requester: { vpcId: "vpc-b" }, accepter: { vpcId: "vpc-c" } },
    ],
    ...world,
    timings: { routeMs: 0, ...world.timings },
    alicloud: { vpcs, ...world.alicloud },
  });
}

/** A route of VPC A to a destination, as the single calls write it. */
export const entry = (DestinationCidrBlock: string, more: object = {}): Record<string, unknown> => ({
  RegionId,
  RouteTableId: "vtb-a",
  DestinationCidrBlock,
  NextHopType: "VpcPeer",
  NextHopId: "pcc-ab",
  ...more,
});

/** The same as batches write it. */
export const batched = (DstCidrBlock: string, more: object = {}) => ({
  RouteTableId: "vtb-a",
  DstCidrBlock,
  NextHop: "pcc-ab",
  NextHopType: "VpcPeer",
  ...more,
});

/** The routes that a client lists in a table, whole. */
export async function list(client: AlicloudClient, params: object = {}) {
  const { body, code } = await client("DescribeRouteEntryList", {
    RegionId,
    RouteTableId: "vtb-a",
    RouteEntryType: "Custom",
    ...params,
  });
  expect(code).toBeUndefined();
  return (body["RouteEntrys"] as { RouteEntry: Record<string, unknown>[] }).RouteEntry;
}

/** Where the listed routes lead. */
export const destinationsIn = async (client: AlicloudClient, params?: object) =>
  (await list(client, params)).map((row) => row["DestinationCidrBlock"]);
