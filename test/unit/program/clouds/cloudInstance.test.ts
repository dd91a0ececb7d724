import type { Program } from "../../support/program";
import { run, valueOf } from "../../support/program";

/** The inputs of the only provider instance of a program, and which of them are secret. */
async function instanceOf(program: (given: Program) => unknown, config: Record<string, string> = {}) {
  const { registered } = await run(program, { config });
  const [instance, ...others] = registered;
  if (instance === undefined || others.length > 0) throw new Error(`${registered.length} resources`);
  const isSecret = (value: unknown): value is { value: unknown } =>
    typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
  const entries = Object.entries(instance.inputs);
  return {
    ...instance,
    plain: Object.fromEntries(entries.map(([key, value]) => [key, isSecret(value) ? value.value : value])),
    secret: entries
      .filter(([, value]) => isSecret(value))
      .map(([key]) => key)
      .sort(),
  };
}

describe("a provider instance", () => {
  test("is one of the package of dynamic providers, so that it is a process of its own", async () => {
    const { type, name } = await instanceOf(({ lib }) => new lib.AlicloudProvider("spoke"));
    expect([type, name]).toEqual(["pulumi:providers:pulumi-nodejs", "spoke"]);
  });

  test("of Alibaba Cloud has the settings of the official package's config, its keys encrypted", async () => {
    const args = {
      region: "cn-beijing",
      accessKey: "LTAI",
      secretKey: "secret",
      securityToken: "token",
      profile: "p",
      sharedCredentialsFile: "/f",
      ecsRoleName: "r",
      credentialsUri: "https://u",
      assumeRole: { roleArn: "acs:ram::1:role/x", sessionExpiration: 900 },
      accountId: "1",
      endpoint: "http://127.0.0.1:1",
    };
    const { plain, secret } = await instanceOf(({ lib }) => new lib.AlicloudProvider("spoke", args));
    expect(plain).toEqual(
      Object.fromEntries(Object.entries(args).map(([key, value]) => [`alicloud:${key}`, value])),
    );
    expect(secret).toEqual(["alicloud:accessKey", "alicloud:secretKey", "alicloud:securityToken"]);
  });

  test("of Tencent Cloud has its keys encrypted too", async () => {
    const { plain, secret } = await instanceOf(
      ({ lib }) =>
        new lib.TencentcloudProvider("t", {
          secretId: "i",
          secretKey: "s",
          securityToken: "t",
          region: "ap-x",
        }),
    );
    expect(plain).toMatchObject({ "tencentcloud:secretId": "i", "tencentcloud:region": "ap-x" });
    expect(secret).toEqual(["tencentcloud:secretId", "tencentcloud:secretKey", "tencentcloud:securityToken"]);
  });

  test("of Huawei Cloud has its keys encrypted too", async () => {
    const { plain, secret } = await instanceOf(
      ({ lib }) =>
        new lib.HuaweicloudProvider("h", {
          accessKey: "i",
          secretKey: "s",
          securityToken: "t",
          projectId: "p",
        }),
    );
    expect(plain).toMatchObject({ "huaweicloud:accessKey": "i", "huaweicloud:projectId": "p" });
    expect(secret).toEqual(["huaweicloud:accessKey", "huaweicloud:secretKey", "huaweicloud:securityToken"]);
  });

  test("has only what is said of it", async () => {
    const { plain } = await instanceOf(
      ({ lib }) => new lib.AlicloudProvider("spoke", { region: "cn-x", profile: undefined }),
    );
    expect(plain).toEqual({ "alicloud:region": "cn-x" });
  });

  test("sees nothing of the stack's config for its cloud, but what is set for this package", async () => {
    const config = { "alicloud:accessKey": "stack", "vpc-peering:requestTimeoutMs": "500" };
    const { plain } = await instanceOf(({ lib }) => new lib.AlicloudProvider("spoke"), config);
    expect(plain).toEqual({ "vpc-peering:requestTimeoutMs": "500" });
  });

  test.each(["http://vpcpeer.aliyuncs.com", "vpcpeer.aliyuncs.com", ""])(
    "with the endpoint %j is refused at once, by its name",
    async (endpoint) => {
      const { result } = await run(({ lib }) => {
        try {
          return new lib.AlicloudProvider("spoke", { endpoint }).instanceName;
        } catch (error) {
          return String(error);
        }
      });
      expect(result).toMatch(/"spoke".*endpoint/);
      expect(result).toContain(`"${endpoint}" of alicloud must be`);
    },
  );
});

describe("an instance made from one of the official package", () => {
  /** An `alicloud.Provider`, as far as programs see it. */
  function official({ pulumi }: Program, shown: Record<string, string>) {
    class Provider extends pulumi.ProviderResource {
      constructor() {
        super("alicloud", "spoke", {});
        const names = [
          "region",
          "accessKey",
          "secretKey",
          "securityToken",
          "profile",
          "sharedCredentialsFile",
        ];
        for (const name of [...names, "ecsRoleName", "credentialsUri", "accountId"])
          Object.assign(this, { [name]: pulumi.output(shown[name]) });
      }
    }
    return new Provider() as never;
  }

  test("has what that one shows, and its name", async () => {
    const { of, registered } = await run((program) =>
      program.lib.AlicloudProvider.from(official(program, { region: "cn-beijing", profile: "spoke" })),
    );
    expect(of("alicloud")).toHaveLength(1);
    const own = registered.find(({ type }) => type === "pulumi:providers:pulumi-nodejs");
    expect(own?.name).toBe("spoke");
    expect(own?.inputs).toMatchObject({ "alicloud:region": "cn-beijing", "alicloud:profile": "spoke" });
    expect(JSON.stringify(own?.inputs)).not.toMatch(/ecsRoleName|credentialsUri|accountId/);
  });

  test("keeps its keys encrypted", async () => {
    const { registered } = await run((program) =>
      program.lib.AlicloudProvider.from(official(program, { accessKey: "id", secretKey: "s3cret" })),
    );
    const own = registered.find(({ type }) => type === "pulumi:providers:pulumi-nodejs");
    expect(own?.inputs["alicloud:secretKey"]).toHaveProperty("value", "s3cret");
    expect(Object.keys(own?.inputs["alicloud:secretKey"] as object)).toContain(
      "4dabf18193072939515e22adb298388d",
    );
  });

  test("may differ in what is given besides", async () => {
    const { registered, result } = await run((program) =>
      program.lib.AlicloudProvider.from(
        official(program, { region: "cn-beijing" }),
        { region: "cn-other", endpoint: "http://127.0.0.1:1", assumeRole: { roleArn: "r" } },
        "second",
      ),
    );
    const own = registered.find(({ type }) => type === "pulumi:providers:pulumi-nodejs");
    expect(own?.name).toBe("second");
    expect(own?.inputs).toMatchObject({
      "alicloud:region": "cn-other",
      "alicloud:endpoint": "http://127.0.0.1:1",
      "alicloud:assumeRole": { roleArn: "r" },
    });
    expect(result.region && (await valueOf(result.region))).toBe("cn-other");
  });

  test("is asked for region and account that the official one does not show", async () => {
    const { of } = await run((program) => {
      const provider = program.lib.AlicloudProvider.from(official(program, { profile: "spoke" }));
      const accepter = { vpcId: "vpc-b", provider };
      const requester = { vpcId: "vpc-a", region: "cn-x" };
      return new program.lib.VpcPeering("p", { cloud: "alicloud", requester, accepter });
    });
    expect(of("Identity").map(({ provider }) => provider)).toEqual(["spoke"]);
    expect(of("Connection")[0]?.inputs["accepter"]).toEqual({
      vpcId: "vpc-b",
      region: "region-of-spoke",
      accountId: "account-of-spoke",
    });
  });
});

test("an endpoint that is an output is left to the provider to check", async () => {
  const { plain } = await instanceOf(
    ({ pulumi, lib }) => new lib.AlicloudProvider("x", { endpoint: pulumi.output("http://nowhere.invalid") }),
  );
  expect(plain["alicloud:endpoint"]).toBe("http://nowhere.invalid");
});
