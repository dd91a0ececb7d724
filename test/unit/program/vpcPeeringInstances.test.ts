import { accepter, requester } from "../support/arguments";
import { hub, peer, spoke } from "../support/peer";
import type { Program } from "../support/program";
import { run, valueOf } from "../support/program";
import { A, B, URN as COMPONENT } from "../support/samples";

/** A provider instance of another package. */
function providerOf({ pulumi }: Program, name: string) {
  class Foreign extends pulumi.ProviderResource {}
  return new Foreign(name, `a-${name}`, {});
}

describe("acceptance by a second provider instance", () => {
  const both = (program: Program, opts: object = {}) =>
    peer(
      program,
      {
        requester: { vpcId: "vpc-hub", provider: hub(program) },
        accepter: { vpcId: "vpc-spoke", provider: spoke(program) },
      },
      opts,
    );

  test("is a resource of its own, managed with the accepter's keys, after the connection", async () => {
    const { only } = await run(both);
    expect(only("Connection")).toMatchObject({ provider: "hub", parent: COMPONENT, dependencies: [] });
    const acceptance = only("Acceptance");
    expect(acceptance).toMatchObject({
      type: "pulumi-nodejs:dynamic/vpcPeering:Acceptance",
      name: "hub-spoke",
      provider: "spoke",
      parent: COMPONENT,
      deleteBeforeReplace: true,
    });
    expect(acceptance.dependencies).toEqual([
      "vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::hub-spoke",
    ]);
    expect(acceptance.inputs).toMatchObject({
      cloud: "alicloud",
      connectionId: "pcc-1",
      requester: { vpcId: "vpc-hub" },
      accepter: { vpcId: "vpc-spoke", region: "cn-beijing", accountId: B },
      __owner: { urn: COMPONENT },
    });
  });

  test("takes regions and accounts from the instances that name them, and asks nobody", async () => {
    const { only, of } = await run(both);
    expect(of("Identity")).toEqual([]);
    expect(only("Connection").inputs).toMatchObject({
      requester: { vpcId: "vpc-hub", region: "cn-hangzhou", accountId: A },
      accepter: { vpcId: "vpc-spoke", region: "cn-beijing", accountId: B },
    });
  });

  test("decides when the peering is made: its connection may stay pending, whatever is waited for", async () => {
    const { only } = await run((program) =>
      peer(program, { waitFor: "active", accepter: { ...accepter, provider: spoke(program) } }),
    );
    expect(only("Connection").inputs).not.toHaveProperty("waitFor");
  });

  test("gives the component its id and status, so that nothing goes on before it", async () => {
    const { result } = await run((program) => {
      const peering = both(program);
      return {
        peering,
        resources: (peering.connectionId as unknown as { resources(): Set<object> }).resources(),
      };
    });
    expect(await valueOf(result.peering.connectionId)).toBe("pcc-1");
    const [resource] = [...result.resources];
    expect(resource).toHaveProperty("__pulumiType", "pulumi-nodejs:dynamic/vpcPeering:Acceptance");
  });

  test("keeps no keys of one side in the resource of the other, nor anywhere but with the instances", async () => {
    const { registered } = await run((program) => {
      const keys = (who: string) => ({
        accessKey: `id-of-${who}`,
        secretKey: `secret-of-${who}`,
        accountId: A,
      });
      const one = new program.lib.AlicloudProvider("hub", { region: "cn-1", ...keys("hub") });
      const other = new program.lib.AlicloudProvider("spoke", { region: "cn-2", ...keys("spoke") });
      return peer(program, {
        requester: { vpcId: "vpc-hub", provider: one },
        accepter: { vpcId: "vpc-spoke", provider: other },
      });
    });
    const withKeys = registered.filter(({ inputs }) => /id-of|secret-of/.test(JSON.stringify(inputs)));
    expect(withKeys.map(({ type }) => type)).toEqual([
      "pulumi:providers:pulumi-nodejs",
      "pulumi:providers:pulumi-nodejs",
    ]);
  });

  test("is given the component's limits of time, as is the connection: to the engine and to itself", async () => {
    const customTimeouts = { create: "7m", update: "8m", delete: "9m" };
    const { of } = await run((program) => both(program, { customTimeouts }));
    const children = [...of("Connection"), ...of("Acceptance")];
    expect(children).toHaveLength(2);
    for (const child of children) {
      expect(child.customTimeouts).toEqual(customTimeouts);
      expect(child.inputs["timeouts"]).toEqual(customTimeouts);
    }
  });
});

describe("a provider instance for the requester", () => {
  test.each<[string, (program: Program) => unknown]>([
    [
      "as `requester.provider`",
      (program) => peer(program, { requester: { ...requester, provider: hub(program) } }),
    ],
    ["as the option `provider`", (program) => peer(program, {}, { provider: hub(program) })],
    ["among the option `providers`", (program) => peer(program, {}, { providers: [hub(program)] })],
    [
      "from a component above",
      (program) => {
        const parent = new program.pulumi.ComponentResource(
          "my:index:Net",
          "net",
          {},
          { providers: [hub(program)] },
        );
        return peer(program, {}, { parent });
      },
    ],
  ])("may be given %s", async (_, program) => {
    expect((await run(program)).only("Connection").provider).toBe("hub");
  });

  test("is its own, not that of the option, if it has one", async () => {
    const { only } = await run((program) => {
      const other = new program.lib.AlicloudProvider("other", { region: "cn-x" });
      return peer(program, { requester: { ...requester, provider: hub(program) } }, { provider: other });
    });
    expect(only("Connection").provider).toBe("hub");
  });

  test("does not accept in the other's name", async () => {
    const { of } = await run((program) => peer(program, {}, { provider: hub(program) }));
    expect(of("Acceptance")).toEqual([]);
  });

  test.each<[string, (program: Program) => unknown, RegExp]>([
    [
      "of another cloud as requester",
      (program) =>
        peer(program, { requester: { ...requester, provider: new program.lib.TencentcloudProvider("t") } }),
      /requester\.provider is a TencentcloudProvider, but cloud is "alicloud".*AlicloudProvider/,
    ],
    [
      "of another cloud as accepter",
      (program) =>
        peer(program, { accepter: { ...accepter, provider: new program.lib.HuaweicloudProvider("h") } }),
      /accepter\.provider is a HuaweicloudProvider, but cloud is "alicloud".*AlicloudProvider/,
    ],
    [
      "of the official package",
      (program) => {
        const official = providerOf(program, "alicloud") as never;
        return peer(program, { accepter: { ...accepter, provider: official } });
      },
      /package alicloud.*AlicloudProvider\.from/,
    ],
    [
      "of the official package, as the component's own option,",
      (program) => peer(program, {}, { provider: providerOf(program, "alicloud") }),
      /requester\.provider is a provider of package alicloud.*AlicloudProvider\.from/,
    ],
    [
      "of an unrelated package",
      (program) => {
        const foreign = providerOf(program, "aws") as never;
        return peer(program, { requester: { ...requester, provider: foreign } });
      },
      /package aws.*AlicloudProvider/,
    ],
  ])("%s is refused at preview, with the remedy", async (_, program, message) => {
    let error: unknown;
    await run(
      (given) => {
        try {
          program(given);
        } catch (thrown) {
          error = thrown;
        }
      },
      { preview: true },
    );
    expect(String(error)).toMatch(message);
    expect((error as Error).constructor.name).toBe("RunError");
  });
});
