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

  test.each([
    ["a line end", "\n"],
    ["a blank", " "],
    ["quotation marks", '"'],
    ["an apostrophe", "'"],
    ["a blank of no width", "\u200B"],
    ["a letter beyond ASCII", "é"],
  ])(
    "%s within a key is refused by the setting's or variable's name, and no key is shown",
    async (_, bad) => {
      const refusal = async (given: Record<string, unknown>): Promise<string> =>
        await Promise.resolve()
          .then(() => sample.keys(settingsOf(given))())
          .then(
            () => "nothing was refused",
            (error: unknown) => (error as Error).message,
          );
      for (const name of Object.keys(sample.settings)) {
        const told = await refusal({ ...sample.settings, [name]: `a${bad}hidden` });
        expect(told).toContain(`\`${cloud}:${name}\` has a character that no key has: `);
        expect(told).not.toContain("hidden");
      }
      for (const name of Object.keys(sample.variables)) {
        Object.assign(process.env, sample.variables, { [name]: `a${bad}hidden` });
        expect(await refusal({})).toContain(`${name} has a character that no key has: `);
      }
    },
  );

  test("a mark of Windows' tools before it, too", async () => {
    const given = Object.entries(sample.settings).map(([name, value]) => [name, `\uFEFF${value}`]);
    expect(
      await sample.keys(settingsOf(Object.fromEntries(given) as object as Record<string, string>))(),
    ).toEqual(sample.expected);
  });

  test("a role with a member that is misspelt is refused, as an object and as JSON", async () => {
    const role = { ...sample.role, sesionName: "mine" };
    for (const assumeRole of [role, JSON.stringify(role)]) {
      const given = settingsOf({ ...sample.settings, assumeRole });
      await expect(Promise.resolve().then(() => sample.keys(given)())).rejects.toThrow(
        `\`${cloud}:assumeRole\` has no \`sesionName\`.`,
      );
    }
  });

  test("what a role leaves open may be null", async () => {
    const given = settingsOf({ ...sample.settings, assumeRole: { ...sample.role, policy: null } });
    await sample.keys(given)();
    expect(asked).toEqual(sample.role);
  });

  test("in a role to assume", async () => {
    const given = settingsOf({ ...sample.settings, assumeRole: withLineEnds(sample.role) });
    await sample.keys(given)();
    expect(asked).toEqual(sample.role);
  });
});
