import { startEmulator } from "../../emulator";
import { clouds } from "../../emulator/clouds/index";
import { parseWorld } from "../../emulator/world/world";

test("an empty world has the documented numbers and two accounts a cloud", () => {
  const world = parseWorld(clouds, {}, "World");
  expect(world).toMatchObject({
    timings: {
      activateMs: 200,
      acceptMs: 200,
      updateMs: 100,
      deleteMs: 100,
      vpcLockMs: 0,
      expireMs: 604_800_000,
    },
    limits: { alicloudPerMinute: 360, tencentcloudPerSecond: 20, huaweicloudPer5Minutes: 200 },
    quotas: {
      alicloud: { intraRegionPerVpc: 10, interRegionPerVpc: 20, perRegion: 20 },
      tencentcloud: { perVpc: 10 },
      huaweicloud: { perProject: 50 },
    },
    alicloud: { strictIds: true, accounts: [{}, {}] },
    tencentcloud: { strictIds: true, accounts: [{}, {}] },
    huaweicloud: { strictIds: true, projects: [{}, {}] },
    peerings: [],
  });
});

test("the built-in VPCs have ids of their cloud's shape and lie in two regions of each account", () => {
  const { alicloud, tencentcloud, huaweicloud } = parseWorld(clouds, {}, "World");
  const parts = [
    { vpcs: alicloud.vpcs.map((vpc) => ({ ...vpc, owner: vpc.accountId })), shape: /^vpc-[a-z0-9]+$/ },
    { vpcs: tencentcloud.vpcs.map((vpc) => ({ ...vpc, owner: vpc.uin })), shape: /^vpc-[a-z0-9]{8}$/ },
    {
      vpcs: huaweicloud.vpcs.map((vpc) => ({ ...vpc, owner: vpc.projectId })),
      shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    },
  ];
  for (const { vpcs, shape } of parts) {
    for (const { vpcId } of vpcs) expect(vpcId).toMatch(shape);
    expect(new Set(vpcs.map(({ owner, region }) => `${owner} ${region}`)).size).toBe(4);
  }
});

test("a part that is given replaces that part alone", () => {
  const world = parseWorld(
    clouds,
    { timings: { acceptMs: 1 }, alicloud: { vpcs: [] }, quotas: { alicloud: { perRegion: 0 } } },
    "World",
  );
  expect(world.timings).toMatchObject({ acceptMs: 1, activateMs: 200 });
  expect(world.alicloud.vpcs).toEqual([]);
  expect(world.alicloud.accounts).toHaveLength(2);
  expect(world.quotas.alicloud).toEqual({
    intraRegionPerVpc: 10,
    interRegionPerVpc: 20,
    perRegion: 0,
    routesPerTable: 200,
  });
});

const account = { accountId: "1", accessKeyId: "k", accessKeySecret: "s" };

test.each<[unknown, string]>([
  [
    { timings: { acceptMs: "soon" } },
    'timings.acceptMs is "soon": must be a whole number of milliseconds from 0 to 3155760000000.',
  ],
  [
    { timings: { acceptMs: -1 } },
    "timings.acceptMs is -1: must be a whole number of milliseconds from 0 to 3155760000000.",
  ],
  [{ timing: {} }, "timing is not a field known here: correct its name or remove it."],
  [
    { limits: { alicloudPerMinute: 1.5 } },
    "limits.alicloudPerMinute is 1.5: must be a whole number (0 is off) from 0 to 1000000000.",
  ],
  [
    { alicloud: { accounts: [account, { ...account, accountId: 1000000000000001 }] } },
    "alicloud.accounts[1].accountId is 1000000000000001: must be in quotes: account ids are texts.",
  ],
  [
    { alicloud: { accounts: [{ ...account, accessKeySecret: 5 }] } },
    "alicloud.accounts[0].accessKeySecret is not usable (value not shown): must be a text in quotes.",
  ],
  [
    { alicloud: { vpcs: [{ accountId: "1", region: "r" }] } },
    "alicloud.vpcs[0].vpcId is missing: must be a text in quotes.",
  ],
  [
    { alicloud: { guesses: { deadBlocksPair: "yes" } } },
    'alicloud.guesses.deadBlocksPair is "yes": must be true or false.',
  ],
  [
    { timings: { expireMs: 9e15 } },
    "timings.expireMs is 9000000000000000: must be a whole number of milliseconds from 0 to 3155760000000.",
  ],
  [
    { quotas: { huaweicloud: { perProject: 1e300 } } },
    "quotas.huaweicloud.perProject is 1e+300: must be a whole number (0 is off) from 0 to 1000000000.",
  ],
  [
    { tencentcloud: { guesses: { hoursAheadOfUtc: 200 } } },
    "tencentcloud.guesses.hoursAheadOfUtc is 200: must be a whole number of hours from -12 to 14.",
  ],
  [
    { huaweicloud: { guesses: { overQuota: { status: 99 } } } },
    "huaweicloud.guesses.overQuota.status is 99: must be a whole number from 400 to 599.",
  ],
  [[], "the input is []: must be of type object."],
])("what is wrong with %j is said in one line", (input, message) => {
  expect(() => parseWorld(clouds, input, "World file w.json")).toThrow(`World file w.json: ${message}`);
});

test("an emulator does not start in a world that contradicts itself", async () => {
  const ends = { requester: { vpcId: "vpc-nowhere" }, accepter: { vpcId: "vpc-bp1app01" } };
  await expect(startEmulator({ world: { peerings: [{ cloud: "alicloud", ...ends }] } })).rejects.toThrow(
    "The world has no alicloud VPC vpc-nowhere",
  );
  await expect(startEmulator({ now: "noon" })).rejects.toThrow('now is "noon"');
  await expect(startEmulator({ now: 8.64e15 })).rejects.toThrow("give a time of the years 1970 to 9999");
  await expect(startEmulator({ port: 1.5 })).rejects.toThrow(
    "port is 1.5: give a whole number from 0 to 65535",
  );
});
