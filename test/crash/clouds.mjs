/** @typedef {{status: string, name: string, deleted: boolean, tags: Record<string, string>}} Row a connection of the admin API */

/**
 * What the matrix needs to know of a cloud: the programs, and which calls change something.
 *
 * @typedef {object} CrashCloud
 * @property {object} world
 * @property {(options: {accepter?: "same" | "other" | "moved", changed?: boolean}) => string} program
 * @property {(row: Row) => Record<string, unknown>} shown  what of a connection is looked at in the end
 * @property {Record<string, unknown>} declared  how that has to be
 * @property {Record<string, unknown>} changed   the same after the change
 * @property {RegExp} changing                   the actions that change something
 * @property {number} least                      how many cases there are at the least
 * @property {object} forgetful                  a world in which only a lookup prevents a loss
 */

const QUICK = { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 };

/** @param {string} instances @param {string} args */
const program = (instances, args) => `
const { AlicloudProvider, HuaweicloudProvider, TencentcloudProvider, VpcPeering } = require("pulumi-vpc-peering");
const endpoint = process.env.EMULATOR;
${instances}
new VpcPeering("crash", { ${args} }, { provider: a });
`;

/** @type {Record<string, CrashCloud>} */
export const clouds = {
  alicloud: {
    world: { timings: QUICK, limits: { alicloudPerMinute: 0 } },
    forgetful: { alicloud: { guesses: { duplicatesAllowed: true, tokenRetentionMs: 0 } } },
    program: ({ accepter = "same", changed = false }) =>
      program(
        `const a = new AlicloudProvider("a", { region: "cn-hangzhou", accessKey: "LTAIfakeA", secretKey: "fakesecretA", endpoint });
                 const b = new AlicloudProvider("b", { region: "cn-hangzhou", accessKey: "LTAIfakeB", secretKey: "fakesecretB", endpoint });`,
        `cloud: "alicloud", requester: { vpcId: "vpc-bp1hub01" },
                 accepter: ${
                   {
                     same: '{ vpcId: "vpc-bp1app01", accountId: "1000000000000001" }',
                     other: '{ vpcId: "vpc-bp1partner01", provider: b, accountId: "1000000000000002" }',
                     moved: '{ vpcId: "vpc-bp1twin01", accountId: "1000000000000001" }',
                   }[accepter]
                 },
                 name: "${changed ? "crash-changed" : "crash"}", tags: { team: "${changed ? "new" : "old"}" }`,
      ),
    shown: ({ status, name, tags }) => ({ status, name, team: tags["team"] }),
    declared: { status: "active", name: "crash", team: "old" },
    changed: { status: "active", name: "crash-changed", team: "new" },
    changing: /^(Create|Accept|Modify|Delete)VpcPeerConnection$|^TagResources$/,
    least: 60,
  },
  tencentcloud: {
    world: { timings: QUICK, limits: { tencentcloudPerSecond: 0 } },
    forgetful: {},
    program: ({ accepter = "same", changed = false }) =>
      program(
        `const a = new TencentcloudProvider("a", { region: "ap-guangzhou", secretId: "AKIDfakeA", secretKey: "fakesecretA", endpoint });
                 const b = new TencentcloudProvider("b", { region: "ap-guangzhou", secretId: "AKIDfakeB", secretKey: "fakesecretB", endpoint });`,
        `cloud: "tencentcloud", requester: { vpcId: "vpc-hub00001" },
                 accepter: ${
                   {
                     same: '{ vpcId: "vpc-app00001", accountId: "100000000001" }',
                     other: '{ vpcId: "vpc-par00001", provider: b, accountId: "100000000002" }',
                     moved:
                       '{ vpcId: "vpc-dat00001", region: "ap-shanghai", accountId: "100000000001" }, bandwidth: 10',
                   }[accepter]
                 },
                 name: "${changed ? "crash-changed" : "crash"}"`,
      ),
    shown: ({ status, name }) => ({ status, name }),
    declared: { status: "active", name: "crash" },
    changed: { status: "active", name: "crash-changed" },
    changing: /^(Create|Accept|Modify|Delete)VpcPeeringConnection$/,
    least: 60,
  },
  huaweicloud: {
    world: { timings: QUICK, limits: { huaweicloudPer5Minutes: 0 } },
    forgetful: {},
    program: ({ accepter = "same", changed = false }) =>
      program(
        `const a = new HuaweicloudProvider("a", { region: "cn-north-4", accessKey: "HWFAKEAKA", secretKey: "fakesecretA", projectId: "aaaa0000000000000000000000000001", endpoint });
                 const b = new HuaweicloudProvider("b", { region: "cn-north-4", accessKey: "HWFAKEAKB", secretKey: "fakesecretB", projectId: "bbbb0000000000000000000000000002", endpoint });`,
        `cloud: "huaweicloud", requester: { vpcId: "a0000000-0000-4000-8000-000000000001" },
                 accepter: ${
                   {
                     same: '{ vpcId: "a0000000-0000-4000-8000-000000000002" }',
                     other: '{ vpcId: "b0000000-0000-4000-8000-000000000001", provider: b }',
                     moved: '{ vpcId: "a0000000-0000-4000-8000-000000000004" }',
                   }[accepter]
                 },
                 name: "${changed ? "crash-changed" : "crash"}"`,
      ),
    shown: ({ status, name }) => ({ status, name }),
    declared: { status: "active", name: "crash" },
    changed: { status: "active", name: "crash-changed" },
    changing: /^(Create|Accept|Update|Delete)VpcPeering$/,
    least: 60,
  },
};
