import { redacted } from "../../../../../src/io/secrets";
import type { AssumeRole } from "../../../../../src/provider/clouds/alicloud/keys";
import { keySource } from "../../../../../src/provider/clouds/alicloud/keys";
import {
  environment,
  instance,
  keysFrom,
  profile,
  settings,
  taken,
  takeOn,
  writeProfiles,
} from "./keysSupport";

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
