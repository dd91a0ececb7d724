const { clouds } = require("../../tools/clouds/index.cjs");
const { AT_ONCE } = require("../../tools/clouds/world.cjs");

const facts = clouds.tencentcloud;

/** A world whose cloud answers otherwise than assumed. @param {NonNullable<import("../../emulator").WorldInput["tencentcloud"]>["guesses"]} guesses */
const guessing = (guesses) => ({ tencentcloud: { guesses } });

/** An account with its keys, as the world file and as a config has it. @param {string} uin @param {number} appId @param {string} letter */
const account = (uin, appId, letter) => {
  const keys = { secretId: `AKIDfake${letter}`, secretKey: `fakesecret${letter}` };
  return { row: { uin, appId, ...keys }, keys };
};

/** @type {import("./index.cjs").TestCloud} */
const tencentcloud = {
  ...facts,

  connectionId: "pcx-first001",
  // Without a token, a look comes first.
  callsOfCreate: [facts.actions.get, facts.actions.create, facts.actions.get],
  maker: (stack) => `which the stack ${stack} made`,
  taker: () => "which another stack made",
  world: { timings: AT_ONCE, limits: facts.noLimits },
  changes: { name: "renamed" },
  text: "name",
  shown: ({ name }) => ({ name }),
  comparesBlocks: true,
  quota: (most) => ({ tencentcloud: { perVpc: most } }),
  canMark: true,
  stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },

  refusals: {
    throttled: "RequestLimitExceeded",
    busy: "UnsupportedOperation.MutexOperationTaskRunning",
    internal: "InternalError",
    notAllowed: "UnauthorizedOperation",
  },
  expired: { code: "AuthFailure.TokenFailure", status: 200 },
  retryable: [
    ["RequestLimitExceeded.UinLimitExceeded", 200],
    ["RequestLimitExceeded.IPLimitExceeded", 200],
    ["RequestLimitExceeded.GlobalRegionUinLimitExceeded", 200],
    ["InternalError", 200],
    ["InternalServerError", 200],
    ["ServiceUnavailable", 200],
    ["ResourceInUse", 200],
    ["ResourceUnavailable", 200],
    ["ResourceBusy", 200],
    ["InvalidParameter.ActionInProgress", 200],
    ["AuthFailure.SignatureExpire", 200],
  ],
  role: { roleArn: `qcs::cam::uin/${facts.accounts.b}:roleName/peering` },
  update: { before: {}, after: {} },
  leastCalls: 23,

  environment: {
    secretId: "TENCENTCLOUD_SECRET_ID",
    secretKey: "TENCENTCLOUD_SECRET_KEY",
    region: "TENCENTCLOUD_REGION",
  },
  drift: {
    patch: { name: "by hand", bandwidth: 500 },
    declared: "bandwidth: 100",
    bandwidth: 100,
    shown: [/~ name *: "by hand" => "changed"/, /~ bandwidth *: 500 => 100/],
  },
  bears: ["tags"],
  betweenRegions: { bandwidth: 10 },
  marked: (marker) => ({ tags: { "pulumi-vpc-peering": marker } }),

  forgetful: {},
  accepters: {
    same: { accepter: { vpcId: facts.vpcs.app.vpcId, accountId: facts.accounts.a } },
    other: { accepter: { vpcId: facts.vpcs.partner.vpcId, accountId: facts.accounts.b } },
    moved: { accepter: { ...facts.vpcs.moved, accountId: facts.accounts.a }, bandwidth: 10 },
  },
  labels: { old: {}, new: {} },
  leastCases: 60,

  routing: {
    table: "rtb-custom01",
    nowhere: "rtb-nowhere1",
    connections: ["pcx-first001", "pcx-second01"],
    actions: {
      tables: "DescribeRouteTables",
      routes: "DescribeRouteTables",
      add: "CreateRoutes",
      addMany: "CreateRoutes",
      redirect: "ReplaceRoutes",
      enable: "EnableRoutes",
      remove: "DeleteRoutes",
      removeMany: "DeleteRoutes",
    },
    addedAtOnce: 100,
    perTable: 50,
    tellsQuota: true,
    tellsBlocks: false,
    showsLocal: false,
    ownRefused: "vpc",
    isAsynchronous: false,
    answersTable: false,
    subnetsHaveIpv6: false,
    ownDestination: "10.0.1.128/25",
    deadConnection: "gone",
    forbidden: { code: "UnauthorizedOperation", words: "vpc:CreateRoutes" },
    passing: [
      "UnsupportedOperation.MutexOperationTaskRunning",
      "ResourceInUse",
      "InternalError",
      "RequestLimitExceeded",
    ],
    noQuotas: { quotas: { tencentcloud: { routesPerTable: 0, tablesPerVpc: 0 } } },
    quota: (routesPerTable) => ({ quotas: { tencentcloud: { routesPerTable } } }),
    otherwise: [
      ["calls go as far as they come", guessing({ routeCallsAreAtomic: false })],
      ["a create answers no routes", guessing({ createAnswersNoRoutes: true })],
      ["reads show new routes late", guessing({ routesShowAfterMs: 8_000 })],
      ["reads show local routes", guessing({ localRoutesAreListed: true })],
      ["an unknown table is an error", guessing({ unknownTableIsEmpty: false })],
      ["a call takes fewer routes", guessing({ mostRoutesPerCall: 1 })],
      [
        "another route to a destination has one code",
        guessing({ otherHopCode: "UnsupportedOperation.Ecmp" }),
      ],
    ],
  },

  golden: {
    config: facts.settings.a,
    before: [
      {
        cloud: "tencentcloud",
        id: "pcx-gold0001",
        status: "pending",
        name: "hub-partner",
        requester: { vpcId: "vpc-hub00001" },
        accepter: { vpcId: "vpc-par00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0002",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "vpc-app00001" },
        accepter: { vpcId: "vpc-par00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0003",
        name: "by hand",
        bandwidth: 10,
        requester: { vpcId: "vpc-app00001" },
        accepter: { vpcId: "vpc-dat00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0004",
        name: "hub-app",
        tags: { team: "others" },
        requester: { vpcId: "vpc-hub00001" },
        accepter: { vpcId: "vpc-app00001" },
      },
    ],
    changes: Array(3).fill(facts.actions.update),
    ends: Array(4).fill(facts.actions.delete),
    left: ["pcx-gold0002", "pcx-gold0004"],
  },

  conformance: {
    list: "accounts",
    accounts: {
      own: account(facts.accounts.a, 1250000001, "A"),
      other: account(facts.accounts.b, 1250000002, "B"),
      stranger: account("100000000003", 1250000003, "C"),
    },
    vpcs: {
      first: { vpcId: "vpc-first001", region: "ap-guangzhou", of: "own" },
      second: { vpcId: "vpc-secon001", region: "ap-guangzhou", of: "own" },
      third: { vpcId: "vpc-third001", region: "ap-guangzhou", of: "own" },
      far: { vpcId: "vpc-afar0001", region: "ap-shanghai", of: "own" },
      foreign: { vpcId: "vpc-forei001", region: "ap-guangzhou", of: "other" },
    },
    reject: "RejectVpcPeeringConnection",
  },
};

module.exports = { tencentcloud };
