import { writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { redacted } from "../../../../../src/io/secrets";
import { PeeringError } from "../../../../../src/model/errors";
import { keySource, regionOf, setting } from "../../../../../src/provider/clouds/alicloud/keys";
import { environment, instance, keysFrom, profile, settings, takeOn, writeProfiles } from "./keysSupport";

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
