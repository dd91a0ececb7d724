import type { Program, Run } from "../support/program";
import { run, valueOf } from "../support/program";
import { A, B } from "../support/samples";
import { config, makeMesh, members } from "../support/topologies";

const C = "1000000000000003";

/** Requester and accepter of each connection, by its name. */
const pairsIn = ({ of }: Pick<Run<unknown>, "of">): Record<string, unknown[]> =>
  Object.fromEntries(
    of("Connection")
      .map(({ name, inputs }): [string, unknown[]] => {
        const { requester, accepter } = inputs as Record<string, { vpcId: string }>;
        return [name, [requester?.vpcId, accepter?.vpcId]];
      })
      .sort(),
  );

test("a mesh is a peering for every pair, once, requested by the key that sorts first", async () => {
  const { a, b, c, d } = members;
  const ran = await run((program) => makeMesh(program, { members: { d, b, c, a } }), { config });
  expect(pairsIn(ran)).toEqual({
    "m-a-b": ["vpc-a", "vpc-b"],
    "m-a-c": ["vpc-a", "vpc-c"],
    "m-a-d": ["vpc-a", "vpc-d"],
    "m-b-c": ["vpc-b", "vpc-c"],
    "m-b-d": ["vpc-b", "vpc-d"],
    "m-c-d": ["vpc-c", "vpc-d"],
  });
  expect(ran.of("VpcMesh")).toHaveLength(1);
  expect(ran.of("VpcPeering").map(({ parent }) => parent)).toEqual(
    Array(6).fill("urn:pulumi:prod::network::vpc-peering:index:VpcMesh::m"),
  );
  expect(Object.keys((await valueOf(ran.result.connectionIds)) ?? {})).toEqual([
    "a-b",
    "a-c",
    "a-d",
    "b-c",
    "b-d",
    "c-d",
  ]);
});

test("keys sort character by character, not as people count", async () => {
  const ran = await run(
    (program) =>
      makeMesh(program, {
        members: { s2: { vpcId: "vpc-2" }, s10: { vpcId: "vpc-10" }, S: { vpcId: "vpc-S" } },
      }),
    { config },
  );
  expect(Object.keys(pairsIn(ran))).toEqual(["m-S-s10", "m-S-s2", "m-s10-s2"]);
});

test("a member that comes, goes or is somewhere else has to do with its own pairs only", async () => {
  const { b: _, ...without } = members;
  const pairs = async (of: object) =>
    pairsIn(await run((program) => makeMesh(program, { members: of }), { config }));
  const before = await pairs(members);
  const left = await pairs(without);
  expect(before).toMatchObject(left);
  expect(Object.keys(left)).toEqual(["m-a-c", "m-a-d", "m-c-d"]);
  const moved = await pairs({ ...members, b: { vpcId: "vpc-elsewhere" } });
  const changed = Object.keys(moved).filter((name) => moved[name]?.join() !== before[name]?.join());
  expect(changed).toEqual(["m-a-b", "m-b-c", "m-b-d"]);
});

test("every member asks and accepts with its own instance, and is where that says, whoever asks", async () => {
  const ran = await run((program) => {
    const instance = (name: string, region: string, accountId: string | undefined) =>
      new program.lib.AlicloudProvider(name, { region, accountId });
    return makeMesh(
      program,
      {
        members: {
          a: { vpcId: "vpc-a", provider: instance("a", "cn-beijing", A) },
          b: { vpcId: "vpc-b" },
          c: { vpcId: "vpc-c", region: "cn-shanghai", provider: instance("c", "cn-beijing", C) },
        },
        routes: true,
      },
      { provider: instance("own", "cn-hangzhou", B) },
    );
  });
  const rows = (kind: string) =>
    ran
      .of(kind)
      .map(({ name, provider }) => `${name} ${provider}`)
      .sort();
  expect(rows("Connection")).toEqual(["m-a-b a", "m-a-c a", "m-b-c own"]);
  expect(rows("Acceptance")).toEqual(["m-a-b own", "m-a-c c", "m-b-c c"]);
  expect(rows("Routes")).toEqual([
    "m-a-b-accepter own",
    "m-a-b-requester a",
    "m-a-c-accepter c",
    "m-a-c-requester a",
    "m-b-c-accepter c",
    "m-b-c-requester own",
  ]);
  const [one, two, three] = [
    { vpcId: "vpc-a", region: "cn-beijing", accountId: A },
    { vpcId: "vpc-b", region: "cn-hangzhou", accountId: B },
    { vpcId: "vpc-c", region: "cn-shanghai", accountId: C },
  ];
  expect(Object.fromEntries(ran.of("Connection").map(({ name, inputs }) => [name, inputs]))).toMatchObject({
    "m-a-b": { requester: one, accepter: two },
    "m-a-c": { requester: one, accepter: three },
    "m-b-c": { requester: two, accepter: three },
  });
});

test("a member whose owner accepts elsewhere is asked for, and says whose it is where it asks", async () => {
  const ran = await run(
    (program) =>
      makeMesh(program, {
        members: { a: { vpcId: "vpc-a", accountId: A }, z: { vpcId: "vpc-z", accountId: B } },
      }),
    { config },
  );
  expect(ran.of("Acceptance")).toEqual([]);
  expect(ran.only("Connection").inputs).toMatchObject({
    requester: { vpcId: "vpc-a", accountId: A },
    accepter: { vpcId: "vpc-z", region: "cn-hangzhou", accountId: B },
  });
});

test("what does not fit a cloud does not compile", () => {
  const typed = ({ lib }: Program): unknown => [
    new lib.VpcMesh("m", { cloud: "tencentcloud", members, qosLevel: "PT", bandwidth: 10 }),
    // @ts-expect-error -- Tencent Cloud has no link types.
    new lib.VpcMesh("m", { cloud: "tencentcloud", members, linkType: "Gold" }),
    // @ts-expect-error -- What a connection is like is said for all of a mesh.
    new lib.VpcMesh("m", { cloud: "alicloud", members: { a: { vpcId: "v", bandwidth: 10 } } }),
    // @ts-expect-error -- On Alibaba Cloud VPCs belong to accounts.
    new lib.VpcMesh("m", { cloud: "alicloud", members: { a: { vpcId: "v", projectId: "p" } } }),
    // @ts-expect-error -- It takes members.
    new lib.VpcMesh("m", { cloud: "alicloud" }),
  ];
  expect(typed).toBeInstanceOf(Function);
});

test("a member's account may be a number that has lost no digit", async () => {
  const { of } = await run(
    (program) =>
      makeMesh(program, {
        members: {
          a: { vpcId: "vpc-a", accountId: Number(A) },
          b: { vpcId: "vpc-b", accountId: Number(A) },
        },
      }),
    { config },
  );
  expect(of("Connection").map(({ inputs }) => inputs)).toMatchObject([
    { requester: { accountId: A }, accepter: { accountId: A } },
  ]);
});
