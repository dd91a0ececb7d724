import type { Program, Run } from "../support/program";
import { run, valueOf } from "../support/program";
import { A, B } from "../support/samples";
import { hub, makeHub, spokes } from "../support/topologies";

/** The inputs of each connection, by its name. */
const connectionsIn = ({ of }: Pick<Run<unknown>, "of">): Record<string, Record<string, unknown>> =>
  Object.fromEntries(of("Connection").map(({ name, inputs }) => [name, inputs]));

test("a hub is a peering for each spoke, requested by the hub and named after both", async () => {
  const ran = await run((program) => makeHub(program));
  expect(ran.registered.map(({ type, name }) => `${type.split(":").at(-1) ?? ""} ${name}`).sort()).toEqual([
    "Connection net-s1",
    "Connection net-s2",
    "Identity alicloud",
    "VpcHub net",
    "VpcPeering net-s1",
    "VpcPeering net-s2",
  ]);
  const [first] = ran.of("VpcPeering");
  expect(first?.parent).toBe("urn:pulumi:prod::network::vpc-peering:index:VpcHub::net");
  expect(connectionsIn(ran)).toMatchObject({
    "net-s1": { requester: hub, accepter: { vpcId: "vpc-1", region: "cn-hangzhou" } },
    "net-s2": { requester: hub, accepter: { vpcId: "vpc-2", region: "cn-beijing", accountId: B } },
  });
});

test("its outputs are records by the spokes' keys", async () => {
  const { result } = await run((program) => makeHub(program));
  expect(await valueOf(result.connectionIds)).toEqual({ s1: "pcc-1", s2: "pcc-1" });
  expect(await valueOf(result.statuses)).toEqual({ s1: "active", s2: "active" });
});

test("what uses one spoke's id depends on that spoke's connection alone", async () => {
  const { result } = await run((program) => {
    const one = makeHub(program).connectionIds["s1"];
    return (one as unknown as { resources(): Set<{ __name?: string }> }).resources();
  });
  expect([...result].map((resource) => resource.__name)).toEqual(["net-s1"]);
});

test("a spoke's own properties and routes go before those of all, and routes of the hub are the hub's own", async () => {
  const ran = await run((program) =>
    makeHub(program, {
      hub: { ...hub, accountId: A, routes: { tables: "main" } },
      tags: { team: "network" },
      description: "Of all",
      routes: true,
      spokes: {
        plain: { vpcId: "vpc-1", accountId: A },
        own: {
          vpcId: "vpc-2",
          accountId: A,
          region: "cn-beijing",
          name: "mine",
          tags: { team: "data" },
          bandwidth: 200,
          waitFor: "pending",
          routes: false,
        },
      },
    }),
  );
  const { "net-plain": plain, "net-own": own } = connectionsIn(ran);
  expect(plain).toMatchObject({ tags: { team: "network" }, description: "Of all" });
  expect(plain).not.toHaveProperty("bandwidth");
  expect(own).toMatchObject({
    name: "mine",
    tags: { team: "data" },
    description: "Of all",
    bandwidth: 200,
    waitFor: "pending",
  });
  expect(
    ran
      .of("Routes")
      .map(({ name, inputs }) => [name, inputs["tables"]])
      .sort(),
  ).toEqual([
    ["net-own-requester", "main"],
    ["net-plain-accepter", "all"],
    ["net-plain-requester", "main"],
  ]);
});

test("each side has its own provider instance, and one without keys here is left to its owner", async () => {
  const ran = await run((program) => {
    const { lib } = program;
    const own = new lib.AlicloudProvider("own", { region: "cn-hangzhou", accountId: A });
    const other = new lib.AlicloudProvider("other", { region: "cn-beijing", accountId: B });
    return makeHub(
      program,
      {
        hub: { vpcId: "vpc-hub" },
        spokes: {
          s1: { vpcId: "vpc-1" },
          s2: { vpcId: "vpc-2", provider: other },
          s3: { vpcId: "vpc-3", accountId: "1000000000000003" },
        },
      },
      { provider: own },
    );
  });
  expect(
    ran
      .of("Connection")
      .map(({ name, provider }) => [name, provider])
      .sort(),
  ).toEqual([
    ["net-s1", "own"],
    ["net-s2", "own"],
    ["net-s3", "own"],
  ]);
  expect(ran.of("Acceptance").map(({ name, provider }) => [name, provider])).toEqual([["net-s2", "other"]]);
  expect(connectionsIn(ran)).toMatchObject({
    "net-s1": { accepter: { region: "cn-hangzhou", accountId: A } },
    "net-s2": { accepter: { region: "cn-beijing", accountId: B } },
    "net-s3": { accepter: { region: "cn-hangzhou", accountId: "1000000000000003" } },
  });
});

test("options hold for every connection", async () => {
  const ran = await run((program) =>
    makeHub(
      program,
      {},
      {
        customTimeouts: { create: "7m" },
        deleteBeforeReplace: false,
        aliases: [{ name: "former" }],
        parent: new program.pulumi.ComponentResource("my:index:Net", "above"),
      },
    ),
  );
  for (const one of ran.of("Connection")) {
    expect(one.customTimeouts?.create).toBe("7m");
    expect(one.deleteBeforeReplace).toBe(false);
  }
  const owner = connectionsIn(ran)["net-s1"]?.["__owner"] as { formerUrns?: string[] };
  expect(owner.formerUrns?.some((urn) => urn.endsWith("::former-s1"))).toBe(true);
});

test("there is nothing to connect where there are no spokes", async () => {
  const ran = await run((program) => makeHub(program, { spokes: { left: undefined } }));
  expect(ran.registered.map(({ type }) => type)).toEqual(["vpc-peering:index:VpcHub"]);
  expect(await valueOf(ran.result.connectionIds)).toEqual({});
});

test("the order of spokes says nothing", async () => {
  const { s1, s2 } = spokes;
  const [one, other] = [
    await run((program) => makeHub(program, { spokes: { s1, s2 } })),
    await run((program) => makeHub(program, { spokes: { s2, s1 } })),
  ];
  expect(connectionsIn(one)).toEqual(connectionsIn(other));
});

test("what does not fit a cloud does not compile", () => {
  const typed = ({ lib }: Program): unknown => [
    new lib.VpcHub("net", {
      cloud: "alicloud",
      hub,
      spokes: { s1: { vpcId: "vpc-1", linkType: "Gold", routes: { tables: "main" } } },
      resourceGroupId: "rg-1",
    }),
    // @ts-expect-error -- Tencent Cloud has no resource groups.
    new lib.VpcHub("net", { cloud: "tencentcloud", hub, spokes: {}, resourceGroupId: "rg-1" }),
    // @ts-expect-error -- Nor link types, of a spoke either.
    new lib.VpcHub("net", { cloud: "tencentcloud", hub, spokes: { s1: { vpcId: "v", linkType: "Gold" } } }),
    // @ts-expect-error -- On Huawei Cloud VPCs belong to projects.
    new lib.VpcHub("net", { cloud: "huaweicloud", hub, spokes: { s1: { vpcId: "v", accountId: "1" } } }),
    // @ts-expect-error -- A spoke is a VPC.
    new lib.VpcHub("net", { cloud: "alicloud", hub, spokes: { s1: { region: "cn-hangzhou" } } }),
    // @ts-expect-error -- The hub's account is that of its keys.
    new lib.VpcHub("net", { cloud: "alicloud", hub: { vpcId: "v", accountId: "1" }, spokes: {} }),
  ];
  expect(typed).toBeInstanceOf(Function);
});
