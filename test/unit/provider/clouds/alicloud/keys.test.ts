import { mkdirSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { AssumeRole, Role } from "../../../../../src/provider/clouds/alicloud/keys";
import type { Keys } from "../../../../../src/provider/clouds/alicloud/sign";
import { keySource, regionOf, setting } from "../../../../../src/provider/clouds/alicloud/keys";
import { redacted } from "../../../../../src/io/secrets";
import { withEnvironment } from "../../../support/environment";
import { PeeringError } from "../../../../../src/model/errors";

const mockHome = jest.fn<string, []>();

// The keys of whoever runs these tests are none of their business.
jest.mock("node:os", () => ({ ...jest.requireActual<object>("node:os"), homedir: () => mockHome() }));
jest.mock("os", () => {
  const actual = jest.requireActual<object>("os");
  return { ...actual, homedir: () => mockHome(), default: { ...actual, homedir: () => mockHome() } };
});

const environment = withEnvironment(/^ALI(BABA)?_?CLOUD/);

beforeEach(() => {
  // Without this, the official library asks an address that only the cloud's own machines have.
  environment.set({ ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true" });
  mockHome.mockReturnValue(environment.home);
});

const settings =
  (given: Record<string, unknown> = {}) =>
  (key: string): unknown =>
    given[key];

/** The cloud's AssumeRole: answers keys that tell who took on what. */
let taken: { by: string; role: Role }[] = [];
let lastsMs: number;
const takeOn: AssumeRole = (keys, role) => {
  taken.push({ by: keys.accessKeyId, role });
  const name = role.roleArn.split("/").at(-1) ?? "";
  return Promise.resolve({
    accessKeyId: `id-of-${name}`,
    accessKeySecret: `secret-of-${name}`,
    securityToken: `token-of-${name}-${taken.length}`,
    endsAt: Date.now() + lastsMs,
  });
};

beforeEach(() => {
  taken = [];
  lastsMs = 3_600_000;
});

async function keysFrom(given: Record<string, unknown> = {}): Promise<Keys> {
  return await keySource(settings(given), takeOn)();
}

/** `~/.aliyun/config.json` with these profiles; the first one is in use. */
function writeProfiles(...profiles: Record<string, unknown>[]): void {
  mkdirSync(path.join(environment.home, ".aliyun"));
  const file = { current: profiles[0]?.["name"], profiles };
  writeFileSync(path.join(environment.home, ".aliyun", "config.json"), JSON.stringify(file));
}

const profile = (name: string, region?: string): Record<string, unknown> => ({
  name,
  mode: "AK",
  access_key_id: `id-of-${name}`,
  access_key_secret: `secret-of-${name}`,
  ...(region && { region_id: region }),
});

const instance = { "alicloud:accessKey": "id-of-instance", "alicloud:secretKey": "secret-of-instance" };

describe("keys", () => {
  test("of the provider instance or stack come before everything else", async () => {
    environment.set({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
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
    environment.set({ ALICLOUD_SECURITY_TOKEN: "token-of-env" });
    expect(await keysFrom(instance)).not.toHaveProperty("securityToken");
  });

  test("of the instance's profile come before those of the environment", async () => {
    environment.set({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    writeProfiles(profile("hub"), profile("spoke"));
    expect(await keysFrom({ "alicloud:profile": "spoke" })).toMatchObject({ accessKeyId: "id-of-spoke" });
  });

  test.each([
    ["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"],
    ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
    ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
  ])("of the environment go by %s", async (id, secret, token) => {
    environment.set({ [id]: "id-of-env", [secret]: "secret-of-env", [token]: "token-of-env" });
    expect(await keysFrom()).toEqual({
      accessKeyId: "id-of-env",
      accessKeySecret: "secret-of-env",
      securityToken: "token-of-env",
      from: [id, secret, token],
    });
  });

  test("of the environment come before the profile that it names, and that before the profile in use", async () => {
    writeProfiles(profile("hub"), profile("spoke"));
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-hub" });
    environment.set({ ALICLOUD_PROFILE: "spoke" });
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-spoke" });
    environment.set({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-env" });
  });

  test("that are empty are none", async () => {
    environment.set({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    const empty = { "alicloud:accessKey": "", "alicloud:secretKey": "", "alicloud:profile": "" };
    expect(await keysFrom(empty)).toMatchObject({ accessKeyId: "id-of-env" });
  });

  test.each([
    ["alicloud:accessKey", "alicloud:secretKey"],
    ["alicloud:secretKey", "alicloud:accessKey"],
  ])("of which only half is there (%s) are an error, not a reason to take others", (has, lacks) => {
    environment.set({ ALICLOUD_ACCESS_KEY: "id-of-env", ALICLOUD_SECRET_KEY: "secret-of-env" });
    expect(() => keySource(settings({ [has]: "half" }), takeOn)).toThrow(
      expect.objectContaining({
        kind: "credentials",
        message: expect.stringContaining(`\`${has}\` is set, but \`${lacks}\` is not`) as string,
      }) as Error,
    );
  });

  test("that are nowhere are an error that says where they may be", async () => {
    const error: unknown = await keysFrom().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(PeeringError);
    expect(error).toMatchObject({ kind: "credentials" });
    expect(String(error)).toMatch(/provider instance.*stack.*environment.*profile/);
  });

  test("of a file that is broken are an error that names it and shows nothing of it", async () => {
    const file = path.join(environment.home, "keys.json");
    writeFileSync(file, '{"broken": "secret-in-file"');
    const given = { "alicloud:sharedCredentialsFile": file };
    const error: unknown = await keysFrom(given).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ kind: "credentials" });
    expect(String(error)).toContain(file);
    expect(String(error)).not.toContain("secret-in-file");
  });

  test("may come from another file of profiles", async () => {
    const file = path.join(environment.home, "other.json");
    writeProfiles(profile("spoke"));
    writeFileSync(
      file,
      JSON.stringify({ current: "there", profiles: [profile("there"), profile("spoke2")] }),
    );
    const other = { "alicloud:sharedCredentialsFile": file };
    expect(await keysFrom(other)).toMatchObject({ accessKeyId: "id-of-there" });
    expect(await keysFrom({ ...other, "alicloud:profile": "spoke2" })).toMatchObject({
      accessKeyId: "id-of-spoke2",
    });
  });

  test("of a profile that is not there are an error that names it", async () => {
    writeProfiles(profile("hub"));
    const error: unknown = await keysFrom({ "alicloud:profile": "nobody" }).catch(
      (failure: unknown) => failure,
    );
    expect(error).toMatchObject({ kind: "credentials" });
    expect(String(error)).toContain('"nobody"');
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

describe("a role to take on", () => {
  const roleArn = "acs:ram::1000000000000002:role/peering";
  const assumeRole = {
    roleArn,
    sessionName: "session",
    sessionExpiration: 900,
    policy: "{}",
    externalId: "e",
  };

  test("is taken on with the keys that are found, with everything that is said of it", async () => {
    expect(await keysFrom({ ...instance, "alicloud:assumeRole": assumeRole })).toMatchObject({
      accessKeyId: "id-of-peering",
      accessKeySecret: "secret-of-peering",
      securityToken: "token-of-peering-1",
    });
    expect(taken).toEqual([{ by: "id-of-instance", role: assumeRole }]);
  });

  test("may be written as JSON, as a stack's config has it", async () => {
    await keysFrom({ ...instance, "alicloud:assumeRole": JSON.stringify(assumeRole) });
    expect(taken).toEqual([{ by: "id-of-instance", role: assumeRole }]);
  });

  test("may be named by the environment, for the environment's keys", async () => {
    environment.set({
      ALICLOUD_ASSUME_ROLE_ARN: roleArn,
      ALICLOUD_ACCESS_KEY: "id-of-environment",
      ALICLOUD_SECRET_KEY: "secret-of-environment",
    });
    await keysFrom();
    expect(taken).toEqual([{ by: "id-of-environment", role: { roleArn } }]);
  });

  test("is not taken on from the environment by an instance with keys of its own", async () => {
    environment.set({ ALICLOUD_ASSUME_ROLE_ARN: roleArn });
    expect(await keysFrom(instance)).toMatchObject({ accessKeyId: "id-of-instance" });
    expect(taken).toEqual([]);
  });

  test.each([{}, { roleArn: "" }, "{", '{"sessionName":"s"}', 5])(
    "without a name is an error, not a reason to go on without a role: %j",
    (broken) => {
      expect(() => keySource(settings({ ...instance, "alicloud:assumeRole": broken }), takeOn)).toThrow(
        /assumeRole/,
      );
    },
  );

  test("is taken on once for many calls, and again before its keys end", async () => {
    const source = keySource(settings({ ...instance, "alicloud:assumeRole": assumeRole }), takeOn);
    for (let time = 0; time < 5; time++) await source();
    expect(taken).toHaveLength(1);
    jest.useFakeTimers({ now: Date.now() + 3_599_000, doNotFake: ["nextTick", "setImmediate"] });
    try {
      expect(await source()).toMatchObject({ securityToken: "token-of-peering-2" });
    } finally {
      jest.useRealTimers();
    }
  });

  test("is tried again after it was refused", async () => {
    let refused = 0;
    const moody: AssumeRole = (keys, role) =>
      refused++ === 0 ? Promise.reject(new Error("refused")) : takeOn(keys, role);
    const source = keySource(settings({ ...instance, "alicloud:assumeRole": assumeRole }), moody);
    await expect(source()).rejects.toThrow("refused");
    expect(await source()).toMatchObject({ accessKeyId: "id-of-peering" });
  });

  test("has its secrets blotted out of everything from then on", async () => {
    await keysFrom({ ...instance, "alicloud:assumeRole": { roleArn: "acs:ram::1:role/hush" } });
    expect(redacted("secret-of-hush token-of-hush-1")).toBe("[secret] [secret]");
  });

  test("of a profile is taken on with that profile's keys, or with those of its source", async () => {
    const role = { ram_role_arn: roleArn, ram_session_name: "session", expired_seconds: 900 };
    const own = { ...profile("own"), mode: "RamRoleArn", ...role };
    const chained = { name: "chained", mode: "ChainableRamRoleArn", source_profile: "hub", ...role };
    writeProfiles(profile("hub"), own, chained);
    for (const name of ["own", "chained"]) {
      expect(await keysFrom({ "alicloud:profile": name })).toMatchObject({ accessKeyId: "id-of-peering" });
    }
    const asked = { roleArn, sessionName: "session", sessionExpiration: 900 };
    expect(taken).toEqual([
      { by: "id-of-own", role: asked },
      { by: "id-of-hub", role: asked },
    ]);
  });

  test("is not looked for where none is named", async () => {
    expect(await keysFrom(instance)).toMatchObject({ accessKeyId: "id-of-instance" });
    expect(taken).toEqual([]);
  });
});

test("temporary keys of a profile are used with their token", async () => {
  writeProfiles({ ...profile("short"), mode: "StsToken", sts_token: "token-of-short" });
  expect(await keysFrom()).toMatchObject({ accessKeyId: "id-of-short" });
  expect(await keysFrom({ "alicloud:profile": "short" })).toEqual({
    accessKeyId: "id-of-short",
    accessKeySecret: "secret-of-short",
    securityToken: "token-of-short",
  });
});

describe("keys behind an address", () => {
  test("are fetched from it", async () => {
    const server = http.createServer((_, outgoing) => {
      outgoing.end(
        JSON.stringify({
          Code: "Success",
          AccessKeyId: "id-of-uri",
          AccessKeySecret: "secret-of-uri",
          SecurityToken: "token-of-uri",
          Expiration: new Date(Date.now() + 3_600_000).toISOString(),
        }),
      );
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const keys = await keysFrom({ "alicloud:credentialsUri": uri });
    server.closeAllConnections();
    server.close();
    expect(keys).toEqual({
      accessKeyId: "id-of-uri",
      accessKeySecret: "secret-of-uri",
      securityToken: "token-of-uri",
    });
  });

  test("are not fetched over an open network", () => {
    const given = settings({ "alicloud:credentialsUri": "http://keys.example.com/" });
    expect(() => keySource(given, takeOn)).toThrow(/credentialsUri.*https/);
  });
});

describe("other settings", () => {
  test("come from the instance or stack, else from the environment", () => {
    environment.set({ ALICLOUD_REGION: "cn-env" });
    expect(setting(settings({ "alicloud:region": "cn-instance" }), "region")).toBe("cn-instance");
    expect(setting(settings(), "region")).toBe("cn-env");
    expect(setting(settings({ "alicloud:region": "" }), "region")).toBe("cn-env");
    expect(setting(settings(), "profile")).toBeUndefined();
  });

  test("the region may also come from a profile: the one that is named, else the one in use", async () => {
    writeProfiles(profile("hub", "cn-hub"), profile("spoke", "cn-spoke"), profile("nowhere"));
    const regionBy = (name?: string) =>
      regionOf(settings(name === undefined ? {} : { "alicloud:profile": name }));
    expect(await regionBy("spoke")).toBe("cn-spoke");
    expect(await regionBy()).toBe("cn-hub");
    expect(await regionBy("nowhere")).toBeUndefined();
    expect(await regionBy("nobody")).toBeUndefined();
    environment.set({ ALICLOUD_PROFILE: "spoke" });
    expect(await regionBy()).toBe("cn-spoke");
  });

  test("without any file of profiles there is no region", async () => {
    expect(await regionOf(settings())).toBeUndefined();
  });
});

test("many askers at once take on a role once", async () => {
  const keys = keySource(
    settings({ ...instance, "alicloud:assumeRole": { roleArn: "r" } }),
    async (by, role) => {
      await new Promise((done) => setTimeout(done, 20));
      return await takeOn(by, role);
    },
  );
  await Promise.all(Array.from({ length: 20 }, () => keys()));
  expect(taken).toHaveLength(1);
});
