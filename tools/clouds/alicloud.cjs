const region = "cn-hangzhou";

/** @type {import("./index.cjs").CloudFacts} */
const alicloud = {
  cloud: "alicloud",
  title: "Alibaba Cloud",
  instance: "AlicloudProvider",
  accountKey: "accountId",
  ownerKey: "accountId",
  accounts: { a: "1000000000000001", b: "1000000000000002" },
  keyId: "accessKey",
  variables: ["ALICLOUD", "ALIBABA_CLOUD", "ALIBABACLOUD", "ALIYUN"],
  settings: {
    a: { region, accessKey: "LTAIfakeA", secretKey: "fakesecretA" },
    b: { region, accessKey: "LTAIfakeB", secretKey: "fakesecretB" },
  },
  vpcs: {
    hub: { vpcId: "vpc-bp1hub01", region },
    app: { vpcId: "vpc-bp1app01", region },
    moved: { vpcId: "vpc-bp1twin01", region },
    partner: { vpcId: "vpc-bp1partner01", region },
    afar: { vpcId: "vpc-2zepartner02", region: "cn-beijing" },
  },
  vpcIds: { a: "vpc-bp1a", b: "vpc-bp1b" },
  digits: 8,
  actions: {
    create: "CreateVpcPeerConnection",
    get: "GetVpcPeerConnectionAttribute",
    accept: "AcceptVpcPeerConnection",
    update: "ModifyVpcPeerConnection",
    delete: "DeleteVpcPeerConnection",
  },
  noLimits: { alicloudPerMinute: 0 },
  noQuotas: {
    alicloud: { intraRegionPerVpc: 0, interRegionPerVpc: 0, perRegion: 0, routesPerTable: 0 },
  },
  limit: { calls: 360, ms: 60_000 },
};

module.exports = { alicloud };
