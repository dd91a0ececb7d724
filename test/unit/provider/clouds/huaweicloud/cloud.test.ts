import { allOf } from "../../../../../src/provider/clouds/kit/pages";
import { virtualClock } from "../../../../support/virtualTime";
import {
  actions,
  app,
  hub,
  openBench,
  partner,
  projectA,
  projectB,
  region,
  seed,
  spec,
} from "./cloudSupport";

describe("the project", () => {
  test("that is named is taken at its word; another is asked for once, by the region's name, and only with GET", async () => {
    const { a, open, context, requests } = await openBench();
    const named = open({ "huaweicloud:projectId": projectA });
    expect(await named.whoAmI({}, context)).toEqual({ account: projectA, region });
    expect(await requests()).toEqual([]);
    expect(await a.whoAmI({}, context)).toEqual({ account: projectA, region });
    expect(await a.whoAmI({ region: "cn-east-3" }, context)).toEqual({
      account: projectA,
      region: "cn-east-3",
    });
    await allOf(a.list({ region }, context));
    expect((await requests()).map(({ action, params }) => [action, params])).toEqual([
      ["KeystoneListProjects", { name: region }],
      ["KeystoneListProjects", { name: "cn-east-3" }],
      ["ListVpcPeerings", { limit: "2000" }],
    ]);
  });

  test("of no name, or of several, is an error that says what to set", async () => {
    const rows = ["1", "2"].map((last) => ({
      projectId: `${projectA.slice(0, -1)}${last}`,
      domainId: "d1",
      accessKey: "HWFAKEAKA",
      secretKey: "fakesecretA",
      name: "twins",
    }));
    const { open, context, requests } = await openBench({ huaweicloud: { projects: rows } });
    const named = (name: string) => open({ "huaweicloud:projectName": name }).whoAmI({}, context);
    await expect(named("nobody")).rejects.toThrow(
      'There is no project "nobody" that these keys can see. Name the project\'s id: `projectId`',
    );
    await expect(named("twins")).rejects.toThrow('There are 2 projects "twins"');
    expect(new Set(actions(await requests()))).toEqual(new Set(["KeystoneListProjects"]));
  });

  test("is named in a create only if it is another than the requester's", async () => {
    const { a, context, requests } = await openBench();
    await a.create({ spec: spec(), seed }, context);
    await a.create({ spec: spec(partner), seed }, context);
    const bodies = (await requests())
      .filter(({ action }) => action === "CreateVpcPeering")
      .map(({ params }) => (params as { peering: Record<string, unknown> }).peering["accept_vpc_info"]);
    expect(bodies).toEqual([{ vpc_id: app.vpcId }, { vpc_id: partner.vpcId, tenant_id: projectB }]);
  });
});

describe("the mark", () => {
  test("goes along with every description, and is added to one that somebody else wrote", async () => {
    const { a, context, rows } = await openBench();
    const id = await a.create({ spec: spec(), seed }, context);
    const ref = { id, region };
    const change = { set: {}, setTags: {}, dropTags: [] };
    const description = async () => (await rows())[0]?.description;
    expect(await description()).toBe(`[pvp:${seed.marker}]`);
    await a.update({ ...ref, difference: { ...change, set: { description: "New" } }, seed }, context);
    expect(await description()).toBe(`New [pvp:${seed.marker}]`);
    const other = { marker: "f".repeat(24), attempt: 0 };
    await a.update({ ...ref, difference: { ...change, owner: other }, seed: other }, context);
    expect(await description()).toBe(`New [pvp:${other.marker}]`);
    await a.update({ ...ref, difference: { ...change, set: { name: "renamed" } }, seed }, context);
    expect((await rows())[0]).toMatchObject({ name: "renamed", description: `New [pvp:${other.marker}]` });
    await a.update({ ...ref, difference: { ...change, set: { description: "" } }, seed }, context);
    expect(await a.get(ref, context)).toMatchObject({ description: "", owner: { marker: seed.marker } });
  });

  test("needs room: a description that is too long for it is told, not cut", async () => {
    const { a, context, admin } = await openBench();
    const ends = { requester: { vpcId: hub.vpcId }, accepter: { vpcId: app.vpcId } };
    const row = { cloud: "huaweicloud", ...ends, description: "d".repeat(230) };
    const { id } = (await admin("POST", "/peerings", row)) as { id: string };
    const change = { set: {}, setTags: {}, dropTags: [], owner: seed };
    await expect(a.update({ id, region, difference: change, seed }, context)).rejects.toThrow(
      "leaves no room for the owner's mark. Declare a `description` of at most 224 characters",
    );
  });

  test("is all there is to mark: tags and the like are refused, not ignored", async () => {
    const { a, context, requests } = await openBench();
    const ref = { id: "22b76469-08e3-4937-8c1d-7aad34892be1", region };
    const change = { set: { bandwidth: 1 }, setTags: { team: "x" }, dropTags: [] };
    await expect(a.update({ ...ref, difference: change, seed }, context)).rejects.toThrow(
      "have no bandwidth, tags",
    );
    expect(await requests()).toEqual([]);
  });
});

describe("a create", () => {
  test.each([
    ["lost", { type: "drop", when: "after" }],
    ["cut", { type: "truncate", when: "after", bytes: 20 }],
    ["a gateway's HTML", { type: "body", when: "after", status: 502, body: "<html>" }],
    ["a success without a connection", { type: "body", when: "after", status: 201, body: "{}" }],
    ["a success that is no JSON", { type: "body", when: "after", status: 200, body: "<html>" }],
  ])("whose answer is %s is not repeated, and said to be open", async (_, fault) => {
    const { a, context, fail, requests, rows } = await openBench();
    await fail("CreateVpcPeering", fault);
    await expect(a.create({ spec: spec(), seed }, context)).rejects.toMatchObject({
      kind: "transient",
      facts: { executed: "unknown" },
    });
    expect(actions(await requests()).filter((action) => action === "CreateVpcPeering")).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test("that was throttled did nothing, so it is made again: one 429 costs a moment, not a minute", async () => {
    const { a, context, fail, rows } = await openBench();
    await fail("CreateVpcPeering", { type: "error", code: "APIGW.0308" });
    const startedAt = virtualClock.now();
    await a.create({ spec: spec(), seed }, context);
    expect(virtualClock.now() - startedAt).toBeLessThan(3_000);
    expect(await rows()).toHaveLength(1);
  });

  test("that is throttled for ever ends with the deadline", async () => {
    const { a, context, fail } = await openBench({}, 2_000);
    await fail("CreateVpcPeering", { type: "error", code: "APIGW.0308" }, 0);
    const startedAt = virtualClock.now();
    await expect(a.create({ spec: spec(), seed }, context)).rejects.toMatchObject({ kind: "throttled" });
    expect(virtualClock.now() - startedAt).toBeLessThan(3_000);
  });
});

describe("accept", () => {
  test("makes it active, and says that a second time is too late", async () => {
    const { a, b, context } = await openBench();
    const ref = { id: await a.create({ spec: spec(partner), seed }, context), region };
    await b.accept({ ...ref, seed }, context);
    expect((await b.get(ref, context))?.status).toBe("active");
    await expect(b.accept({ ...ref, seed }, context)).rejects.toMatchObject({ kind: "wrongState" });
  });

  test.each([400, 403, 409])(
    "refused with %d in a state where it is too late is told as such",
    async (status) => {
      const wrongState = { status, type: "Whatever" };
      const { a, b, context } = await openBench({ huaweicloud: { guesses: { wrongState } } });
      const ref = { id: await a.create({ spec: spec(partner), seed }, context), region };
      await b.accept({ ...ref, seed }, context);
      await expect(b.accept({ ...ref, seed }, context)).rejects.toMatchObject({ kind: "wrongState" });
    },
  );

  test.each([
    [400, "invalid"],
    [403, "permission"],
  ] as const)("refused with %d while it waits is %s", async (status, kind) => {
    const { a, b, context, fail } = await openBench();
    const ref = { id: await a.create({ spec: spec(partner), seed }, context), region };
    await fail("AcceptVpcPeering", { type: "error", code: "Whatever", status });
    await expect(b.accept({ ...ref, seed }, context)).rejects.toMatchObject({ kind });
  });

  test("beyond the accepter's quota says so, and what to do", async () => {
    const { a, b, context, admin } = await openBench({ quotas: { huaweicloud: { perProject: 1 } } });
    const ref = { id: await a.create({ spec: spec(partner), seed }, context), region };
    const accepter = { vpcId: "b0000000-0000-4000-8000-000000000002", region };
    const own = { cloud: "huaweicloud", requester: { vpcId: partner.vpcId }, accepter };
    await admin("POST", "/peerings", own);
    await expect(b.accept({ ...ref, seed }, context)).rejects.toMatchObject({
      kind: "quota",
      message: expect.stringContaining("Delete connections that nobody uses") as string,
    });
  });
});

test("an agency's keys are used in place of one's own", async () => {
  const { open, context, requests } = await openBench();
  const agency = { agencyName: "peering", domainName: "bbbb00000000000000000000000000d2" };
  const cloud = open({ "huaweicloud:assumeRole": agency });
  expect(await cloud.whoAmI({}, context)).toEqual({ account: projectB, region });
  await allOf(cloud.list({ region }, context));
  expect((await requests()).map(({ action, account }) => [action, account])).toEqual([
    ["CreateTemporaryAccessKeyByAgency", projectA],
    ["KeystoneListProjects", projectB],
    ["ListVpcPeerings", projectB],
  ]);
});

test("nobody at the endpoint: said with its address, soon", async () => {
  const { open, context } = await openBench();
  const cloud = open({ "huaweicloud:endpoint": "http://127.0.0.1:1", "huaweicloud:projectId": projectA });
  await expect(allOf(cloud.list({ region }, context))).rejects.toThrow(
    /nothing listens at 127\.0\.0\.1:1.*`endpoint`/,
  );
});
