import type { Emulator, PeeringRow, RequestRow, WorldInput } from "../../../../../emulator";
import { startEmulator } from "../../../../../emulator";
import type { Context, Cloud } from "../../../../../src/provider/clouds/cloud";
import { allOf } from "../../../../../src/provider/clouds/kit/pages";
import { huaweicloud } from "../../../../../src/provider/clouds/huaweicloud";
import { Deadline } from "../../../../../src/io/clock";
import type { ConnectionSpec } from "../../../../../src/model/peering";
import { passTime, virtualClock } from "../../../../support/virtualTime";

const projectA = "aaaa0000000000000000000000000001";
const projectB = "bbbb0000000000000000000000000002";
const region = "cn-north-4";
const seed = { marker: "0123456789abcdef01234567", attempt: 0 };
const end = (vpcId: string, account: string) => ({ vpcId, region, account });
const hub = end("a0000000-0000-4000-8000-000000000001", projectA);
const app = end("a0000000-0000-4000-8000-000000000002", projectA);
const partner = end("b0000000-0000-4000-8000-000000000001", projectB);
const spec = (accepter = app): ConnectionSpec => ({ requester: hub, accepter, name: "one", owner: seed });

passTime();

const emulators: Emulator[] = [];

afterEach(async () => {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
});

interface Bench {
  a: Required<Cloud>;
  b: Required<Cloud>;
  open: (more: Record<string, unknown>) => Required<Cloud>;
  context: Context;
  admin: (method: string, path: string, body?: unknown) => Promise<unknown>;
  fail: (action: string, fault: object, times?: number) => Promise<unknown>;
  requests: () => Promise<RequestRow[]>;
  rows: () => Promise<PeeringRow[]>;
}

async function openBench(world: WorldInput = {}, limitMs = 20_000): Promise<Bench> {
  const emulator = await startEmulator({ world });
  emulators.push(emulator);
  const open: Bench["open"] = (more) => {
    const given: Record<string, unknown> = {
      "huaweicloud:endpoint": emulator.url,
      "huaweicloud:region": region,
      "huaweicloud:accessKey": "HWFAKEAKA",
      "huaweicloud:secretKey": "fakesecretA",
      ...more,
    };
    return huaweicloud.open((key) => given[key]) as Required<Cloud>;
  };
  const admin: Bench["admin"] = async (method, path, body) => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return await (await fetch(`${emulator.url}/_emulator${path}`, init)).json();
  };
  const quiet = { report: () => undefined, warn: () => undefined };
  return {
    a: open({}),
    b: open({ "huaweicloud:accessKey": "HWFAKEAKB", "huaweicloud:secretKey": "fakesecretB" }),
    open,
    context: { ...quiet, clock: virtualClock, deadline: new Deadline(virtualClock, limitMs) },
    admin,
    fail: (action, fault, times = 1) =>
      admin("POST", "/faults", { cloud: "huaweicloud", action, times, fault }),
    requests: async () => (await admin("GET", "/requests")) as RequestRow[],
    rows: async () => (await admin("GET", "/peerings")) as PeeringRow[],
  };
}

const actions = (requests: RequestRow[]) => requests.map(({ action }) => action);

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
    const startedAt = Date.now();
    await a.create({ spec: spec(), seed }, context);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    expect(await rows()).toHaveLength(1);
  });

  test("that is throttled for ever ends with the deadline", async () => {
    const { a, context, fail } = await openBench({}, 2_000);
    await fail("CreateVpcPeering", { type: "error", code: "APIGW.0308" }, 0);
    const startedAt = Date.now();
    await expect(a.create({ spec: spec(), seed }, context)).rejects.toMatchObject({ kind: "throttled" });
    expect(Date.now() - startedAt).toBeLessThan(3_000);
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

describe("reading", () => {
  test("a list is read to its end by the last id, whatever its links hold", async () => {
    const vpcs = Array.from({ length: 2_100 }, (_, index) => ({
      vpcId: `a1000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      projectId: projectA,
      region,
    }));
    const guesses = { linksHold: "nothing" } as const;
    const hub = { vpcId: "a1000000-0000-4000-8000-000000000000" };
    const peerings = vpcs
      .slice(1)
      .map(({ vpcId }) => ({ cloud: "huaweicloud" as const, requester: hub, accepter: { vpcId } }));
    const { a, context, requests } = await openBench({ huaweicloud: { vpcs, guesses }, peerings });
    const found = await allOf(a.list({ region }, context));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2_099);
    expect(actions(await requests()).filter((action) => action === "ListVpcPeerings")).toHaveLength(2);
  });

  test("a pair is looked for by its spoke: a hub has many connections", async () => {
    const { a, context, requests } = await openBench();
    await a.find({ requester: app, accepter: partner }, context);
    await a.find(
      { requester: app, accepter: { ...app, vpcId: "a1000000-0000-4000-8000-000000000999" } },
      context,
    );
    const lists = (await requests()).filter(({ action }) => action === "ListVpcPeerings");
    expect(lists.map(({ params }) => params)).toMatchObject([
      { vpc_id: partner.vpcId },
      { vpc_id: "a1000000-0000-4000-8000-000000000999" },
    ]);
  });

  test("a pair is found from either side, in either direction, dead or alive", async () => {
    const { a, b, context } = await openBench();
    await a.create({ spec: spec(), seed }, context);
    const id = await a.create({ spec: spec(partner), seed }, context);
    await b.reject({ id, region, seed }, context);
    const pair = { requester: partner, accepter: hub };
    for (const [cloud, asked] of [
      [a, spec(partner)],
      [b, pair],
    ] as const)
      expect((await cloud.find(asked, context)).map((one) => [one.id, one.status])).toEqual([
        [id, "rejected"],
      ]);
  });

  test.each(["{}", '{"peering":{"id":"x"}}', '{"peering":', "<html>", ""])(
    "a success that says %j is asked again",
    async (body) => {
      const { a, context, fail } = await openBench();
      const id = await a.create({ spec: spec(), seed }, context);
      await fail("ShowVpcPeering", { type: "body", status: 200, body });
      expect((await a.get({ id, region }, context))?.id).toBe(id);
      await fail("ListVpcPeerings", { type: "body", status: 200, body });
      expect(await allOf(a.list({ region }, context))).toHaveLength(1);
    },
  );

  test("what is gone is nothing, but a wrong address is not gone", async () => {
    const { a, context, fail } = await openBench();
    const ref = { id: "22b76469-08e3-4937-8c1d-7aad34892be1", region };
    expect(await a.get(ref, context)).toBeUndefined();
    for (const fault of [
      { type: "error", code: "APIGW.0101" },
      { type: "error", code: "X", status: 404, shape: "E" },
    ]) {
      await fail("ShowVpcPeering", fault);
      await expect(a.get(ref, context)).rejects.toThrow("check `region`, `cloud` and `endpoint`");
    }
  });

  test.each(["a/b", "..", "", "22b76469"])("%j is no id, and nothing is asked", async (id) => {
    const { a, context, requests } = await openBench();
    await expect(a.get({ id, region }, context)).rejects.toThrow("is no id of a VPC peering connection");
    expect(await requests()).toEqual([]);
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
