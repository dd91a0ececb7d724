const { clouds } = require("../../tools/clouds/index.cjs");
const { AT_ONCE } = require("../../tools/clouds/world.cjs");

const facts = clouds.novacloud;

/** @type {import("./index.cjs").TestCloud} */
const novacloud = {
  ...facts,

  lacks: ["find", "list", "accept", "reject", "update"],
  connectionId: "nova-0001",
  callsOfCreate: [facts.actions.create, facts.actions.get],
  maker: (stack) => `which the stack ${stack} made`,
  taker: (stack) => `which the stack ${stack} made`,
  world: { timings: AT_ONCE, limits: facts.noLimits },
  changes: {},
  text: "name",
  shown: () => ({}),
  quota: () => ({}),
  canMark: false,
  stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },

  refusals: { throttled: "SlowDown", busy: "Busy", internal: "Trouble", notAllowed: "NotAllowed" },
  expired: { code: "BadKey", status: 401 },
  retryable: [["Trouble", 500]],
  role: {},
  update: { before: {}, after: {} },
  leastCalls: 10,

  environment: { apiKey: "NOVACLOUD_API_KEY", region: "NOVACLOUD_REGION" },
  drift: { patch: { name: "by hand" }, declared: "", bandwidth: null, shown: [] },
  bears: [],
  betweenRegions: {},
  marked: (marker) => ({ tags: { "pulumi-vpc-peering": marker } }),

  forgetful: {},
  accepters: {
    same: { accepter: { vpcId: facts.vpcs.app.vpcId } },
    other: { accepter: { vpcId: facts.vpcs.partner.vpcId, accountId: facts.accounts.b } },
    moved: { accepter: facts.vpcs.moved },
  },
  labels: { old: {}, new: {} },
  leastCases: 60,
};

module.exports = { novacloud };
