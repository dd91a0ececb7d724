const { clouds } = require("../../tools/clouds/index.cjs");
const { AT_ONCE } = require("../../tools/clouds/world.cjs");

const facts = clouds.alicloud;

/** A world whose cloud answers otherwise than assumed. @param {NonNullable<import("../../emulator").WorldInput["alicloud"]>["guesses"]} guesses */
const guessing = (guesses) => ({ alicloud: { guesses } });

/** An account with its keys, as the world file and as a config has it. @param {string} accountId @param {string} letter */
const account = (accountId, letter) => {
  const [accessKey, secretKey] = [`LTAIfake${letter}`, `fakesecret${letter}`];
  return {
    row: { accountId, accessKeyId: accessKey, accessKeySecret: secretKey },
    keys: { accessKey, secretKey },
  };
};

/** @type {import("./index.cjs").TestCloud} */
const alicloud = {
  ...facts,

  connectionId: "pcc-bp1first0000001",
  accepterSays: { tags: { team: "network" }, resourceGroupId: "rg-1" },
  callsOfCreate: ["ListVpcPeerConnections", facts.actions.create, facts.actions.get],
  maker: (stack) => `which the stack ${stack} made`,
  taker: (stack) => `which the stack ${stack} made`,
  world: { timings: AT_ONCE, limits: facts.noLimits },
  changes: { name: "renamed", description: "Changed in place", tags: { team: "network" } },
  text: "description",
  shown: ({ name, description, tags }) => ({ name, description, tags: { team: tags["team"] } }),
  clearable: { inputs: { tags: { team: "network" } }, isThere: ({ tags }) => "team" in tags },
  hidesQuota: true,
  quota: (most) => ({ alicloud: { intraRegionPerVpc: most } }),
  canMark: true,
  stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },

  refusals: {
    throttled: "Throttling.User",
    busy: "Conflict.Operation",
    internal: "InternalError",
    notAllowed: "Forbidden.RAM",
  },
  expired: { code: "InvalidSecurityToken.Expired", status: 400 },
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

  environment: {
    accessKey: "ALICLOUD_ACCESS_KEY",
    secretKey: "ALICLOUD_SECRET_KEY",
    region: "ALICLOUD_REGION",
  },
  drift: {
    patch: { name: "by hand", bandwidth: 500 },
    declared: "bandwidth: 100",
    bandwidth: 100,
    shown: [/~ name *: "by hand" => "changed"/, /~ bandwidth *: 500 => 100/],
  },
  bears: ["tags", "description"],
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
    perTable: 200,
    tellsQuota: false,
    tellsBlocks: true,
    showsLocal: true,
    ownRefused: "subnets",
    isAsynchronous: true,
    keptBy: "OperationDenied.RouteEntryExist",
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

  golden: {
    config: facts.settings.a,
    before: [
      {
        cloud: "alicloud",
        id: "pcc-goldenrequest0001",
        status: "pending",
        name: "hub-partner",
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-bp1partner01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenrequest0002",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "vpc-bp1app01" },
        accepter: { vpcId: "vpc-bp1partner01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenadopted0001",
        name: "by hand",
        requester: { vpcId: "vpc-bp1app01" },
        accepter: { vpcId: "vpc-2zedata01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenreadonly001",
        name: "hub-app",
        description: "Of somebody else",
        tags: { team: "others" },
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-bp1app01" },
      },
    ],
    changes: [...Array(3).fill(facts.actions.update), "TagResources", "TagResources"],
    ends: Array(4).fill(facts.actions.delete),
    left: ["pcc-goldenreadonly001", "pcc-goldenrequest0002"],
  },

  conformance: {
    list: "accounts",
    accounts: {
      own: account(facts.accounts.a, "A"),
      other: account(facts.accounts.b, "B"),
      stranger: account("1000000000000003", "C"),
    },
    vpcs: {
      first: { vpcId: "vpc-bp1first", region: "cn-hangzhou", of: "own" },
      second: { vpcId: "vpc-bp1second", region: "cn-hangzhou", of: "own" },
      third: { vpcId: "vpc-bp1third", region: "cn-hangzhou", of: "own" },
      far: { vpcId: "vpc-2zefar", region: "cn-beijing", of: "own" },
      foreign: { vpcId: "vpc-bp1foreign", region: "cn-hangzhou", of: "other" },
    },
    quotas: { alicloud: { perRegion: 0 } },
    reject: "RejectVpcPeerConnection",
  },
};

module.exports = { alicloud };
