// One region alone: the cloud does not peer regions.
const region = "cn-north-4";

const accounts = { a: "aaaa0000000000000000000000000001", b: "bbbb0000000000000000000000000002" };

/** @type {import("./index.cjs").CloudFacts} */
const huaweicloud = {
  cloud: "huaweicloud",
  title: "Huawei Cloud",
  instance: "HuaweicloudProvider",
  accountKey: "projectId",
  ownerKey: "projectId",
  accounts,
  keyId: "accessKey",
  variables: ["HUAWEICLOUD", "HUAWEI_CLOUD", "HW", "OS"],
  settings: {
    a: { region, accessKey: "HWFAKEAKA", secretKey: "fakesecretA", projectId: accounts.a },
    b: { region, accessKey: "HWFAKEAKB", secretKey: "fakesecretB", projectId: accounts.b },
  },
  vpcs: {
    hub: { vpcId: "a0000000-0000-4000-8000-000000000001", region },
    app: { vpcId: "a0000000-0000-4000-8000-000000000002", region },
    moved: { vpcId: "a0000000-0000-4000-8000-000000000004", region },
    partner: { vpcId: "b0000000-0000-4000-8000-000000000001", region },
    afar: { vpcId: "b0000000-0000-4000-8000-000000000001", region },
  },
  vpcIds: { a: "a1000000-0000-4000-8000-0000", b: "b1000000-0000-4000-8000-0000" },
  digits: 8,
  actions: {
    create: "CreateVpcPeering",
    get: "ShowVpcPeering",
    accept: "AcceptVpcPeering",
    update: "UpdateVpcPeering",
    delete: "DeleteVpcPeering",
  },
  isAtOnce: true,
  noLimits: { huaweicloudPer5Minutes: 0 },
  noQuotas: { huaweicloud: { perProject: 0, routesPerTable: 0 } },
  limit: { calls: 200, ms: 300_000 },
};

module.exports = { huaweicloud };
