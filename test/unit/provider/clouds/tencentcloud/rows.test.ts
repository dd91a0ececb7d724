import { tencentcloud } from "../../../../../src/model/clouds/tencentcloud";
import { LONGEST_NAME, markedName, peeringOf } from "../../../../../src/provider/clouds/tencentcloud/rows";
import { difference } from "../../../../../src/model/difference";
import { longRegion } from "../../../../../src/provider/clouds/tencentcloud/regions";

const row = {
  PeeringConnectionId: "pcx-7gd5d8g6",
  PeeringConnectionName: "hub-spoke",
  State: "ACTIVE",
  SourceVpcId: "vpc-hub00001",
  SourceRegion: "gz",
  SourceUin: 100000000001,
  PeerVpcId: "vpc-par00002",
  DestinationVpcId: "vpc-par00002",
  DestinationRegion: "sh",
  DestinationUin: 100000000002,
  Bandwidth: 10,
  ChargeType: "POSTPAID_BY_DAY_MAX",
  QosLevel: "",
  CreateTime: "2024-11-14 11:58:54",
  TagSet: [
    { Key: "team", Value: "network" },
    { Key: "pulumi-vpc-peering", Value: "0123456789abcdef01234567 acme/network/prod" },
  ],
};

test("a row is read into the words of this package", () => {
  expect(peeringOf(row)).toEqual({
    id: "pcx-7gd5d8g6",
    status: "active",
    cloudStatus: "ACTIVE",
    requester: { vpcId: "vpc-hub00001", region: "ap-guangzhou", account: "100000000001" },
    accepter: { vpcId: "vpc-par00002", region: "ap-shanghai", account: "100000000002" },
    name: "hub-spoke",
    bandwidth: 10,
    chargeType: "POSTPAID_BY_DAY_MAX",
    createdAt: "2024-11-14T03:58:54.000Z",
    tags: { team: "network" },
    owner: { marker: "0123456789abcdef01234567", stack: "acme/network/prod" },
  });
});

test.each([
  ["PENDING", 100000000002, "pending"],
  ["PENDING", 100000000001, "creating"],
  ["ACTIVE", 100000000001, "active"],
  ["REJECTED", 100000000002, "rejected"],
  ["EXPIRED", 100000000002, "expired"],
  ["DELETED", 100000000002, "deleted"],
  ["FAILED", 100000000002, "failed"],
  // Comes back once the bill is paid, so it must not be replaced.
  ["ISOLATED", 100000000002, "updating"],
  ["SOMETHING_NEW", 100000000002, "updating"],
])("%s with the accepter %d is %s", (State, DestinationUin, status) => {
  expect(peeringOf({ ...row, State, DestinationUin }).status).toBe(status);
});

test("a bandwidth of 0 is none, and an older row has one name for the accepter's VPC", () => {
  const { DestinationVpcId: _, ...older } = row;
  const seen = peeringOf({ ...older, Bandwidth: 0, TagSet: null, CreateTime: "?" });
  expect(seen.accepter.vpcId).toBe("vpc-par00002");
  expect(seen).not.toHaveProperty("bandwidth");
  expect(seen).not.toHaveProperty("createdAt");
  expect(seen.tags).toEqual({});
});

test("regions have long names; what is not known stays as it is", () => {
  expect(["gz", "szjr", "use", "ap-tokyo", "mars", "toString"].map(longRegion)).toEqual([
    "ap-guangzhou",
    "ap-shenzhen-fsi",
    "na-ashburn",
    "ap-tokyo",
    "mars",
    "toString",
  ]);
});

describe("a mark in the name", () => {
  const marker = "fedcba9876543210fedcba98";
  const seen = peeringOf({ ...row, PeeringConnectionName: markedName("hub-spoke", marker) });

  test("goes before the one in the tags, and is no part of the name", () => {
    expect(seen).toMatchObject({ name: "hub-spoke", owner: { marker, within: "name" } });
  });

  test("comes along when the name changes, and only then", () => {
    expect(difference({ name: "other", owner: { marker } }, seen)?.owner).toEqual(seen.owner);
    // Where there is no room for it, it is not said to be wanted.
    expect(difference({ name: "other" }, seen)).not.toHaveProperty("owner");
    expect(difference({ bandwidth: 20, owner: { marker } }, seen)).not.toHaveProperty("owner");
    expect(difference({ name: "other" }, peeringOf(row))).not.toHaveProperty("owner");
  });

  test("leaves a name that only looks like it as it is", () => {
    const PeeringConnectionName = "hub pvp:spoke";
    expect(peeringOf({ ...row, PeeringConnectionName })).toMatchObject({
      name: PeeringConnectionName,
      owner: { stack: "acme/network/prod" },
    });
  });

  test("has room behind a name of 39 characters", () => {
    const { longest } = tencentcloud.remarkedIn;
    expect(longest).toBe(39);
    expect(markedName("n".repeat(longest), marker)).toHaveLength(LONGEST_NAME);
  });
});
