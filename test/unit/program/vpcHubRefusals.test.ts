import { B } from "../support/samples";
import { makeHub, refused } from "../support/topologies";

describe("what is wrong is told at once", () => {
  test("of every spoke that refuses a property, and of every VPC that is there twice", async () => {
    const error = await refused((program) =>
      makeHub(program, {
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
      makeHub(program, {
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
    const error = await refused((program) => makeHub(program, args));
    expect(error).toContain('VpcHub "net":');
    for (const one of told) expect(error).toContain(one);
  });

  test("a provider instance of another cloud, by the spoke that has it", async () => {
    const error = await refused((program) =>
      makeHub(program, {
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
