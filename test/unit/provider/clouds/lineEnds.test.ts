import { keySource as alicloud } from "../../../../src/provider/clouds/alicloud/keys";
import { keySource as huaweicloud } from "../../../../src/provider/clouds/huaweicloud/keys";
import { keySource as tencentcloud } from "../../../../src/provider/clouds/tencentcloud/keys";
import type { Settings } from "../../../../src/provider/clouds/cloud";

/** Notes the role that is asked for, and answers keys for it. */
let asked: unknown;
const noting =
  <Keys>(keys: Keys) =>
  (_: unknown, role: unknown) => {
    asked = role;
    return Promise.resolve({ ...keys, endsAt: Date.now() + 3_600_000 });
  };

interface Sample {
  keys: (settings: Settings) => () => Promise<unknown>;
  settings: Record<string, string>;
  variables: Record<string, string>;
  expected: Record<string, string>;
  role: Record<string, string>;
}

const ali = { accessKeyId: "the-id", accessKeySecret: "the-secret", securityToken: "the-token" };
const tencent = { secretId: "the-id", secretKey: "the-secret", token: "the-token" };
const huawei = { accessKey: "the-id", secretKey: "the-secret", securityToken: "the-token" };

const SAMPLES: Record<string, Sample> = {
  alicloud: {
    keys: (settings) => alicloud(settings, noting(ali)),
    settings: { accessKey: "the-id", secretKey: "the-secret", securityToken: "the-token" },
    variables: {
      ALICLOUD_ACCESS_KEY: "the-id",
      ALICLOUD_SECRET_KEY: "the-secret",
      ALICLOUD_SECURITY_TOKEN: "the-token",
    },
    expected: ali,
    role: { roleArn: "acs:ram::1:role/r" },
  },
  tencentcloud: {
    keys: (settings) => tencentcloud(settings, noting(tencent)),
    settings: { secretId: "the-id", secretKey: "the-secret", securityToken: "the-token" },
    variables: {
      TENCENTCLOUD_SECRET_ID: "the-id",
      TENCENTCLOUD_SECRET_KEY: "the-secret",
      TENCENTCLOUD_SECURITY_TOKEN: "the-token",
    },
    expected: tencent,
    role: { roleArn: "qcs::cam::uin/1:roleName/r" },
  },
  huaweicloud: {
    keys: (settings) => huaweicloud(settings, noting(huawei)),
    settings: { accessKey: "the-id", secretKey: "the-secret", securityToken: "the-token" },
    variables: {
      HW_ACCESS_KEY: "the-id",
      HW_SECRET_KEY: "the-secret",
      HW_SECURITY_TOKEN: "the-token",
    },
    expected: huawei,
    role: { agencyName: "peering", domainName: "partner" },
  },
};

const before = { ...process.env };

beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^(ALI|TENCENTCLOUD|HUAWEICLOUD|HW_)/.test(name)) Reflect.deleteProperty(process.env, name);
});

afterEach(() => {
  process.env = { ...before };
});

const withLineEnds = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, ` ${value}\r\n`]));

describe.each(Object.entries(SAMPLES))("on %s, what stands around keys is left off", (cloud, sample) => {
  const settingsOf = (given: Record<string, unknown>) => (key: string) => given[key.replace(`${cloud}:`, "")];

  test("in the settings of an instance or stack", async () => {
    const given = settingsOf(withLineEnds(sample.settings));
    expect(await sample.keys(given)()).toEqual(sample.expected);
  });

  test("in the environment", async () => {
    Object.assign(process.env, withLineEnds(sample.variables));
    const from = Object.keys(sample.variables);
    expect(await sample.keys(settingsOf({}))()).toEqual({ ...sample.expected, from });
  });

  test("in a role to assume", async () => {
    const given = settingsOf({ ...sample.settings, assumeRole: withLineEnds(sample.role) });
    await sample.keys(given)();
    expect(asked).toEqual(sample.role);
  });
});
