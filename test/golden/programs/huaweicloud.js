const pulumi = require("@pulumi/pulumi");
const { HuaweicloudProvider, VpcPeering, VpcPeeringAccepter } = require("pulumi-vpc-peering");

// Project aaaa0000000000000000000000000001 is the stack's own, by its config; the partner is an instance.
const cloud = "huaweicloud";
const partner = new HuaweicloudProvider("partner", {
  region: "cn-north-4",
  accessKey: "HWFAKEAKB",
  secretKey: "fakesecretB",
  endpoint: process.env.EMULATOR,
});
// What a test changes in place.
const suffix = new pulumi.Config().get("suffix") ?? "";

const sameAccount = new VpcPeering("same-account", {
  cloud,
  requester: { vpcId: "a0000000-0000-4000-8000-000000000001" },
  accepter: { vpcId: "a0000000-0000-4000-8000-000000000002" },
  name: `hub-app${suffix}`,
  description: `Hub to app${suffix}`,
  preflight: true,
});
const twoAccounts = new VpcPeering(
  "two-accounts",
  {
    cloud,
    requester: { vpcId: "a0000000-0000-4000-8000-000000000001", region: "cn-north-4" },
    accepter: {
      vpcId: "b0000000-0000-4000-8000-000000000001",
      region: "cn-north-4",
      projectId: "bbbb0000000000000000000000000002",
      provider: partner,
    },
    description: `Hub to partner${suffix}`,
  },
  { customTimeouts: { create: "5m", update: "4m", delete: "3m" } },
);
const accepterById = new VpcPeeringAccepter(
  "accepter-by-id",
  {
    cloud,
    connectionId: "c0000000-0000-4000-8000-000000000001",
    expect: {
      projectId: "aaaa0000000000000000000000000001",
      vpcId: "a0000000-0000-4000-8000-000000000002",
      region: "cn-north-4",
    },
    onDelete: "delete",
    pendingTimeout: "2m",
  },
  { provider: partner },
);
const accepterByPair = new VpcPeeringAccepter("accepter-by-pair", {
  cloud,
  requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
  accepter: { vpcId: "b0000000-0000-4000-8000-000000000001", provider: partner },
  expect: { projectId: "aaaa0000000000000000000000000001" },
});
const adopted = new VpcPeering("adopted", {
  cloud,
  requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
  accepter: {
    vpcId: "a0000000-0000-4000-8000-000000000002",
    region: "cn-north-4",
    projectId: "aaaa0000000000000000000000000001",
  },
  name: `twin-app${suffix}`,
  adopt: true,
});
const readOnly = VpcPeering.get("read-only", "c0000000-0000-4000-8000-000000000004", { cloud });

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
