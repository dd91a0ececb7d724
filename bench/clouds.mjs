/**
 * What a measurement needs to know of a cloud.
 *
 * @typedef {object} BenchCloud
 * @property {string} type      the class of its provider instances
 * @property {Record<"a" | "b", Record<string, string>>} keys  of two accounts, with their region
 * @property {"accountId" | "projectId"} accountKey
 * @property {Record<"a" | "b", string>} accounts
 * @property {(n: number, account?: "a" | "b") => string} vpcId
 * @property {object} owner     how the world file names account A, as the owner of a VPC
 * @property {object} other     and account B
 * @property {object} noLimits
 * @property {RegExp} create    the action that makes a connection
 * @property {{calls: number, ms: number}} limit   how many creates its documented limit lets through, and in which time
 */

const eight = (/** @type {number} */ n) => String(n).padStart(8, "0");

/** @type {Record<string, BenchCloud>} */
export const clouds = {
  alicloud: {
    type: "AlicloudProvider",
    keys: {
      a: { region: "cn-hangzhou", accessKey: "LTAIfakeA", secretKey: "fakesecretA" },
      b: { region: "cn-hangzhou", accessKey: "LTAIfakeB", secretKey: "fakesecretB" },
    },
    accountKey: "accountId",
    accounts: { a: "1000000000000001", b: "1000000000000002" },
    vpcId: (n, account = "a") => `vpc-bp1${account}${eight(n)}`,
    owner: { accountId: "1000000000000001" },
    other: { accountId: "1000000000000002" },
    noLimits: { alicloudPerMinute: 0 },
    create: /^CreateVpcPeerConnection$/,
    limit: { calls: 360, ms: 60_000 },
  },
  tencentcloud: {
    type: "TencentcloudProvider",
    keys: {
      a: { region: "ap-guangzhou", secretId: "AKIDfakeA", secretKey: "fakesecretA" },
      b: { region: "ap-guangzhou", secretId: "AKIDfakeB", secretKey: "fakesecretB" },
    },
    accountKey: "accountId",
    accounts: { a: "100000000001", b: "100000000002" },
    vpcId: (n, account = "a") => `vpc-${account}${eight(n).slice(1)}`,
    owner: { uin: "100000000001" },
    other: { uin: "100000000002" },
    noLimits: { tencentcloudPerSecond: 0 },
    create: /^CreateVpcPeeringConnection$/,
    limit: { calls: 20, ms: 1_000 },
  },
  huaweicloud: {
    type: "HuaweicloudProvider",
    keys: {
      a: {
        region: "cn-north-4",
        accessKey: "HWFAKEAKA",
        secretKey: "fakesecretA",
        projectId: "aaaa0000000000000000000000000001",
      },
      b: {
        region: "cn-north-4",
        accessKey: "HWFAKEAKB",
        secretKey: "fakesecretB",
        projectId: "bbbb0000000000000000000000000002",
      },
    },
    accountKey: "projectId",
    accounts: { a: "aaaa0000000000000000000000000001", b: "bbbb0000000000000000000000000002" },
    vpcId: (n, account = "a") => `${account}1000000-0000-4000-8000-0000${eight(n)}`,
    owner: { projectId: "aaaa0000000000000000000000000001" },
    other: { projectId: "bbbb0000000000000000000000000002" },
    noLimits: { huaweicloudPer5Minutes: 0 },
    create: /^CreateVpcPeering$/,
    limit: { calls: 200, ms: 300_000 },
  },
};

const NO_QUOTAS = {
  alicloud: { intraRegionPerVpc: 0, interRegionPerVpc: 0, perRegion: 0 },
  tencentcloud: { perVpc: 0 },
  huaweicloud: { perProject: 0 },
};

/** A world with a hub and so many spokes, everything at once, no quotas and no limits, unless `more` says so. @param {string} name @param {number} count @param {{timings?: object, limits?: object}} [more] */
export function worldOf(name, count, more = {}) {
  const cloud = /** @type {BenchCloud} */ (clouds[name]);
  const vpcs = /** @type {("a" | "b")[]} */ (["a", "b"]).flatMap((account, second) =>
    Array.from({ length: count + 1 }, (_, n) => ({
      vpcId: cloud.vpcId(n, account),
      region: cloud.keys[account]["region"],
      cidrBlocks: [`10.${128 * second + (n >> 8)}.${n & 255}.0/24`],
      ...(account === "a" ? cloud.owner : cloud.other),
    })),
  );
  return {
    timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0, ...more.timings },
    limits: more.limits ?? cloud.noLimits,
    quotas: NO_QUOTAS,
    [name]: { vpcs },
  };
}
