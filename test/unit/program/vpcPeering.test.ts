import { accepter, requester } from "../support/arguments";
import { hub, peer } from "../support/peer";
import type { Program } from "../support/program";
import { run, valueOf } from "../support/program";
import { A, URN as COMPONENT } from "../support/samples";

describe("a peering of which everything is named", () => {
  test("is one connection under one component, and nothing else", async () => {
    const { registered } = await run(peer);
    expect(registered.map(({ type, name }) => [type, name])).toEqual([
      ["vpc-peering:index:VpcPeering", "hub-spoke"],
      ["pulumi-nodejs:dynamic/vpcPeering:Connection", "hub-spoke"],
    ]);
  });

  test("asks for what the program says, and for no more", async () => {
    const { only } = await run((program) =>
      peer(program, {
        name: "n",
        description: "Desc",
        bandwidth: 200,
        linkType: "Gold",
        tags: { team: "network" },
        resourceGroupId: "rg-1",
        forceDelete: true,
        adopt: "pcc-9",
        waitFor: "pending",
        preflight: true,
      }),
    );
    const { __provider, __owner, ...inputs } = only("Connection").inputs;
    expect(inputs).toEqual({
      cloud: "alicloud",
      requester,
      accepter,
      name: "n",
      description: "Desc",
      bandwidth: 200,
      linkType: "Gold",
      tags: { team: "network" },
      resourceGroupId: "rg-1",
      forceDelete: true,
      adopt: "pcc-9",
      waitFor: "pending",
      preflight: true,
    });
    expect(__provider).toMatch(/pulumi-vpc-peering\/provider/);
    expect(__owner).toEqual({ urn: COMPONENT, organization: "acme" });
  });

  test("tells how it turned out", async () => {
    const { result } = await run(peer);
    expect(await valueOf(result.connectionId)).toBe("pcc-1");
    expect(await valueOf(result.status)).toBe("active");
    expect(await valueOf(result.requester)).toEqual({ ...requester, accountId: A });
    expect(await valueOf(result.accepter)).toEqual(accepter);
  });

  test("has its connection as a child that depends on nothing, and is deleted before it is replaced", async () => {
    const { only } = await run(peer);
    expect(only("Connection")).toMatchObject({
      parent: COMPONENT,
      provider: "",
      dependencies: [],
      deleteBeforeReplace: true,
    });
  });

  test("stores no arguments with the component: they are with the connection", async () => {
    const { only } = await run((program) =>
      peer(program, { requester: { ...requester, provider: hub(program) } }),
    );
    expect(only("VpcPeering").inputs).toEqual({});
  });
});

describe("what the program does not name", () => {
  test("is taken from the stack's config if that names it", async () => {
    const config = { "alicloud:region": "cn-shanghai", "alicloud:accountId": A };
    const bare = { requester: { vpcId: "vpc-hub" }, accepter: { vpcId: "vpc-spoke" } };
    const { only, of } = await run((program) => peer(program, bare), { config });
    expect(of("Identity")).toEqual([]);
    expect(only("Connection").inputs).toMatchObject({
      requester: { vpcId: "vpc-hub", region: "cn-shanghai", accountId: A },
      accepter: { vpcId: "vpc-spoke", region: "cn-shanghai", accountId: A },
    });
  });

  test("is asked where the keys are: once for each provider instance and program", async () => {
    const { of, registered } = await run((program) => {
      const [one, other] = [
        new program.lib.AlicloudProvider("one"),
        new program.lib.AlicloudProvider("other"),
      ];
      const peerWith = (name: string, vpcId: string) =>
        new program.lib.VpcPeering(name, {
          cloud: "alicloud",
          requester: { vpcId: "vpc-hub", provider: one },
          accepter: { vpcId, provider: other },
        });
      return [peerWith("p1", "vpc-spoke"), peerWith("p2", "vpc-spoke2")];
    });
    const identities = of("Identity");
    expect(identities.map(({ name, provider }) => [name, provider]).sort()).toEqual([
      ["one", "one"],
      ["other", "other"],
    ]);
    expect(identities[0]?.type).toBe("pulumi-nodejs:dynamic/vpcPeering:Identity");
    expect(registered.filter(({ type }) => type.endsWith(":Connection"))).toHaveLength(2);
    for (const { inputs } of of("Connection")) {
      expect(inputs).toMatchObject({
        requester: { vpcId: "vpc-hub", region: "region-of-one" },
        accepter: { region: "region-of-other", accountId: "account-of-other" },
      });
    }
  });

  test("is asked once for the stack's own keys too, with no instance", async () => {
    const bare = { requester: { vpcId: "vpc-hub" }, accepter: { vpcId: "vpc-spoke" } };
    const program = ({ lib }: Program) => [
      new lib.VpcPeering("p1", { cloud: "alicloud", ...bare }),
      new lib.VpcPeering("p2", { cloud: "alicloud", ...bare, requester: { vpcId: "vpc-hub2" } }),
    ];
    const { of, only } = await run(program, { fresh: true });
    expect(only("Identity")).toMatchObject({ name: "alicloud", provider: "", parent: "" });
    for (const { inputs } of of("Connection"))
      expect(inputs["accepter"]).toMatchObject({
        region: "region-of-alicloud",
        accountId: "account-of-alicloud",
      });
  });

  test("of the accepter without keys of its own is the requester's: its region, its account", async () => {
    const { only, of } = await run((program) =>
      peer(program, {
        requester: { ...requester, provider: hub(program) },
        accepter: { vpcId: "vpc-spoke" },
      }),
    );
    expect(of("Identity")).toEqual([]);
    expect(only("Connection").inputs["accepter"]).toEqual({
      vpcId: "vpc-spoke",
      region: "cn-hangzhou",
      accountId: A,
    });
  });

  test("is the limit of time, then none is handed on", async () => {
    const { only } = await run(peer);
    expect(only("Connection").inputs).not.toHaveProperty("timeouts");
  });
});

describe("the preview of a peering", () => {
  test("whose VPC is not made yet says so to the check, and what is known beside it", async () => {
    const { only } = await run(
      (program) => {
        class Network extends program.pulumi.CustomResource {}
        const vpc = new Network("alicloud:vpc/network:Network", "hub", {});
        return peer(program, { requester: { vpcId: vpc.id, region: "cn-hangzhou" } });
      },
      { preview: true },
    );
    expect(only("Connection").inputs["requester"]).toEqual({
      vpcId: expect.objectContaining({ __pulumiUnknown: true }) as object,
      region: "cn-hangzhou",
    });
  });

  test("knows the connection's id when there is one, and does not make one up when there is none", async () => {
    const { result } = await run(peer, { preview: true });
    expect(await valueOf(result.connectionId)).toBeUndefined();
  });

  test("does not hang on unknown values: the acceptance is shown too", async () => {
    const { of } = await run(
      (program) =>
        peer(program, { accepter: { vpcId: "vpc-spoke", provider: new program.lib.AlicloudProvider("s") } }),
      { preview: true },
    );
    expect(of("Acceptance")).toHaveLength(1);
  });
});

describe("who declares a connection", () => {
  test("is the component, by organization and URN", async () => {
    const { only } = await run(peer, { organization: "acme" });
    expect(only("Connection").inputs["__owner"]).toEqual({ urn: COMPONENT, organization: "acme" });
  });

  test("has no organization where the engine knows none", async () => {
    const { only } = await run(peer, { organization: "organization" });
    expect(only("Connection").inputs["__owner"]).toEqual({ urn: COMPONENT });
  });

  test("has the names it had before, if `aliases` tell them", async () => {
    const { only } = await run((program) => peer(program, {}, { aliases: [{ name: "old-name" }] }));
    expect(only("Connection").inputs["__owner"]).toMatchObject({
      urn: COMPONENT,
      formerUrns: ["urn:pulumi:prod::network::vpc-peering:index:VpcPeering::old-name"],
    });
  });

  test("is named with the components above it", async () => {
    const { only } = await run((program) =>
      peer(program, {}, { parent: new program.pulumi.ComponentResource("my:index:Net", "net") }),
    );
    expect(only("Connection").inputs["__owner"]).toMatchObject({
      urn: "urn:pulumi:prod::network::my:index:Net$vpc-peering:index:VpcPeering::hub-spoke",
    });
  });
});

test("on Huawei Cloud the owner of a VPC is a project", async () => {
  const { only, result } = await run(({ lib }) => {
    const provider = new lib.HuaweicloudProvider("h", { region: "cn-north-4", projectId: "p1" });
    return new lib.VpcPeering("h", {
      cloud: "huaweicloud",
      requester: { vpcId: "v1", provider },
      accepter: { vpcId: "v2", projectId: "p2" },
    });
  });
  expect(only("Connection").inputs).toMatchObject({
    requester: { vpcId: "v1", region: "cn-north-4", projectId: "p1" },
    accepter: { vpcId: "v2", region: "cn-north-4", projectId: "p2" },
  });
  expect(await valueOf(result.requester)).toEqual({ vpcId: "v1", region: "cn-north-4", projectId: "p1" });
});
