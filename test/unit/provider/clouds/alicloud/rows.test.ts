import { peeringOf as read } from "../../../../../src/provider/clouds/alicloud/rows";

const peeringOf = (answer: object) => read(answer, "GetVpcPeerConnectionAttribute");

const row = {
  InstanceId: "pcc-guzvyqlj0n6e10****",
  Status: "Activated",
  Name: "hub-spoke",
  Description: "Hub to spoke",
  OwnerId: "253460731706911258",
  AcceptingOwnerUid: 1000000000000002,
  RegionId: "cn-hangzhou",
  AcceptingRegionId: "cn-beijing",
  Vpc: { VpcId: "vpc-hub" },
  AcceptingVpc: { VpcId: "vpc-spoke" },
  Bandwidth: 200,
  LinkType: "Gold",
  GmtCreate: "2026-01-02T03:04:05Z",
  GmtExpired: null,
  ResourceGroupId: "rg-acfm1",
  Tags: [
    { Key: "team", Value: "network" },
    { Key: "empty", Value: "" },
    { Key: "pulumi-vpc-peering", Value: "0123456789abcdef01234567 acme/network/prod" },
  ],
};

test("a row reads as a connection, with accounts as text", () => {
  expect(peeringOf(row)).toEqual({
    id: "pcc-guzvyqlj0n6e10****",
    status: "active",
    cloudStatus: "Activated",
    requester: { vpcId: "vpc-hub", region: "cn-hangzhou", account: "253460731706911258" },
    accepter: { vpcId: "vpc-spoke", region: "cn-beijing", account: "1000000000000002" },
    name: "hub-spoke",
    description: "Hub to spoke",
    bandwidth: 200,
    linkType: "Gold",
    resourceGroupId: "rg-acfm1",
    createdAt: "2026-01-02T03:04:05Z",
    tags: { team: "network", empty: "" },
    owner: { marker: "0123456789abcdef01234567", stack: "acme/network/prod" },
  });
});

test.each([
  ["Creating", "creating"],
  ["Accepting", "pending"],
  ["Updating", "updating"],
  ["Activated", "active"],
  ["Rejected", "rejected"],
  ["Expired", "expired"],
  ["Deleting", "deleting"],
  ["Deleted", "deleted"],
])("%s is %s", (Status, status) => {
  expect(peeringOf({ ...row, Status })).toMatchObject({ status, cloudStatus: Status });
});

test.each(["Frozen", ""])(
  "a status that nobody knows (%j) is neither there nor dead: it is waited for",
  (Status) => {
    expect(peeringOf({ ...row, Status }).status).toBe("updating");
  },
);

test("what a row leaves empty is not there", () => {
  const { Tags, ...rest } = row;
  expect(Tags).toBeDefined();
  const bare = peeringOf({ ...rest, Name: "", Description: "", LinkType: "", ResourceGroupId: "" });
  for (const key of ["name", "description", "linkType", "resourceGroupId", "expiresAt", "owner"])
    expect(bare).not.toHaveProperty(key);
  expect(bare.tags).toEqual({});
});

test("a connection that waits for its acceptance says until when", () => {
  const waiting = { ...row, Status: "Accepting", GmtExpired: "2026-01-09T03:04:05Z" };
  expect(peeringOf(waiting)).toMatchObject({ status: "pending", expiresAt: "2026-01-09T03:04:05Z" });
});

test.each(["InstanceId", "Status", "OwnerId", "Vpc", "AcceptingVpc", "RegionId"])(
  "a row without its %s makes no sense, and leaves open what was done",
  (field) => {
    const { [field as keyof typeof row]: _left, ...rest } = row;
    const attempt = (): unknown => peeringOf(rest);
    expect(attempt).toThrow(/makes no sense/);
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ kind: "transient", facts: { executed: "unknown" } });
    }
  },
);

describe("the blocks of both VPCs", () => {
  const blocksOf = (Vpc: object, AcceptingVpc: object = {}) =>
    peeringOf({
      ...row,
      Vpc: { VpcId: "vpc-hub", ...Vpc },
      AcceptingVpc: { VpcId: "vpc-spoke", ...AcceptingVpc },
    }).blocks;

  test("are told where the answer has them, those of IPv4 first, each once and in canonical form", () => {
    const hub = { Ipv4Cidrs: ["10.0.0.0/16", "10.9.0.0/16", "10.0.0.0/16"], Ipv6Cidrs: ["2001:DB8:0::/56"] };
    expect(blocksOf(hub, { Ipv4Cidrs: ["10.1.0.0/16"], Ipv6Cidrs: null })).toEqual({
      requester: ["10.0.0.0/16", "10.9.0.0/16", "2001:db8::/56"],
      accepter: ["10.1.0.0/16"],
    });
    expect(blocksOf({}, { Ipv4Cidrs: ["10.1.0.0/16"] })).toEqual({ accepter: ["10.1.0.0/16"] });
  });

  test.each([{}, { Ipv4Cidrs: [], Ipv6Cidrs: [] }, { Ipv4Cidrs: "10.0.0.0/16" }, { Ipv4Cidrs: [1] }])(
    "are not there where the answer has none that can be read: %j",
    (vpc) => {
      expect(blocksOf(vpc)).toBeUndefined();
    },
  );
});
