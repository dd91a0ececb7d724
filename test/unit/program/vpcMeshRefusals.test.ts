import type { Program } from "../support/program";
import { A, B } from "../support/samples";
import { config, makeMesh, members, refused as refusedWith } from "../support/topologies";

const refused = (program: (given: Program) => unknown): Promise<string> => refusedWith(program, { config });

describe("what is wrong is told at once", () => {
  test("of all pairs that refuse a property, and of VPCs that are there twice", async () => {
    const error = await refused((program) =>
      makeMesh(program, {
        bandwidth: 10,
        members: {
          a: { vpcId: "vpc-a" },
          b: { vpcId: "vpc-b" },
          c: { vpcId: "vpc-b" },
          far: { vpcId: "vpc-f", region: "cn-beijing" },
        },
      }),
    );
    expect(error).toContain('members.b and members.c are the same VPC, "vpc-b"');
    expect(error).toContain(
      "- members.a with members.b, members.a with members.c and members.b with members.c: bandwidth is 10",
    );
    expect(error).toContain("make a mesh of the members for which they hold");
  });

  test("of a cloud that peers one region only", async () => {
    const error = await refused(
      ({ lib }) =>
        new lib.VpcMesh("m", {
          cloud: "huaweicloud",
          members: {
            a: { vpcId: "1", region: "cn-north-4" },
            b: { vpcId: "2", region: "cn-north-4" },
            c: { vpcId: "3", region: "cn-south-1" },
          },
        }),
    );
    expect(error).toContain("members.a with members.c and members.b with members.c: requester.region is");
  });

  test.each<[string, object, string[]]>([
    [
      "two pairs of one name",
      { a: members.a, "a-b": members.b, "b-c": members.c, c: members.d },
      [
        'members.a with members.b-c, and members.a-b with members.c: these connections would all be named "m-a-b-c"',
      ],
    ],
    ["one member", { a: members.a }, ["members has 1: a mesh has at least two"]],
    ["no members", {}, ["members has 0"]],
    [
      "a property of a peering said of a member",
      { a: { vpcId: "vpc-a", bandwith: 1 }, b: { vpcId: "vpc-b", tags: {} } },
      ["a.bandwith", "b.tags"],
    ],
    [
      "another account that has to ask",
      { a: { vpcId: "vpc-a", accountId: B }, b: members.b },
      [`members.a.accountId is "${B}", and this program's keys are of "${A}"`],
    ],
  ])("%s", async (_, of, told) => {
    const error = await refused((program) => makeMesh(program, { members: of }));
    expect(error).toContain('VpcMesh "m":');
    for (const one of told) expect(error).toContain(one);
  });

  test("nobody to accept what another instance asks for", async () => {
    const error = await refused((program) =>
      makeMesh(program, {
        members: {
          a: {
            vpcId: "vpc-a",
            provider: new program.lib.AlicloudProvider("a", { region: "x", accountId: B }),
          },
          b: { vpcId: "vpc-b" },
        },
      }),
    );
    expect(error).toContain(
      "members.b has no `provider`, and members.a, which asks for their connection, has one",
    );
  });
});

test("a misspelt property of all is refused", async () => {
  expect(await refused((program) => makeMesh(program, { bandwith: 100 }))).toContain(
    'VpcMesh "m": bandwith: there is no such argument. Did you mean `bandwidth`?',
  );
});
