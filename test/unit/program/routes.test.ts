import type { Program, Registered } from "../support/program";
import { run, valueOf } from "../support/program";

const A = "1000000000000001";
const B = "1000000000000002";
const COMPONENT = "urn:pulumi:prod::network::vpc-peering:index:VpcPeering::hub-spoke";

const hub = ({ lib }: Program) => new lib.AlicloudProvider("hub", { region: "cn-hangzhou", accountId: A });
const spoke = ({ lib }: Program) => new lib.AlicloudProvider("spoke", { region: "cn-beijing", accountId: B });

/** A peering of two accounts, with the keys of both, that says this of its routes. */
const peer = (
  program: Program,
  { requester, accepter, routes }: { requester?: unknown; accepter?: unknown; routes?: unknown },
  opts: object = {},
) =>
  new program.lib.VpcPeering(
    "hub-spoke",
    {
      cloud: "alicloud",
      requester: { vpcId: "vpc-hub", provider: hub(program), routes: requester as true },
      accepter: { vpcId: "vpc-spoke", provider: spoke(program), routes: accepter as true },
      routes: routes as true,
    },
    opts,
  );

/** The routes of either end. */
const byEnd = (rows: readonly Registered[]) =>
  ["requester", "accepter"].map((end) => rows.find(({ inputs }) => inputs["end"] === end));

const namesOf = (rows: readonly Registered[]): string[] => rows.map(({ name }) => name).sort();

describe("a peering with routes: true", () => {
  test("has the routes of each end as a child that is written with that end's keys, once the connection is active", async () => {
    const { of } = await run((program) => peer(program, { routes: true }));
    const [requester, accepter] = byEnd(of("Routes"));
    expect(of("Routes")).toHaveLength(2);
    const dependencies = expect.arrayContaining([
      "vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Acceptance::hub-spoke",
    ]) as unknown;
    for (const [row, end, provider] of [
      [requester, "requester", "hub"],
      [accepter, "accepter", "spoke"],
    ] as const) {
      expect(row).toMatchObject({
        type: "pulumi-nodejs:dynamic/vpcPeering:Routes",
        name: `hub-spoke-${end}`,
        parent: COMPONENT,
        provider,
        deleteBeforeReplace: true,
        dependencies,
        inputs: { cloud: "alicloud", end, tables: "all", connectionId: "pcc-1", __owner: { urn: COMPONENT } },
      });
      expect(row?.inputs).toMatchObject({ __accepted: true });
    }
    expect(requester?.inputs).toMatchObject({ vpcId: "vpc-hub", region: "cn-hangzhou", accountId: A });
    expect(requester?.inputs["peer"]).toEqual({ vpcId: "vpc-spoke", accountId: B });
    expect(accepter?.inputs).toMatchObject({ vpcId: "vpc-spoke", region: "cn-beijing", accountId: B });
    expect(accepter?.inputs["peer"]).toEqual({ vpcId: "vpc-hub", accountId: A });
  });

  test("leads to the blocks that the other end's owner sees", async () => {
    const { of } = await run((program) => peer(program, { routes: true }));
    const [requester, accepter] = byEnd(of("Routes"));
    expect(requester?.inputs).toMatchObject({ __blocks: ["10.8.0.0/16"], __own: ["10.0.0.0/16"] });
    expect(accepter?.inputs).toMatchObject({ __blocks: ["10.0.0.0/16"], __own: ["10.8.0.0/16"] });
    for (const { inputs } of of("Routes")) expect(inputs).not.toHaveProperty("__unseen");
  });

  test("tells which routes there are, by end", async () => {
    const { result } = await run((program) => peer(program, { routes: true }));
    const route = { table: "vtb-1", destination: "10.9.0.0/16", status: "present" };
    expect(await valueOf(result.routes)).toEqual({ requester: [route], accepter: [route] });
  });

  test("has them looked at by a preflight, if there is one", async () => {
    const { of } = await run(({ lib }) => {
      const args = {
        cloud: "alicloud",
        requester: { vpcId: "vpc-1" },
        accepter: { vpcId: "vpc-2" },
      } as const;
      return new lib.VpcPeering("pair", { ...args, routes: true, preflight: true });
    });
    expect(of("Routes").map(({ inputs }) => inputs["preflight"])).toEqual([true, true]);
  });

  test("gives them the component's limits of time", async () => {
    const customTimeouts = { create: "7m", update: "8m", delete: "9m" };
    const { of } = await run((program) => peer(program, { routes: true }, { customTimeouts }));
    for (const row of of("Routes")) {
      expect(row.customTimeouts).toEqual(customTimeouts);
      expect(row.inputs["timeouts"]).toEqual(customTimeouts);
    }
  });
});

describe("which end has routes", () => {
  test.each<[string, Parameters<typeof peer>[1], string[]]>([
    ["neither says anything", {}, []],
    ["the peering says false", { routes: false }, []],
    ["the requester alone asks", { requester: true }, ["hub-spoke-requester"]],
    ["the accepter alone asks", { accepter: {} }, ["hub-spoke-accepter"]],
    ["both do, but for the accepter", { routes: true, accepter: false }, ["hub-spoke-requester"]],
    ["none do, but for the accepter", { routes: false, accepter: true }, ["hub-spoke-accepter"]],
    [
      "all are given as null, as if they were left out",
      { routes: null, requester: null, accepter: null },
      [],
    ],
  ])("where %s", async (_, said, names) => {
    const { of } = await run((program) => peer(program, said));
    expect(namesOf(of("Routes"))).toEqual(names);
    for (const { inputs } of [...of("Connection"), ...of("Acceptance")]) {
      expect(Object.hasOwn(inputs, "__routed")).toBe(names.length > 0);
    }
  });

  test("and what it says of them: an end's own word stands for all of the peering's", async () => {
    const { of } = await run((program) =>
      peer(program, {
        routes: { exclude: ["10.9.0.0/16"], ipv6: true },
        accepter: { tables: "main", destinations: ["10.1.0.0/16"] },
      }),
    );
    const [requester, accepter] = byEnd(of("Routes"));
    expect(requester?.inputs).toMatchObject({ tables: "all", exclude: ["10.9.0.0/16"], ipv6: true });
    expect(accepter?.inputs).toMatchObject({ tables: "main", destinations: ["10.1.0.0/16"] });
    expect(accepter?.inputs).not.toHaveProperty("exclude");
    for (const { inputs } of [...of("Connection"), ...of("Acceptance")]) {
      expect(inputs["__routed"]).toEqual({ ipv6: true });
    }
  });
});

test("an accepter without keys of its own has its routes written with the requester's, in the same account", async () => {
  const { of } = await run(
    (program) =>
      new program.lib.VpcPeering("pair", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-1", provider: hub(program) },
        accepter: { vpcId: "vpc-2" },
        routes: true,
      }),
  );
  expect(of("Routes").map(({ provider }) => provider)).toEqual(["hub", "hub"]);
  for (const { inputs } of of("Routes")) expect(inputs).not.toHaveProperty("__unseen");
});

test("of another account, without its keys, nobody in the program sees the blocks but who asks the connection", async () => {
  const { only } = await run(
    (program) =>
      new program.lib.VpcPeering("pair", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-1", provider: hub(program), routes: true },
        accepter: { vpcId: "vpc-2", accountId: B },
      }),
  );
  expect(only("Routes").inputs).toMatchObject({ __unseen: true, __blocks: ["10.8.0.0/16"] });
  expect(only("Routes").inputs).not.toHaveProperty("__accepted");
});

test("an accepter's own stack writes the routes of its own VPC", async () => {
  const { only, result } = await run((program) => {
    const accepter = { vpcId: "vpc-spoke", provider: spoke(program), routes: true };
    const expected = { accountId: A, region: "cn-hangzhou" };
    const requester = { vpcId: "vpc-hub" };
    const args = { cloud: "alicloud", requester, accepter, expect: expected } as const;
    return new program.lib.VpcPeeringAccepter("from-hub", args);
  });
  expect(only("Routes")).toMatchObject({
    name: "from-hub-accepter",
    provider: "spoke",
    inputs: { end: "accepter", vpcId: "vpc-spoke", region: "cn-beijing", accountId: B },
  });
  expect(only("Routes").inputs["peer"]).toEqual({ vpcId: "vpc-hub", accountId: A });
  expect(Object.keys((await valueOf(result.routes)) ?? {})).toEqual(["accepter"]);
});

test("a first preview, to which nothing is known, shows the routes of both ends", async () => {
  const { of, result } = await run(
    (program) => {
      class Network extends program.pulumi.CustomResource {}
      const [one, other] = ["one", "other"].map(
        (name) => new Network("alicloud:vpc/network:Network", name, {}),
      );
      return new program.lib.VpcPeering("pair", {
        cloud: "alicloud",
        requester: { vpcId: one?.id ?? "", provider: hub(program), routes: { tables: [one?.urn ?? ""] } },
        accepter: { vpcId: other?.id ?? "" },
        routes: true,
      });
    },
    { preview: true },
  );
  expect(namesOf(of("Routes"))).toEqual(["pair-accepter", "pair-requester"]);
  expect(await valueOf(result.routes)).toBeUndefined();
});

describe("what is wrong with routes is said at once", () => {
  const unfit = "must be true, false, or an object with any of tables, destinations, exclude, ipv6";
  test.each<[string, Parameters<typeof peer>[1], RegExp]>([
    ["a text", { routes: "yes" }, new RegExp(`routes is "yes": it ${unfit}`)],
    ["a number", { requester: 1 }, new RegExp(`requester.routes is 1: it ${unfit}`)],
    ["a list", { accepter: ["10.0.0.0/8"] }, new RegExp(`accepter.routes is .*: it ${unfit}`)],
    [
      "a misspelt name",
      { accepter: { destination: ["10.0.0.0/8"] } },
      /accepter\.routes: destination: there is no such argument\. .*destinations/,
    ],
    [
      "a misspelt name that neither end goes by",
      { routes: { table: "main" }, requester: true, accepter: false },
      /routes: table: there is no such argument/,
    ],
    ["an older name", { routes: { table: "main" } }, /routes: table: there is no such argument\. .*tables/],
  ])("%s", async (_, said, message) => {
    let error: unknown;
    await run((program) => {
      try {
        peer(program, said);
      } catch (thrown) {
        error = thrown;
      }
    });
    expect(String(error)).toMatch(message);
    expect((error as Error).constructor.name).toBe("RunError");
  });

  test("an Output, of which nobody can say to which end it speaks", async () => {
    const { result } = await run((program) => {
      try {
        return peer(program, { routes: program.pulumi.output({ tables: "main" }) });
      } catch (error) {
        return error;
      }
    });
    expect(String(result)).toMatch(new RegExp(`routes is an Output: it ${unfit}`));
  });

  test("an accepter's own stack without the VPC whose routes they are", async () => {
    await run((program) => {
      const args = { cloud: "alicloud", connectionId: "pcc-1", accepter: { routes: true } } as const;
      expect(() => new program.lib.VpcPeeringAccepter("from-hub", args)).toThrow(
        /accepter\.vpcId is missing: accepter\.routes need to know whose tables they go to/,
      );
    });
  });
});
