const { clouds } = require("../../tools/clouds/index.cjs");

const facts = clouds.huaweicloud;
const { projectId: _a, ...keysOfA } = facts.settings.a;
const { projectId: _b, ...keysOfB } = facts.settings.b;

/** A world whose cloud answers otherwise than assumed. @param {NonNullable<import("../../emulator").WorldInput["huaweicloud"]>["guesses"]} guesses */
const guessing = (guesses) => ({ huaweicloud: { guesses } });

/** A project with its keys, as the world file and as a config has it. @param {string} projectId @param {string} domainId @param {string} letter @param {{name?: string}} [more] */
const account = (projectId, domainId, letter, more = {}) => {
  const keys = { accessKey: `HWFAKEAK${letter}`, secretKey: `fakesecret${letter}` };
  return { row: { projectId, domainId, ...keys, ...more }, keys, projectId };
};

/** @type {import("./index.cjs").TestCloud} */
const huaweicloud = {
  ...facts,

  // Account B's project is found out by asking.
  contractSettings: { a: facts.settings.a, b: keysOfB },
  connectionId: "d1000000-0000-4000-8000-000000000001",
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
  quota: (most) => ({ huaweicloud: { perProject: most } }),
  canMark: true,
  stuck: { world: { huaweicloud: { guesses: { sameTenantIs: "nobody" } } }, status: "pending" },

  refusals: {
    throttled: "APIGW.0308",
    busy: "VPC.0103",
    internal: "HTTPInternalServerError",
    notAllowed: "PolicyNotAuthorized",
  },
  expired: { code: "APIGW.0301", status: 401 },
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

  environment: { accessKey: "HW_ACCESS_KEY", secretKey: "HW_SECRET_KEY", region: "HW_REGION_NAME" },
  permissions: {
    CreateVpcPeering: "peerings:create",
    ShowVpcPeering: "peerings:get",
    ListVpcPeerings: "peerings:get",
    UpdateVpcPeering: "peerings:update",
    DeleteVpcPeering: "peerings:delete",
    ListRouteTables: "routeTables:list",
    ShowRouteTable: "routeTables:get",
    UpdateRouteTable: "routeTables:update",
    ShowVpc: "vpcs:get",
    ListVpcs: "vpcs:list",
    ListSubnets: "subnets:get",
    ShowQuota: "quotas:list",
  },
  drift: {
    patch: { name: "by hand" },
    declared: "",
    bandwidth: null,
    shown: [/~ name *: "by hand" => "changed"/],
  },
  bears: ["description"],
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
    perTable: 200,
    tellsQuota: true,
    tellsBlocks: false,
    showsLocal: true,
    ownRefused: "subnets",
    isAsynchronous: false,
    onlyRedirects: (params) => {
      const { add, mod, del } = /** @type {{routetable: {routes: Record<string, unknown[]>}}} */ (params)
        .routetable.routes;
      return add?.length === 0 && mod?.length === 1 && del?.length === 0;
    },
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

  golden: {
    config: keysOfA,
    before: [
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000001",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000002" },
        accepter: { vpcId: "b0000000-0000-4000-8000-000000000001" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000002",
        status: "pending",
        name: "twin-partner",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
        accepter: { vpcId: "b0000000-0000-4000-8000-000000000001" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000003",
        name: "by-hand",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
        accepter: { vpcId: "a0000000-0000-4000-8000-000000000002" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000004",
        name: "hub-twin",
        description: "Of somebody else",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000001" },
        accepter: { vpcId: "a0000000-0000-4000-8000-000000000004" },
      },
    ],
    changes: Array(3).fill(facts.actions.update),
    ends: Array(4).fill(facts.actions.delete),
    left: ["c0000000-0000-4000-8000-000000000002", "c0000000-0000-4000-8000-000000000004"],
  },

  conformance: {
    list: "projects",
    accounts: {
      own: account(facts.accounts.a, "a0d1", "A"),
      other: account(facts.accounts.b, "b0d2", "B"),
      stranger: account("cccc0000000000000000000000000000", "c0d3", "C"),
      sibling: account("dddd0000000000000000000000000000", "a0d1", "D", { name: "beside" }),
    },
    vpcs: {
      first: { vpcId: "c0000000-0000-4000-8000-000000000001", region: "cn-north-4", of: "own" },
      second: { vpcId: "c0000000-0000-4000-8000-000000000002", region: "cn-north-4", of: "own" },
      third: { vpcId: "c0000000-0000-4000-8000-000000000003", region: "cn-north-4", of: "own" },
      foreign: { vpcId: "c0000000-0000-4000-8000-000000000005", region: "cn-north-4", of: "other" },
      sibling: { vpcId: "c0000000-0000-4000-8000-000000000006", region: "cn-north-4", of: "sibling" },
    },
    reject: "RejectVpcPeering",
  },
};

module.exports = { huaweicloud };
