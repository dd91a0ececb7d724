const { clouds } = require("../../tools/clouds/index.cjs");

const facts = clouds.huaweicloud;
const { projectId, ...withoutProject } = facts.settings.b;

/** A world whose cloud answers otherwise than assumed. @param {NonNullable<import("../../emulator").WorldInput["huaweicloud"]>["guesses"]} guesses */
const guessing = (guesses) => ({ huaweicloud: { guesses } });

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

  routing: {
    table: "c1000000-0000-4000-8000-0000000000c1",
    nowhere: "c1000000-0000-4000-8000-0000000000c2",
    connections: ["d1000000-0000-4000-8000-000000000001", "d1000000-0000-4000-8000-000000000002"],
    actions: {
      tables: "ListRouteTables",
      routes: "ShowRouteTable",
      add: "UpdateRouteTable",
      addMany: "UpdateRouteTable",
      redirect: "UpdateRouteTable",
      remove: "UpdateRouteTable",
      removeMany: "UpdateRouteTable",
    },
    addedAtOnce: 1_000,
    answersTable: true,
    subnetsHaveIpv6: true,
    ownDestination: "10.0.1.128/25",
    deadConnection: "wrongState",
    forbidden: { code: "APIGW.0302", words: "vpc:routeTables:update" },
    passing: ["VPC.0103", "APIGW.0308", "VPC.0004"],
    noQuotas: { quotas: { huaweicloud: { routesPerTable: 0, tablesPerVpc: 0 } } },
    quota: (routesPerTable) => ({ quotas: { huaweicloud: { routesPerTable } } }),
    otherwise: [
      ["a change goes as far as it comes", guessing({ putIsAtomic: false })],
      ["tables look as in the private edition", guessing({ tablesLookLike: "privateEdition" })],
      ["a table is read without the object around it", guessing({ showIsBare: true })],
      ["lists show routes", guessing({ listShowsRoutes: true })],
      ["a removal compares what the route leads to", guessing({ delComparesHop: true })],
      ["a removal of nothing is fine", guessing({ missingDelIsFine: true })],
      ["a removal of nothing is not found", guessing({ missingDel: { status: 404 } })],
      ["a route that is there may be added again", guessing({ sameAddIsFine: true })],
      ["a duplicate is a conflict", guessing({ duplicateRoute: { status: 409 } })],
      ["destinations are shown as they were written", guessing({ destinationsAreNormalised: false })],
    ],
  },
};

module.exports = { huaweicloud };
