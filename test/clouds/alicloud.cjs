const { clouds } = require("../../tools/clouds/index.cjs");
const { AT_ONCE } = require("../../tools/clouds/world.cjs");

const facts = clouds.alicloud;

/** A world whose cloud answers otherwise than assumed. @param {NonNullable<import("../../emulator").WorldInput["alicloud"]>["guesses"]} guesses */
const guessing = (guesses) => ({ alicloud: { guesses } });

/** @type {import("./index.cjs").TestCloud} */
const alicloud = {
  ...facts,

  callsOfCreate: ["ListVpcPeerConnections", facts.actions.create, facts.actions.get],
  maker: (stack) => `which the stack ${stack} made`,
  taker: (stack) => `which the stack ${stack} made`,
  world: { timings: AT_ONCE, limits: facts.noLimits },
  changes: { name: "renamed", description: "Changed in place", tags: { team: "network" } },
  text: "description",
  shown: ({ name, description, tags }) => ({ name, description, tags: { team: tags["team"] } }),
  clearable: { inputs: { tags: { team: "network" } }, isThere: ({ tags }) => "team" in tags },
  canMark: true,
  stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },

  refusals: { throttled: "Throttling.User", busy: "Conflict.Operation" },
  retryable: [
    ["Throttling", 400],
    ["Throttling.Api", 429],
    ["Rejected.Throttling", 400],
    ["InternalError", 500],
    ["ServiceUnavailable", 503],
    ["SystemBusy", 400],
    ["UnknownError", 400],
    ["OperationConflict", 400],
    ["TaskConflict", 400],
    ["OperationFailed.DistibuteLock", 400],
    ["LastTokenProcessing", 403],
    ["OperationFailed.LastTokenProcessing", 400],
    ["OperationFailed.IdempotentTokenProcessing", 400],
    ["IncorrectStatus.Vpc", 400],
    ["IncorrectStatus.VpcPeer", 400],
    ["OperationDenied.RouteEntryExist", 400],
  ],
  role: { roleArn: `acs:ram::${facts.accounts.b}:role/peering` },
  update: { before: { tags: { old: "tag" } }, after: { resourceGroupId: "rg-other" } },
  leastCalls: 28,

  drift: {
    patch: { name: "by hand", bandwidth: 500 },
    declared: "bandwidth: 100",
    bandwidth: 100,
    shown: [/~ name *: "by hand" => "changed"/, /~ bandwidth *: 500 => 100/],
  },
  betweenRegions: {},
  marked: (marker) => ({ tags: { "pulumi-vpc-peering": marker } }),

  forgetful: { alicloud: { guesses: { duplicatesAllowed: true, tokenRetentionMs: 0 } } },
  accepters: {
    same: { accepter: { vpcId: facts.vpcs.app.vpcId, accountId: facts.accounts.a } },
    other: { accepter: { vpcId: facts.vpcs.partner.vpcId, accountId: facts.accounts.b } },
    moved: { accepter: { vpcId: facts.vpcs.moved.vpcId, accountId: facts.accounts.a } },
  },
  labels: { old: { tags: { team: "old" } }, new: { tags: { team: "new" } } },
  leastCases: 60,

  routing: {
    table: "vtb-bp1custom01",
    nowhere: "vtb-bp1nowhere01",
    connections: ["pcc-bp1first0000001", "pcc-bp1second000001"],
    actions: {
      tables: "DescribeRouteTableList",
      routes: "DescribeRouteEntryList",
      add: "CreateRouteEntry",
      addMany: "CreateRouteEntries",
      redirect: "ModifyRouteEntry",
      remove: "DeleteRouteEntry",
      removeMany: "DeleteRouteEntries",
    },
    addedAtOnce: 50,
    answersTable: false,
    subnetsHaveIpv6: false,
    ownDestination: "10.0.1.128/25",
    deadConnection: "gone",
    forbidden: { code: "Forbidden.RAM", words: "vpc:CreateRouteEntry" },
    passing: [
      "TaskConflict",
      "IncorrectRouteEntryStatus",
      "OperationConflict",
      "InternalError",
      "SystemBusy",
    ],
    noQuotas: { quotas: { alicloud: { routesPerTable: 0 } } },
    quota: (routesPerTable) => ({ quotas: { alicloud: { routesPerTable } } }),
    otherwise: [
      ["a busy VPC fails entries, not calls", guessing({ busyFailsByEntry: true })],
      ["a busy VPC is told of by the other code", guessing({ busyVpcCode: "IncorrectRouteEntryStatus" })],
      [
        "a route is a duplicate by the other code",
        guessing({ duplicateRouteCode: "RouterEntryConflict.Duplicated" }),
      ],
      ["batches do all or nothing", guessing({ batchIsAtomic: true })],
      [
        "a list tells no count, and its last page no token",
        guessing({ listCountsRoutes: false, lastTokenIs: "absent" }),
      ],
      ["an unknown entry has the other code", guessing({ unknownEntryCode: "InvalidRouteEntryId.NotFound" })],
      ["tokens are still worked on for a while", guessing({ tokenInProgressMs: 1_500 })],
    ],
  },
};

module.exports = { alicloud };
