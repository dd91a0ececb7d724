const pulumi = require("@pulumi/pulumi");
const { AlicloudProvider, VpcPeering, VpcPeeringAccepter } = require("pulumi-vpc-peering");

// Account 1000000000000001 is the stack's own, by its config; the partner is an instance.
const cloud = "alicloud";
const partner = new AlicloudProvider("partner", {
  region: "cn-hangzhou",
  accessKey: "LTAIfakeB",
  secretKey: "fakesecretB",
  endpoint: process.env.EMULATOR,
});
// What a test changes in place.
const suffix = new pulumi.Config().get("suffix") ?? "";

const sameAccount = new VpcPeering("same-account", {
  cloud,
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-2zedata01", region: "cn-beijing" },
  name: `hub-data${suffix}`,
  description: `Hub to data${suffix}`,
  tags: { team: "network", stage: `production${suffix}` },
  bandwidth: 200,
  linkType: "Platinum",
  resourceGroupId: "rg-aek2golden001",
  forceDelete: true,
  preflight: true,
});
const twoAccounts = new VpcPeering(
  "two-accounts",
  {
    cloud,
    requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
    accepter: {
      vpcId: "vpc-2zepartner02",
      region: "cn-beijing",
      accountId: "1000000000000002",
      provider: partner,
    },
    description: `Hub to partner${suffix}`,
    tags: { team: "network" },
  },
  { customTimeouts: { create: "5m", update: "4m", delete: "3m" } },
);
const accepterById = new VpcPeeringAccepter(
  "accepter-by-id",
  {
    cloud,
    connectionId: "pcc-goldenrequest0001",
    expect: { accountId: "1000000000000001", vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
    tags: { team: "network", stage: `production${suffix}` },
    onDelete: "delete",
    pendingTimeout: "2m",
  },
  { provider: partner },
);
const accepterByPair = new VpcPeeringAccepter("accepter-by-pair", {
  cloud,
  requester: { vpcId: "vpc-bp1app01" },
  accepter: { vpcId: "vpc-bp1partner01", provider: partner },
  expect: { accountId: "1000000000000001" },
});
const adopted = new VpcPeering("adopted", {
  cloud,
  requester: { vpcId: "vpc-bp1app01" },
  accepter: { vpcId: "vpc-2zedata01", region: "cn-beijing", accountId: "1000000000000001" },
  name: `app-data${suffix}`,
  tags: { team: "network" },
  adopt: true,
});
const readOnly = VpcPeering.get("read-only", "pcc-goldenreadonly001", { cloud });

const ends = ({ connectionId, status, requester, accepter }) => ({
  connectionId,
  status,
  requester,
  accepter,
});
module.exports = {
  sameAccount: ends(sameAccount),
  twoAccounts: ends(twoAccounts),
  accepterById: ends(accepterById),
  accepterByPair: ends(accepterByPair),
  adopted: ends(adopted),
  readOnly: ends(readOnly),
};
