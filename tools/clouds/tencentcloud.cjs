const region = "ap-guangzhou";
const elsewhere = "ap-shanghai";

/** @type {import("./index.cjs").CloudFacts} */
const tencentcloud = {
  cloud: "tencentcloud",
  title: "Tencent Cloud",
  instance: "TencentcloudProvider",
  accountKey: "accountId",
  ownerKey: "uin",
  accounts: { a: "100000000001", b: "100000000002" },
  keyId: "secretId",
  variables: ["TENCENTCLOUD", "TENCENT_CLOUD", "QCLOUD", "TCCLI", "TKE"],
  settings: {
    a: { region, secretId: "AKIDfakeA", secretKey: "fakesecretA" },
    b: { region, secretId: "AKIDfakeB", secretKey: "fakesecretB" },
  },
  vpcs: {
    hub: { vpcId: "vpc-hub00001", region },
    app: { vpcId: "vpc-app00001", region },
    moved: { vpcId: "vpc-dat00001", region: elsewhere },
    partner: { vpcId: "vpc-par00001", region },
    afar: { vpcId: "vpc-par00002", region: elsewhere },
  },
  vpcIds: { a: "vpc-a", b: "vpc-b" },
  digits: 7,
  actions: {
    create: "CreateVpcPeeringConnection",
    get: "DescribeVpcPeeringConnections",
    accept: "AcceptVpcPeeringConnection",
    update: "ModifyVpcPeeringConnection",
    delete: "DeleteVpcPeeringConnection",
  },
  noLimits: { tencentcloudPerSecond: 0 },
  noQuotas: { tencentcloud: { perVpc: 0, routesPerTable: 0 } },
  limit: { calls: 20, ms: 1_000 },
};

module.exports = { tencentcloud };
