const pulumi = require("@pulumi/pulumi");
const { TencentcloudProvider, VpcPeering, VpcPeeringAccepter } = require("pulumi-vpc-peering");

// Account 100000000001 is the stack's own, by its config; the partner is an instance.
const cloud = "tencentcloud";
const partner = new TencentcloudProvider("partner", {
  region: "ap-guangzhou",
  secretId: "AKIDfakeB",
  secretKey: "fakesecretB",
  endpoint: process.env.EMULATOR,
});
// What a test changes in place.
const suffix = new pulumi.Config().get("suffix") ?? "";

const sameAccount = new VpcPeering("same-account", {
  cloud,
  requester: { vpcId: "vpc-hub00001" },
  accepter: { vpcId: "vpc-dat00001", region: "ap-shanghai" },
  name: `hub-data${suffix}`,
  tags: { team: "network", stage: "production" },
  bandwidth: 20,
  qosLevel: "AU",
  chargeType: "POSTPAID_BY_MONTH_95",
  preflight: true,
});
const twoAccounts = new VpcPeering(
  "two-accounts",
  {
    cloud,
    requester: { vpcId: "vpc-hub00001", region: "ap-guangzhou" },
    accepter: {
      vpcId: "vpc-par00002",
      region: "ap-shanghai",
      accountId: "100000000002",
      provider: partner,
    },
    name: `hub-partner${suffix}`,
    bandwidth: 10,
    tags: { team: "network" },
  },
  { customTimeouts: { create: "5m", update: "4m", delete: "3m" } },
);
const accepterById = new VpcPeeringAccepter(
  "accepter-by-id",
  {
    cloud,
    connectionId: "pcx-gold0001",
    expect: { accountId: "100000000001", vpcId: "vpc-hub00001", region: "ap-guangzhou" },
    onDelete: "delete",
    pendingTimeout: "2m",
  },
  { provider: partner },
);
const accepterByPair = new VpcPeeringAccepter("accepter-by-pair", {
  cloud,
  requester: { vpcId: "vpc-app00001" },
  accepter: { vpcId: "vpc-par00001", provider: partner },
  expect: { accountId: "100000000001" },
});
const adopted = new VpcPeering("adopted", {
  cloud,
  requester: { vpcId: "vpc-app00001" },
  accepter: { vpcId: "vpc-dat00001", region: "ap-shanghai", accountId: "100000000001" },
  name: `app-data${suffix}`,
  bandwidth: 30,
  adopt: true,
});
const readOnly = VpcPeering.get("read-only", "pcx-gold0004", { cloud });

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
