import { clouds } from "../clouds/index.cjs";
import { failure, openBench } from "./support";

const under = clouds.huaweicloud;

// A doubt is looked into for three seconds.
const guessing = (guesses: object) => ({ huaweicloud: { guesses } });
const lost = { type: "drop", when: "after" };

describe("a create, which no token makes repeatable", () => {
  test("is made again after each look, until the deadline, and then told in the cloud's words", async () => {
    const { connection, sameAccount, fault, live, calls } = await openBench(under);
    await fault("CreateVpcPeering", { type: "error", code: "Broken", status: 503 }, { times: 0 });
    const { message } = await failure(connection.create(sameAccount({ timeouts: { create: "5s" } })));
    expect(message).toContain("The request is refused: Broken.");
    expect(await live()).toEqual([]);
    const asked = await calls();
    const creates = asked.filter((action) => action === "CreateVpcPeering").length;
    expect(creates).toBeGreaterThanOrEqual(2);
    expect(asked.filter((action) => action === "ListVpcPeerings").length).toBeGreaterThan(creates);
  });

  test("whose answer is lost finds what it made, even if that shows up late", async () => {
    const { connection, sameAccount, fault, live } = await openBench(
      under,
      guessing({ invisibleAfterCreateMs: 1_500 }),
    );
    await fault("CreateVpcPeering", lost);
    const { id } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
  });

  test("that is refused twice as a duplicate, with nothing to be seen, is an error that says what it may be", async () => {
    const overQuota = { status: 409, type: "Whatever", message: "No." };
    const { connection, sameAccount, crossAccount, live } = await openBench(under, {
      ...guessing({ overQuota }),
      quotas: { huaweicloud: { perProject: 1 } },
    });
    const { id } = await connection.create(crossAccount());
    const { message } = await failure(connection.create(sameAccount()));
    expect(message).toContain(
      "No. Either these VPCs are connected by a connection that these keys do not see",
    );
    expect(message).toContain("or the project's quota of connections (50 by default) is used up.");
    expect((await live()).map((row) => row.id)).toEqual([id]);
  });

  test("beyond a quota that says so is an error at once", async () => {
    const { connection, sameAccount, crossAccount, calls } = await openBench(under, {
      quotas: { huaweicloud: { perProject: 1 } },
    });
    await connection.create(crossAccount());
    const { message } = await failure(connection.create(sameAccount()));
    expect(message).toContain("Delete connections that nobody uses");
    expect((await calls()).filter((action) => action === "CreateVpcPeering")).toHaveLength(2);
  });

  test("of two stacks at once makes one connection", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const other = { __owner: { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" } };
    const both = await Promise.allSettled([
      connection.create(sameAccount()),
      connection.create(sameAccount(other)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await live()).toHaveLength(1);
  });
});

describe.each([400, 403, 409])("where a request in the wrong state is refused with %d", (status) => {
  test("accepting twice, or after a lost answer, is as good as once; a rejected one is told as such", async () => {
    const wrongState = { status, type: "Whatever" };
    const bench = await openBench(under, guessing({ wrongState }));
    const { connection, acceptance, crossAccount, acceptanceOf, fault, admin } = bench;
    const { id } = await connection.create(crossAccount());
    await fault("AcceptVpcPeering", lost);
    expect((await acceptance.create(acceptanceOf(id))).outs["status"]).toBe("active");
    expect((await acceptance.create(acceptanceOf(id))).outs["status"]).toBe("active");
    await admin("PATCH", `/peerings/${id}`, { status: "rejected" });
    const { message } = await failure(acceptance.create(acceptanceOf(id)));
    expect(message).toContain("was rejected by the accepter's account");
  });
});

describe("the description", () => {
  test("of a connection that is taken over stays, and bears the mark from then on", async () => {
    const { connection, sameAccount, admin, live } = await openBench(under);
    const made = (await admin("POST", "/peerings", {
      cloud: "huaweicloud",
      requester: { vpcId: under.vpcs.hub.vpcId },
      accepter: { vpcId: under.vpcs.app.vpcId },
      name: "story",
      description: "By hand",
    })) as { id: string };
    const { id, outs } = await connection.create(sameAccount({ adopt: true }));
    expect(id).toBe(made.id);
    expect((await live()).map(({ description }) => description)).toEqual(["By hand"]);
    expect((await connection.create(sameAccount())).id).toBe(id);
    expect(outs).not.toHaveProperty("description");
  });

  test("whose mark was removed by hand shows no drift, and gets it back with the next change", async () => {
    const { connection, sameAccount, admin, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount({ description: "Mine" }));
    await admin("PATCH", `/peerings/${id}`, { description: "Mine" });
    expect(await connection.read(id, outs)).toMatchObject({ inputs: sameAccount({ description: "Mine" }) });
    await connection.update(id, outs, sameAccount({ description: "Mine, again" }));
    expect((await live()).map(({ description }) => description)).toEqual(["Mine, again"]);
    // Another process, which knows no id, recognises it.
    expect((await connection.create(sameAccount({ description: "Mine, again" }))).id).toBe(id);
  });

  test("may be declared as empty", async () => {
    const { connection, sameAccount } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount({ description: "" }));
    expect(await connection.diff(id, outs, sameAccount({ description: "" }))).toEqual({ changes: false });
    expect(await connection.read(id, outs)).toEqual({
      id,
      props: outs,
      inputs: sameAccount({ description: "" }),
    });
  });
});

test("a connection in another region than the keys' own is of that region's project", async () => {
  const [north, east] = ["north", "east"].map((name, index) => ({
    projectId: `aaaa000000000000000000000000000${index + 1}`,
    domainId: "d1",
    accessKey: "HWFAKEAKA",
    secretKey: "fakesecretA",
    name: `cn-${name}-${index === 0 ? 4 : 3}`,
  }));
  const vpcs = ["8", "9"].map((last) => ({
    vpcId: `a0000000-0000-4000-8000-00000000000${last}`,
    projectId: east?.projectId ?? "",
    region: "cn-east-3",
  }));
  const projects = [north, east].filter((one) => one !== undefined);
  const { projectId: _, ...withoutProject } = under.settings.a;
  const contractSettings = { a: withoutProject, b: under.settings.b };
  const bench = await openBench({ ...under, contractSettings }, { huaweicloud: { projects, vpcs } });
  const [requester, accepter] = vpcs.map(({ vpcId, region }) => ({ vpcId, region }));
  const inputs = bench.sameAccount({ requester, accepter: { ...accepter, projectId: east?.projectId } });
  const { id, outs } = await bench.connection.create(inputs);
  expect(outs["account"]).toBe(east?.projectId);
  await bench.admin("DELETE", `/peerings/${id}`);
  expect(await bench.connection.read(id, outs)).toEqual({});
  await bench.connection.delete(id, outs);
});

test("a deletion that readers see late is waited for", async () => {
  const bench = await openBench(under, guessing({ visibleAfterDeleteMs: 700 }));
  const { id, outs } = await bench.connection.create(bench.sameAccount());
  await bench.connection.delete(id, outs);
  expect(await bench.live()).toEqual([]);
  expect((await bench.connection.create(bench.sameAccount())).id).not.toBe(id);
});

test("a request is found by its VPCs, accepted or rejected, and deleted by a stack of the accepter's", async () => {
  const { connection, acceptance, crossAccount, live } = await openBench(under);
  const half = (more: object = {}) => ({
    cloud: "huaweicloud",
    requester: { vpcId: under.vpcs.hub.vpcId },
    accepter: under.vpcs.partner,
    expect: { projectId: under.accounts.a },
    decision: "accept",
    onDelete: "delete",
    timeouts: { create: "10s" },
    ...more,
  });
  const { id } = await connection.create(crossAccount());
  const accepted = await acceptance.create(half());
  expect(accepted).toMatchObject({ id, outs: { status: "active" } });
  await acceptance.delete(id, accepted.outs);
  expect(await live()).toEqual([]);

  const { id: second } = await connection.create(crossAccount());
  const rejected = await acceptance.create(half({ connectionId: second, decision: "reject" }));
  expect(rejected).toMatchObject({ id: second, outs: { status: "rejected" } });
});
