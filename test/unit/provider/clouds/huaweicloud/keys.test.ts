import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Agency } from "../../../../../src/provider/clouds/huaweicloud/keys";
import type { Keys } from "../../../../../src/provider/clouds/huaweicloud/sign";
import { keySource, namedProject, setting } from "../../../../../src/provider/clouds/huaweicloud/keys";
import { serviceUrl } from "../../../../../src/provider/clouds/huaweicloud/actions";
import { huaweicloud } from "../../../../../src/provider/clouds/huaweicloud";
import { redacted } from "../../../../../src/io/secrets";
import { withEnvironment } from "../../../support/environment";

const mockHome = jest.fn<string, []>();

// The keys of whoever runs these tests are none of their business.
jest.mock("node:os", () => ({ ...jest.requireActual<object>("node:os"), homedir: () => mockHome() }));

const environment = withEnvironment(/^(HUAWEICLOUD|HW|OS)_/);

beforeEach(() => {
  mockHome.mockReturnValue(environment.home);
});

const settings =
  (given: Record<string, unknown> = {}) =>
  (key: string): unknown =>
    given[key];
const assume = jest.fn<Promise<Keys & { endsAt: number }>, [Keys, Agency]>();
const find = (given: Record<string, unknown> = {}) => keySource(settings(given), assume)();

const pair = { "huaweicloud:accessKey": "AK", "huaweicloud:secretKey": "secret-key" };

function writeProfiles(text: string): void {
  mkdirSync(path.join(environment.home, ".hcloud"));
  writeFileSync(path.join(environment.home, ".hcloud", "config.json"), text);
}

const profile = {
  name: "default",
  accessKeyId: "PAK",
  secretAccessKey: "profile-secret",
  region: "cn-east-3",
};

describe("keys come from", () => {
  test("the instance or stack, before everything else, and never show up again", async () => {
    environment.set({ HUAWEICLOUD_SDK_AK: "EAK", HUAWEICLOUD_SDK_SK: "env-secret" });
    const keys = await find({ ...pair, "huaweicloud:securityToken": "token-1" });
    expect(keys).toEqual({ accessKey: "AK", secretKey: "secret-key", securityToken: "token-1" });
    expect(redacted("secret-key token-1")).toBe("[secret] [secret]");
  });

  test("the variables of the SDKs, then those of the official packages; three of one place belong together", async () => {
    environment.set({
      HW_ACCESS_KEY: "HAK",
      HW_SECRET_KEY: "hw-secret",
      HW_SECURITY_TOKEN: "hw-token",
    });
    expect(await find()).toEqual({
      accessKey: "HAK",
      secretKey: "hw-secret",
      securityToken: "hw-token",
      from: ["HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"],
    });
    environment.set({ HUAWEICLOUD_SDK_AK: "EAK", HUAWEICLOUD_SDK_SK: "env-secret" });
    expect(await find()).toEqual({
      accessKey: "EAK",
      secretKey: "env-secret",
      from: ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"],
    });
  });

  test("the command line's profile in use, or the one that is named", async () => {
    const other = { ...profile, name: "other", accessKeyId: "OAK" };
    writeProfiles(JSON.stringify({ current: "default", profiles: [profile, other] }));
    expect(await find()).toEqual({ accessKey: "PAK", secretKey: "profile-secret" });
    expect(await huaweicloud.region(settings())).toBe("cn-east-3");
    environment.set({ HW_PROFILE: "other" });
    expect((await find()).accessKey).toBe("OAK");
    environment.set({ HW_PROFILE: "none" });
    await expect(find()).rejects.toThrow('has no profile "none"');
  });

  test("nowhere: the error names every place", async () => {
    await expect(find()).rejects.toThrow(
      /No keys were found: .*HUAWEICLOUD_SDK_AK.*config\.json.* Set `accessKey`/,
    );
  });

  test("half a pair is a mistake", () => {
    expect(() => keySource(settings({ "huaweicloud:accessKey": "AK" }), assume)).toThrow(
      "`huaweicloud:accessKey` is set, but `huaweicloud:secretKey` is not. Set both, or neither.",
    );
  });

  test("a file that cannot be read is never quoted", async () => {
    const file = path.join(environment.home, "other.json");
    writeFileSync(file, "secretAccessKey: hidden");
    environment.set({ HW_SHARED_CONFIG_FILE: file });
    await expect(find()).rejects.toThrow(/is not a JSON object\. Run `hcloud configure init`/);
    await expect(find()).rejects.not.toThrow("hidden");
  });
});

describe("an agency", () => {
  const agency = { agencyName: "peering", domainName: "partner" };
  const keysFor = (minutes: number) => ({
    accessKey: "TAK",
    secretKey: "temporary-secret",
    securityToken: "temporary-token",
    endsAt: Date.now() + minutes * 60_000,
  });

  test.each([agency, JSON.stringify(agency)])(
    "given as %j is assumed once, until shortly before the end",
    async (given) => {
      assume.mockReset().mockResolvedValue(keysFor(60));
      const source = keySource(settings({ ...pair, "huaweicloud:assumeRole": given }), assume);
      expect([(await source()).accessKey, (await source()).accessKey]).toEqual(["TAK", "TAK"]);
      expect(assume.mock.calls).toEqual([[{ accessKey: "AK", secretKey: "secret-key" }, agency]]);
      expect(redacted("temporary-secret temporary-token")).toBe("[secret] [secret]");
    },
  );

  test("is assumed anew five minutes before its keys end", async () => {
    assume.mockReset().mockResolvedValue(keysFor(4));
    const source = keySource(settings({ ...pair, "huaweicloud:assumeRole": agency }), assume);
    await source();
    await source();
    expect(assume).toHaveBeenCalledTimes(2);
  });

  test("may be named by the environment, or by the profile", async () => {
    assume.mockReset().mockResolvedValue(keysFor(60));
    environment.set({
      HW_ASSUME_ROLE_AGENCY_NAME: "from-env",
      HW_ASSUME_ROLE_DOMAIN_NAME: "partner",
    });
    await find(pair);
    expect(assume.mock.calls[0]?.[1]).toEqual({ agencyName: "from-env", domainName: "partner" });
    Reflect.deleteProperty(process.env, "HW_ASSUME_ROLE_AGENCY_NAME");
    writeProfiles(JSON.stringify({ profiles: [{ ...profile, agencyName: "own", agencyDomainName: "d" }] }));
    await find();
    expect(assume.mock.calls[1]?.[1]).toEqual({ agencyName: "own", domainName: "d" });
  });

  test("lacks half of what names it: that is said", () => {
    const given = { ...pair, "huaweicloud:assumeRole": { agencyName: "peering" } };
    expect(() => keySource(settings(given), assume)).toThrow("lacks `agencyName` or `domainName`");
  });
});

describe("the project is named", () => {
  test("by the instance or stack, whoever's the keys are", async () => {
    const given = { ...pair, "huaweicloud:projectId": "own" };
    expect(await namedProject(settings(given))).toEqual({ id: "own" });
  });

  test("by the environment and the profile for their own keys only", async () => {
    writeProfiles(JSON.stringify({ profiles: [{ ...profile, projectId: "of-profile" }] }));
    expect(await namedProject(settings())).toEqual({ id: "of-profile" });
    expect(await namedProject(settings(pair))).toEqual({});
    environment.set({ HW_ACCESS_KEY: "HAK", HW_SECRET_KEY: "hw-secret" });
    expect(await namedProject(settings())).toEqual({});
    environment.set({ HW_PROJECT_ID: "of-env", HW_PROJECT_NAME: "name" });
    expect(await namedProject(settings())).toEqual({ id: "of-env", name: "name" });
    expect(await namedProject(settings({ ...pair, "huaweicloud:projectName": "mine" }))).toEqual({
      name: "mine",
    });
  });
});

test("other settings come from the instance or stack, else from the environment", () => {
  environment.set({ HW_REGION_NAME: "cn-east-3" });
  expect(setting(settings(), "region")).toBe("cn-east-3");
  environment.set({ HUAWEICLOUD_SDK_REGION_ID: "cn-south-1" });
  expect(setting(settings(), "region")).toBe("cn-south-1");
  expect(setting(settings({ "huaweicloud:region": "cn-north-4" }), "region")).toBe("cn-north-4");
});

test.each([
  ["vpc", "cn-north-4", {}, "https://vpc.cn-north-4.myhuaweicloud.com/"],
  ["iam", "cn-north-4", {}, "https://iam.cn-north-4.myhuaweicloud.com/"],
  ["vpc", "eu-west-101", {}, "https://vpc.eu-west-101.myhuaweicloud.eu/"],
  ["vpc", "eu-west-0", {}, "https://vpc.eu-west-0.myhuaweicloud.com/"],
  ["vpc", "eu-west-101", { cloud: "example.org" }, "https://vpc.eu-west-101.example.org/"],
  ["iam", "cn-north-4", { endpoint: "http://127.0.0.1:1/x", cloud: "y" }, "http://127.0.0.1:1/x"],
] as const)("%s of %s with %j is at %s", (service, region, hosts, url) => {
  expect(serviceUrl(service, region, hosts).href).toBe(url);
});
