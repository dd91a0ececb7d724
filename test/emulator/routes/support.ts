import { accountA, openBench } from "../example";

/** VPC A with subnets on two tables, and VPC B without subnets. */
export const vpcs = [
  {
    vpcId: "vpc-a",
    accountId: accountA,
    region: "cn-hangzhou",
    cidrBlocks: ["10.0.0.0/16"],
    secondaryCidrBlocks: ["172.16.0.0/16"],
    ipv6CidrBlocks: ["2001:db8:a::/56"],
    tables: [{ id: "vtb-custom" }],
    subnets: [
      { cidr: "10.0.0.0/24", ipv6Cidr: "2001:db8:a::/64" },
      { id: "vsw-named", cidr: "10.0.1.0/24", table: "vtb-custom" },
    ],
  },
  {
    vpcId: "vpc-b",
    accountId: accountA,
    region: "cn-hangzhou",
    cidrBlocks: ["10.1.0.0/16"],
    ipv6CidrBlocks: ["2001:db8:b::/56"],
  },
];

/** An active connection of theirs. */
export const peering = {
  cloud: "alicloud",
  id: "pcc-ab",
  requester: { vpcId: "vpc-a" },
  accepter: { vpcId: "vpc-b" },
} as const;

/** Starts an emulator with that world. */
export function open() {
  return openBench({ alicloud: { vpcs }, peerings: [peering] });
}

/** A route, as it is posted. */
export const to = (table: string, destination: string, id = "pcc-ab", kind = "peering") => ({
  cloud: "alicloud",
  table,
  destination,
  hop: { kind, id },
});
