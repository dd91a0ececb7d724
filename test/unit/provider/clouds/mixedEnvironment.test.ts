import { keySource as alicloud } from "../../../../src/provider/clouds/alicloud/keys";
import { keySource as huaweicloud } from "../../../../src/provider/clouds/huaweicloud/keys";
import { namingVariables } from "../../../../src/provider/clouds/kit/keyFamilies";
import { keySource as tencentcloud } from "../../../../src/provider/clouds/tencentcloud/keys";
import { PeeringError } from "../../../../src/model/errors";
import type { Settings } from "../../../../src/provider/clouds/cloud";
import { withEnvironment } from "../../support/environment";

const environment = withEnvironment(/^(ALI(BABA)?_?CLOUD|TENCENTCLOUD|HUAWEICLOUD|HW|OS)_/);

/** A role that is taken on is noted, and answered with keys. */
let role: object | undefined;
const endsAt = Date.now() + 3_600_000;
const noting =
  <Keys>(keys: Keys) =>
  (_: unknown, asked: object) => {
    role = asked;
    return Promise.resolve({ ...keys, endsAt });
  };

const CLOUDS = {
  alicloud: (settings: Settings) =>
    alicloud(settings, noting({ accessKeyId: "role", accessKeySecret: "role-secret" })),
  tencentcloud: (settings: Settings) =>
    tencentcloud(settings, noting({ secretId: "role", secretKey: "role-secret" })),
  huaweicloud: (settings: Settings) =>
    huaweicloud(settings, noting({ accessKey: "role", secretKey: "role-secret" })),
};

type Cloud = keyof typeof CLOUDS;

/** The keys of a cloud, found in the environment alone unless settings are given. */
async function keysOf(
  cloud: Cloud,
  settings: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const keys: object = await CLOUDS[cloud]((key) => settings[key.replace(`${cloud}:`, "")])();
  return { ...keys };
}

beforeEach(() => {
  role = undefined;
});

/** Two families that one machine may have at once: the one that comes first, then the other; key, secret, token each. */
const FAMILIES: [Cloud, [string, string, string], [string, string, string]][] = [
  [
    "alicloud",
    ["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"],
    ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
  ],
  [
    "alicloud",
    ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
    ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
  ],
  [
    "huaweicloud",
    ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN"],
    ["HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"],
  ],
];

describe.each(FAMILIES)("on %s, %j and %j are never mixed", (cloud, first, second) => {
  const PARTS = ["id", "secret", "token"];
  const set = (family: string[], value: string, ...parts: string[]): void => {
    const given = family.filter((_, at) => parts.includes(PARTS[at] ?? ""));
    environment.set(
      Object.fromEntries(given.map((name) => [name, `${value}-${PARTS[family.indexOf(name)] ?? ""}`])),
    );
  };

  test("a token that another family left behind is not taken", async () => {
    for (const [family, other] of [
      [first, second],
      [second, first],
    ] as const) {
      for (const name of [...first, ...second]) Reflect.deleteProperty(process.env, name);
      set(family, "own", "id", "secret");
      set(other, "left", "token");
      const keys = await keysOf(cloud);
      expect(Object.values(keys)).toEqual(expect.arrayContaining(["own-id", "own-secret"]));
      expect(JSON.stringify(keys)).not.toContain("left");
      expect(keys["from"]).toEqual(family.slice(0, 2));
    }
  });

  test.each(["id", "secret"])(
    "half a pair (%s) that another family left behind is passed over",
    async (half) => {
      set(first, "left", half, "token");
      set(second, "own", "id", "secret", "token");
      const keys = await keysOf(cloud);
      expect(Object.values(keys)).toEqual(expect.arrayContaining(["own-id", "own-secret", "own-token"]));
      expect(JSON.stringify(keys)).not.toContain("left");
    },
  );

  test("of two whole families the first is taken, with its own token alone", async () => {
    set(first, "own", "id", "secret");
    set(second, "left", "id", "secret", "token");
    expect(JSON.stringify(await keysOf(cloud))).not.toContain("left");
  });

  test("halves of two families make no pair, and the error names a variable that is set and the one that is missing", async () => {
    set(first, "own", "id");
    set(second, "left", "secret");
    const refusal = Promise.resolve().then(() => keysOf(cloud));
    await expect(refusal).rejects.toThrow(`${first[0]} is set, but ${first[1]} is not.`);
  });

  test("a token alone is no reason to look no further", async () => {
    set(first, "left", "token");
    const settings = { accessKey: "own-id", secretKey: "own-secret" };
    expect(JSON.stringify(await keysOf(cloud, settings))).not.toContain("left");
  });
});

describe("a failure of keys", () => {
  const failure = (kind: "credentials" | "permission") =>
    new PeeringError("Sorry.", { kind, remedy: "Check the keys.", code: "InvalidSecurityToken.Malformed" });

  test("names the variables that they are from, and what to do about the token", () => {
    expect(String(namingVariables(failure("credentials"), { from: ["ID", "SECRET", "TOKEN"] }))).toBe(
      "Sorry. Check the keys. The keys are those of ID, SECRET and TOKEN: unset the last if they are not temporary. [InvalidSecurityToken.Malformed]",
    );
    expect(String(namingVariables(failure("credentials"), { from: ["ID", "SECRET"] }))).toContain(
      "The keys are those of ID and SECRET.",
    );
  });

  test("is left as it is where they are from elsewhere, or are not what is wrong", () => {
    for (const [error, keys] of [
      [failure("credentials"), {}],
      [failure("permission"), { from: ["ID", "SECRET"] }],
    ] as const) {
      expect(namingVariables(error, keys)).toBe(error);
    }
  });
});

describe("the session of a role", () => {
  interface Sample {
    cloud: Cloud;
    keys: Record<string, string>;
    role: Record<string, string>;
    /** The property of a role, the variables that stand in for it, a good and a bad value. */
    name?: [string, string[], string];
    length: [string, string[], number];
  }
  const SAMPLES: Sample[] = [
    {
      cloud: "alicloud",
      keys: { ALICLOUD_ACCESS_KEY: "id", ALICLOUD_SECRET_KEY: "secret" },
      role: { roleArn: "acs:ram::1:role/r" },
      name: [
        "sessionName",
        ["ALICLOUD_ASSUME_ROLE_SESSION_NAME", "ALIBABA_CLOUD_ROLE_SESSION_NAME"],
        "not this",
      ],
      length: ["sessionExpiration", ["ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION"], 899],
    },
    {
      cloud: "tencentcloud",
      keys: { TENCENTCLOUD_SECRET_ID: "id", TENCENTCLOUD_SECRET_KEY: "secret" },
      role: { roleArn: "qcs::cam::uin/1:roleName/r" },
      name: ["sessionName", ["TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME"], "not this"],
      length: ["sessionDuration", ["TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION"], 43_201],
    },
    {
      cloud: "huaweicloud",
      keys: { HW_ACCESS_KEY: "id", HW_SECRET_KEY: "secret" },
      role: { agencyName: "peering", domainName: "partner" },
      length: ["duration", ["HW_ASSUME_ROLE_DURATION"], 86_401],
    },
  ];

  describe.each(SAMPLES)("on $cloud", ({ cloud, keys, role: asked, name, length }) => {
    const [seconds, [secondsVariable = ""], outOfRange] = length;
    const taking = (more: object = {}): Promise<unknown> =>
      keysOf(cloud, { assumeRole: { ...asked, ...more } });

    beforeEach(() => {
      environment.set(keys);
    });

    test("is the default where nothing is said", async () => {
      await taking();
      expect(role).toEqual(asked);
    });

    test("is as the variables say, for a role of the settings and one of JSON", async () => {
      const named = Object.fromEntries(
        (name?.[1] ?? []).slice(0, 1).map((variable) => [variable, "from-env"]),
      );
      environment.set({ [secondsVariable]: " 1800\n", ...named });
      const expected = { ...asked, [seconds]: 1800, ...(name && { [name[0]]: "from-env" }) };
      await taking();
      expect(role).toEqual(expected);
      await keysOf(cloud, { assumeRole: JSON.stringify(asked) });
      expect(role).toEqual(expected);
    });

    test("is as the role says, before the variables", async () => {
      environment.set({ [secondsVariable]: "1800", ...(name && { [name[1][0] ?? ""]: "from-env" }) });
      const said = { [seconds]: 2400, ...(name && { [name[0]]: "from-role" }) };
      await taking(said);
      expect(role).toEqual({ ...asked, ...said });
    });

    test("of length 0 is the default, as the cloud's tools have it", async () => {
      environment.set({ [secondsVariable]: "0" });
      await taking();
      expect(role).toEqual(asked);
    });

    test.each(["2h", "1e3x", "-1", "1800.5", String(outOfRange)])(
      "refuses a length of %s by name",
      async (value) => {
        environment.set({ [secondsVariable]: value });
        await expect(taking()).rejects.toThrow(
          new RegExp(
            `^${secondsVariable} is "${value}": it must be a whole number of seconds, \\d+ to \\d+\\. Correct it, or leave it out\\.`,
          ),
        );
        await expect(taking({ [seconds]: value })).rejects.toThrow(
          `\`assumeRole.${seconds}\` is ${JSON.stringify(value)}: it must be a whole number of seconds`,
        );
        expect(role).toBeUndefined();
      },
    );

    // Huawei Cloud's tools name no sessions.
    if (name === undefined) return;
    const [property, variables, bad] = name;

    test.each(variables)("refuses a bad name in %s by name", async (variable) => {
      environment.set({ [variable]: bad });
      await expect(taking()).rejects.toThrow(`${variable} is "not this": it must be 2 to `);
      expect(role).toBeUndefined();
    });

    test("refuses a bad name of the role by name", async () => {
      await expect(taking({ [property]: bad })).rejects.toThrow(`\`assumeRole.${property}\` is "not this"`);
      expect(role).toBeUndefined();
    });
  });
});
