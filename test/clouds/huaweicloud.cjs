const { clouds } = require("../../tools/clouds/index.cjs");

const facts = clouds.huaweicloud;
const { projectId, ...withoutProject } = facts.settings.b;

/** @type {import("./index.cjs").TestCloud} */
const huaweicloud = {
  ...facts,

  // Account B's project is found out by asking.
  contractSettings: { a: facts.settings.a, b: withoutProject },
  // Without a token, a look comes first.
  callsOfCreate: ["ListVpcPeerings", facts.actions.create, facts.actions.get],
  // There is no room for the stack's name.
  maker: () => "which another stack made",
  taker: () => "which another stack made",
  unmarked: (row) => ({ ...row, description: row.description.replace(/ ?\[pvp:[0-9a-f]{24}\]$/, "") }),
  world: { limits: facts.noLimits },
  changes: { name: "renamed", description: "Changed in place" },
  text: "description",
  shown: ({ name, description }) => ({ name, description }),
  clearable: { inputs: { description: "Hub to app" }, isThere: ({ description }) => description !== "" },
  canMark: true,
  stuck: { world: { huaweicloud: { guesses: { sameTenantIs: "nobody" } } }, status: "pending" },

  refusals: { throttled: "APIGW.0308", busy: "VPC.0103" },
  retryable: [
    ["VPC.0004", 500],
    ["VPC.0105", 500],
    ["RequestTimeout", 408],
    ["InternalError", 500],
    ["ServiceUnavailable", 503],
    ["GatewayTimeout", 504],
    ["Conflict", 409],
  ],
  role: { agencyName: "peering", domainName: "bbbb00000000000000000000000000d2" },
  update: { before: {}, after: {} },
  leastCalls: 24,

  drift: {
    patch: { name: "by hand" },
    declared: "",
    bandwidth: null,
    shown: [/~ name *: "by hand" => "changed"/],
  },
  betweenRegions: {},
  marked: (marker) => ({ description: `[pvp:${marker}]` }),

  forgetful: {},
  accepters: {
    same: { accepter: { vpcId: facts.vpcs.app.vpcId } },
    other: { accepter: { vpcId: facts.vpcs.partner.vpcId } },
    moved: { accepter: { vpcId: facts.vpcs.moved.vpcId } },
  },
  labels: { old: {}, new: {} },
  leastCases: 60,
};

module.exports = { huaweicloud };
