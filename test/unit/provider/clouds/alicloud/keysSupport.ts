import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AssumeRole, Role } from "../../../../../src/provider/clouds/alicloud/keys";
import { keySource } from "../../../../../src/provider/clouds/alicloud/keys";
import type { Keys } from "../../../../../src/provider/clouds/alicloud/sign";
import { withEnvironment } from "../../../support/environment";

export const environment = withEnvironment(/^ALI(BABA)?_?CLOUD/);

/** Who took on which role in a test. */
export const taken: { by: string; role: Role }[] = [];

beforeEach(() => {
  // Without this, the official library asks an address that only the cloud's own machines have.
  environment.set({ ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true" });
  // The keys of whoever runs these tests are none of their business.
  jest.spyOn(os, "homedir").mockReturnValue(environment.home);
  taken.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

export const settings =
  (given: Record<string, unknown> = {}) =>
  (key: string): unknown =>
    given[key];

/** The cloud's AssumeRole: answers keys that tell who took on what. */
export const takeOn: AssumeRole = (keys, role) => {
  taken.push({ by: keys.accessKeyId, role });
  const name = role.roleArn.split("/").at(-1) ?? "";
  return Promise.resolve({
    accessKeyId: `id-of-${name}`,
    accessKeySecret: `secret-of-${name}`,
    securityToken: `token-of-${name}-${taken.length}`,
    endsAt: Date.now() + 3_600_000,
  });
};

/** The keys that are found with these settings. */
export async function keysFrom(given: Record<string, unknown> = {}): Promise<Keys> {
  return await keySource(settings(given), takeOn)();
}

/** `~/.aliyun/config.json` with these profiles; the first one is in use. */
export function writeProfiles(...profiles: Record<string, unknown>[]): void {
  mkdirSync(path.join(environment.home, ".aliyun"));
  const file = { current: profiles[0]?.["name"], profiles };
  writeFileSync(path.join(environment.home, ".aliyun", "config.json"), JSON.stringify(file));
}

/** A profile with keys of its own. */
export const profile = (name: string, region?: string): Record<string, unknown> => ({
  name,
  mode: "AK",
  access_key_id: `id-of-${name}`,
  access_key_secret: `secret-of-${name}`,
  ...(region && { region_id: region }),
});

/** Keys that stand in the settings. */
export const instance = {
  "alicloud:accessKey": "id-of-instance",
  "alicloud:secretKey": "secret-of-instance",
};
