import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Keys } from "../../../../src/clouds/alicloud/credentials";
import { keySource, regionOfProfile, setting } from "../../../../src/clouds/alicloud/credentials";
import { redacted } from "../../../../src/io/secrets";
import { PeeringError } from "../../../../src/model/errors";

const mockHome = jest.fn<string, []>();

// The keys of whoever runs these tests are none of their business.
jest.mock("node:os", () => ({ ...jest.requireActual<object>("node:os"), homedir: () => mockHome() }));
jest.mock("os", () => {
  const actual = jest.requireActual<object>("os");
  return { ...actual, homedir: () => mockHome(), default: { ...actual, homedir: () => mockHome() } };
});

const before = { ...process.env };
let home: string;

beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^ALI(BABA)?_?CLOUD/.test(name)) Reflect.deleteProperty(process.env, name);
  // Without this, the official library asks an address that only the cloud's own machines have.
  process.env["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true";
  home = mkdtempSync(path.join(os.tmpdir(), "home-"));
  mockHome.mockReturnValue(home);
});

afterEach(() => {
  rmSync(home, { recursive: true });
  process.env = { ...before };
});

const settings =
  (given: Record<string, unknown> = {}) =>
  (key: string): unknown =>
    given[key];

async function keysFrom(given: Record<string, unknown> = {}): Promise<Keys> {
  return await keySource(settings(given))();
}

/** `~/.aliyun/config.json` with these profiles; the first one is in use. */
function writeProfiles(...profiles: Record<string, unknown>[]): void {
  mkdirSync(path.join(home, ".aliyun"));
  const file = { current: profiles[0]?.["name"], profiles };
  writeFileSync(path.join(home, ".aliyun", "config.json"), JSON.stringify(file));
}

const profile = (name: string, region?: string): Record<string, unknown> => ({
  name,
  mode: "AK",
  access_key_id: `id-of-${name}`,
  access_key_secret: `secret-of-${name}`,
  ...(region && { region_id: region }),
});

const instance = { "alicloud:accessKey": "id-of-instance", "alicloud:secretKey": "secret-of-instance" };

function useEnvironment(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

describe("keys", () => {
  test("of the provider instance or stack come before everything else", async () => {
    useEnvironment({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    writeProfiles(profile("spoke"));
    expect(await keysFrom({ ...instance, "alicloud:profile": "spoke" })).toEqual({
      accessKeyId: "id-of-instance",
      accessKeySecret: "secret-of-instance",
    });
  });

  test("of the instance may be temporary", async () => {
    expect(await keysFrom({ ...instance, "alicloud:securityToken": "token-of-instance" })).toEqual({
      accessKeyId: "id-of-instance",
      accessKeySecret: "secret-of-instance",
      securityToken: "token-of-instance",
    });
  });

  test("of the instance are never mixed with a token of the environment", async () => {
    useEnvironment({ ALICLOUD_SECURITY_TOKEN: "token-of-env" });
    expect(await keysFrom(instance)).not.toHaveProperty("securityToken");
  });

  test("of the instance's profile come before those of the environment", async () => {
    useEnvironment({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    writeProfiles(profile("hub"), profile("spoke"));
    expect(await keysFrom({ "alicloud:profile": "spoke" })).toMatchObject({ accessKeyId: "id-of-spoke" });
  });

  test.each([
    ["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"],
    ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
    ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
  ])("of the environment go by %s", async (id, secret, token) => {
    useEnvironment({ [id]: "id-of-env", [secret]: "secret-of-env", [token]: "token-of-env" });
    expect(await keysFrom()).toEqual({
      accessKeyId: "id-of-env",
      accessKeySecret: "secret-of-env",
      securityToken: "token-of-env",
    });
  });

  test("of the environment come before the profile that it names, and that before the profile in use", async () => {
    writeProfiles(profile("hub"), profile("spoke"));
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-hub" });
    useEnvironment({ ALICLOUD_PROFILE: "spoke" });
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-spoke" });
    useEnvironment({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-env" });
  });

  test("that are empty are none", async () => {
    useEnvironment({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    const empty = { "alicloud:accessKey": "", "alicloud:secretKey": "", "alicloud:profile": "" };
    expect(await keysFrom(empty)).toMatchObject({ accessKeyId: "id-of-env" });
  });

  test.each([
    ["alicloud:accessKey", "alicloud:secretKey"],
    ["alicloud:secretKey", "alicloud:accessKey"],
  ])("of which only half is there (%s) are an error, not a reason to take others", (has, lacks) => {
    useEnvironment({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    expect(() => keySource(settings({ [has]: "half" }))).toThrow(
      expect.objectContaining({
        kind: "credentials",
        message: expect.stringContaining(`\`${has}\` is set, but \`${lacks}\` is not`) as string,
      }) as Error,
    );
  });

  test("that are nowhere are an error that says where they may be, and hold nothing of any file", async () => {
    mkdirSync(path.join(home, ".aliyun"));
    writeFileSync(path.join(home, ".aliyun", "config.json"), '{"broken": "secret-in-file"');
    const error: unknown = await keysFrom().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(PeeringError);
    expect(error).toMatchObject({ kind: "credentials" });
    expect(String(error)).toMatch(/provider instance.*stack.*environment.*profile/);
    expect(String(error)).not.toContain("secret-in-file");
  });

  test("of a profile that is not there are an error that names it", async () => {
    writeProfiles(profile("hub"));
    const error: unknown = await keysFrom({ "alicloud:profile": "nobody" }).catch(
      (failure: unknown) => failure,
    );
    expect(error).toMatchObject({ kind: "credentials" });
    expect(String(error)).toContain('"nobody"');
  });

  test("that were missing are found once they are there", async () => {
    const source = keySource(settings({ "alicloud:profile": "late" }));
    await expect(source()).rejects.toThrow(/late/);
    writeProfiles(profile("late"));
    expect(await source()).toMatchObject({ accessKeyId: "id-of-late" });
  });

  test("have their secret halves blotted out of everything from then on", async () => {
    await keysFrom({
      "alicloud:accessKey": "id-a",
      "alicloud:secretKey": "a-very-secret-key",
      "alicloud:securityToken": "a-very-secret-token",
    });
    writeProfiles(profile("blotted"));
    await keysFrom({ "alicloud:profile": "blotted" });
    expect(redacted("id-a a-very-secret-key a-very-secret-token secret-of-blotted")).toBe(
      "id-a [secret] [secret] [secret]",
    );
  });
});

describe("other settings", () => {
  test("come from the instance or stack, else from the environment", () => {
    useEnvironment({ ALICLOUD_REGION: "cn-env", ALICLOUD_ACCOUNT_ID: "1" });
    expect(setting(settings({ "alicloud:region": "cn-instance" }), "region")).toBe("cn-instance");
    expect(setting(settings(), "region")).toBe("cn-env");
    expect(setting(settings(), "accountId")).toBe("1");
    expect(setting(settings({ "alicloud:region": "" }), "region")).toBe("cn-env");
    expect(setting(settings(), "profile")).toBeUndefined();
  });

  test("the region may also come from a profile: the one that is named, else the one in use", async () => {
    writeProfiles(profile("hub", "cn-hub"), profile("spoke", "cn-spoke"), profile("nowhere"));
    expect(await regionOfProfile("spoke")).toBe("cn-spoke");
    expect(await regionOfProfile(undefined)).toBe("cn-hub");
    expect(await regionOfProfile("nowhere")).toBeUndefined();
    expect(await regionOfProfile("nobody")).toBeUndefined();
  });

  test("no file of profiles, or a broken one, is no region", async () => {
    expect(await regionOfProfile(undefined)).toBeUndefined();
    mkdirSync(path.join(home, ".aliyun"));
    for (const broken of ["{", "null", "[]", '{"profiles": 5}', '{"profiles": [null]}']) {
      writeFileSync(path.join(home, ".aliyun", "config.json"), broken);
      expect(await regionOfProfile(undefined)).toBeUndefined();
    }
  });
});
