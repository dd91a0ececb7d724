import type { Program, Run } from "../support/program";
import { run, valueOf } from "../support/program";

const A = "1000000000000001";
const B = "1000000000000002";

const hub = { vpcId: "vpc-hub", region: "cn-hangzhou" };
const spokes = { s1: { vpcId: "vpc-1" }, s2: { vpcId: "vpc-2", region: "cn-beijing", accountId: B } };

const make = ({ lib }: Program, args: object = {}, opts: object = {}) =>
  new lib.VpcHub("net", { cloud: "alicloud", hub, spokes, ...args }, opts);

/** The inputs of each connection, by its name. */
const connectionsIn = ({ of }: Pick<Run<unknown>, "of">): Record<string, Record<string, unknown>> =>
  Object.fromEntries(of("Connection").map(({ name, inputs }) => [name, inputs]));

/** What a program is refused with. */
async function refused(program: (given: Program) => unknown): Promise<string> {
  const { result } = await run((given) => {
    try {
      program(given);
    } catch (error) {
      return String(error);
    }
    return "nothing was refused";
  });
  return result;
}

test("a hub is a peering for each spoke, requested by the hub and named after both", async () => {
  const ran = await run((program) => make(program));
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
  const { result } = await run((program) => make(program));
  expect(await valueOf(result.connectionIds)).toEqual({ s1: "pcc-1", s2: "pcc-1" });
  expect(await valueOf(result.statuses)).toEqual({ s1: "active", s2: "active" });
});

test("what uses one spoke's id depends on that spoke's connection alone", async () => {
  const { result } = await run((program) => {
    const one = make(program).connectionIds["s1"];
    return (one as unknown as { resources(): Set<{ __name?: string }> }).resources();
  });
  expect([...result].map((resource) => resource.__name)).toEqual(["net-s1"]);
});

test("a spoke's own properties and routes go before those of all, and routes of the hub are the hub's own", async () => {
  const ran = await run((program) =>
    make(program, {
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
    return make(
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
    make(
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
  const ran = await run((program) => make(program, { spokes: { left: undefined } }));
  expect(ran.registered.map(({ type }) => type)).toEqual(["vpc-peering:index:VpcHub"]);
  expect(await valueOf(ran.result.connectionIds)).toEqual({});
});

test("the order of spokes says nothing", async () => {
  const { s1, s2 } = spokes;
  const [one, other] = [
    await run((program) => make(program, { spokes: { s1, s2 } })),
    await run((program) => make(program, { spokes: { s2, s1 } })),
  ];
  expect(connectionsIn(one)).toEqual(connectionsIn(other));
});

describe("what is wrong is told at once", () => {
  test("of every spoke that refuses a property, and of every VPC that is there twice", async () => {
    const error = await refused((program) =>
      make(program, {
        bandwidth: 10,
        spokes: {
          s10: { vpcId: "vpc-1" },
          s2: { vpcId: "vpc-2" },
          far: { vpcId: "vpc-2", region: "cn-beijing" },
          self: { vpcId: "vpc-hub", region: "cn-beijing" },
        },
      }),
    );
    expect(error).toContain('VpcHub "net": 3 things are wrong.');
    expect(error).toContain('- hub and spokes.self are the same VPC, "vpc-hub": ');
    expect(error).toContain('- spokes.far and spokes.s2 are the same VPC, "vpc-2": ');
    expect(error).toContain(
      "- spokes.s10 and spokes.s2: bandwidth is 10: it is for connections between regions, and both VPCs are in cn-hangzhou. Remove it.",
    );
    expect(error).toContain("in `spokes.KEY`");
  });

  test("of spokes that lack what a link between regions needs", async () => {
    const error = await refused(
      ({ lib }) =>
        new lib.VpcHub("net", {
          cloud: "tencentcloud",
          hub: { vpcId: "vpc-hub", region: "ap-guangzhou" },
          spokes: {
            near: { vpcId: "vpc-1" },
            far: { vpcId: "vpc-2", region: "ap-shanghai" },
            farther: { vpcId: "vpc-3", region: "ap-shanghai" },
            fit: { vpcId: "vpc-4", region: "ap-shanghai", bandwidth: 10 },
          },
        }),
    );
    expect(error).toContain(
      'VpcHub "net": spokes.far and spokes.farther: bandwidth is missing: a connection between two regions (ap-guangzhou and ap-shanghai) needs one',
    );
  });

  test("by provider instances that say where their VPCs are", async () => {
    const error = await refused((program) =>
      make(program, {
        linkType: "Gold",
        spokes: {
          s1: {
            vpcId: "vpc-1",
            provider: new program.lib.AlicloudProvider("x", { region: "cn-hangzhou", accountId: B }),
          },
        },
      }),
    );
    expect(error).toContain("spokes.s1: linkType is");
  });

  test.each<[string, object, string[]]>([
    [
      "a key that is none",
      { spokes: { "": { vpcId: "vpc-1" }, "a b": { vpcId: "vpc-2" } } },
      ['the key ""', 'the key "a b"'],
    ],
    [
      "a spoke without a VPC",
      { spokes: { s1: {}, s2: { region: "x" } } },
      ["spokes.s1.vpcId", "spokes.s2.vpcId"],
    ],
    ["spokes that are no objects", { spokes: { s1: "vpc-1", s2: 2 } }, ['s1 is "vpc-1"', "s2 is 2"]],
    ["no spokes", { spokes: undefined }, ["spokes is missing"]],
    ["spokes in a list", { spokes: [{ vpcId: "vpc-1" }] }, ["spokes is "]],
    ["no hub", { hub: undefined }, ["hub is missing"]],
    [
      "a misspelt property of all, even where there is no spoke yet",
      { bandwith: 100, spokes: {} },
      ["bandwith: there is no such argument. Did you mean `bandwidth`?"],
    ],
    [
      "what is of a peering as a whole, said of a spoke",
      { spokes: { s1: { vpcId: "vpc-1", accepter: {}, requester: {}, cloud: "tencentcloud" } } },
      ["s1.accepter: there is no such argument", "s1.requester: there", "s1.cloud: there"],
    ],
  ])("%s", async (_, args, told) => {
    const error = await refused((program) => make(program, args));
    expect(error).toContain('VpcHub "net":');
    for (const one of told) expect(error).toContain(one);
  });

  test("a provider instance of another cloud, by the spoke that has it", async () => {
    const error = await refused((program) =>
      make(program, {
        spokes: {
          s1: { vpcId: "vpc-1", provider: new program.lib.TencentcloudProvider("t") },
          s2: { vpcId: "vpc-2", provider: "b" },
        },
      }),
    );
    expect(error).toContain("spokes.s1.provider is a TencentcloudProvider");
    expect(error).toContain('spokes.s2.provider is "b"');
  });
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
