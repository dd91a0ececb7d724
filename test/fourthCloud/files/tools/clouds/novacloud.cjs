const region = "north";

/** @type {import("./index.cjs").CloudFacts} */
const novacloud = {
  cloud: "novacloud",
  title: "Nova Cloud",
  instance: "NovacloudProvider",
  accountKey: "accountId",
  ownerKey: "accountId",
  accounts: { a: "700000000001", b: "700000000002" },
  keyId: "apiKey",
  variables: ["NOVACLOUD"],
  settings: { a: { region, apiKey: "novafakesecretA" }, b: { region, apiKey: "novafakesecretB" } },
  vpcs: {
    hub: { vpcId: "nv-hub", region },
    app: { vpcId: "nv-app", region },
    moved: { vpcId: "nv-twin", region: "south" },
    partner: { vpcId: "nv-partner", region },
    afar: { vpcId: "nv-partner", region },
  },
  vpcIds: { a: "nv-a", b: "nv-b" },
  digits: 4,
  actions: { create: "CreateConnection", get: "ShowConnection", delete: "DeleteConnection" },
  noLimits: { novacloudPerMinute: 0 },
  noQuotas: { novacloud: {} },
  limit: { calls: 100, ms: 60_000 },
};

module.exports = { novacloud };
