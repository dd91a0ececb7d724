import { cloudModule } from "../../src/provider/clouds/registry";
import type { Verb } from "../clouds/index.cjs";
import { CLOUDS } from "./clouds";
import { failure, keysOfB, openBench, testOfDynamic } from "./support";

const VERBS: readonly Verb[] = ["find", "list", "accept", "reject", "update"];

test.each(CLOUDS)(
  "$cloud has every verb but those that its row says it lacks",
  async ({ cloud, lacks = [] }) => {
    const spokenTo = (await cloudModule(cloud)).open(() => undefined);
    expect(VERBS.filter((verb) => spokenTo[verb] === undefined)).toEqual(lacks);
  },
);

describe.each(CLOUDS)("the life of a connection on $cloud", (under) => {
  test("within one account: made, found unchanged, deleted", async () => {
    const { connection, sameAccount, live, calls } = await openBench(under);
    const inputs = sameAccount();
    expect(await connection.check({}, inputs)).toEqual({ inputs, failures: [] });
    const { id, outs } = await connection.create(inputs);
    expect(await calls()).toEqual(under.callsOfCreate);
    expect(outs).toMatchObject({ ...inputs, status: "active", stateVersion: 1, account: under.accounts.a });
    expect(await connection.diff(id, outs, inputs)).toEqual({ changes: false });

    const read = await connection.read(id, outs);
    expect(read).toEqual({ id, props: outs, inputs });

    await connection.delete(id, outs);
    expect(await live()).toEqual([]);
    await connection.delete(id, outs);
    expect(await connection.read(id, outs)).toEqual({});
  });

  test("asking for the same again in another process makes no second connection", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const first = await connection.create(sameAccount());
    expect(await connection.create(sameAccount())).toEqual(first);
    expect((await live()).map(({ id }) => id)).toEqual([first.id]);
  });

  test("after it was deleted, asking for the same makes a new one", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const first = await connection.create(sameAccount());
    await connection.delete(first.id, first.outs);
    const second = await connection.create(sameAccount());
    expect(second.id).not.toBe(first.id);
    expect((await live()).map(({ id }) => id)).toEqual([second.id]);
  });

  testOfDynamic("options that only this package uses are stored without a call", async () => {
    const { connection, sameAccount, calls } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    const before = await calls();
    const raised = sameAccount({ timeouts: { delete: "1h" } });
    expect((await connection.diff(id, outs, raised)).changes).toBeUndefined();
    expect((await connection.update(id, outs, raised)).outs["timeouts"]).toEqual({ delete: "1h" });
    expect(await calls()).toEqual(before);
  });
});

describe.each(CLOUDS)("what happens behind our back, on $cloud", (under) => {
  test("a connection that is gone leaves the state", async () => {
    const { connection, sameAccount, admin } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await admin("DELETE", `/peerings/${id}`);
    expect(await connection.read(id, outs)).toEqual({});
  });

  test("with another account's keys nothing is believed to be gone", async () => {
    const { connection, connectionByB, sameAccount, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    for (const hook of [() => connectionByB.read(id, outs), () => connectionByB.delete(id, outs)]) {
      const { message, reasons } = await failure(hook());
      expect(message + String(reasons)).toContain(keysOfB(under));
    }
    expect((await live()).map((row) => row.id)).toEqual([id]);
  });
});

describe.each(CLOUDS)("when an answer is lost after the work was done, on $cloud", (under) => {
  const drop = { type: "drop", when: "after" };

  test("create goes on with the connection that was made", async () => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    await fault(under.actions.create, drop);
    const { id } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
  });

  test("delete is as good as done", async () => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await fault(under.actions.delete, drop);
    await connection.delete(id, outs);
    expect(await live()).toEqual([]);
  });
});

describe.each(CLOUDS)("a cloud that says not now, on $cloud", (under) => {
  test.each(["throttled", "busy"] as const)("%s: each call is made again", async (refusal) => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    const code = under.refusals[refusal];
    for (const action of [under.actions.create, under.actions.delete]) {
      await fault(action, { type: "error", code }, { times: 2 });
    }
    const { id, outs } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
    await connection.delete(id, outs);
    expect(await live()).toEqual([]);
  });

  test("for ever: the deadline ends it, with what was seen and what to do", async () => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    await fault(under.actions.create, { type: "error", code: under.refusals.busy }, { times: 0 });
    const { message, stack } = await failure(connection.create(sameAccount({ timeouts: { create: "1s" } })));
    expect(message).toMatch(/tries within the limit of 1s/);
    expect(stack).toBe("");
    expect(await live()).toEqual([]);
  });

  test("an answer that never comes is given up, and the call is made again", async () => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    await fault(under.actions.create, { type: "delay", when: "after", ms: 24 * 3_600_000 });
    const { id } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
  });

  test("a connection that never becomes active keeps its id", async () => {
    const { world, status } = under.stuck;
    const { connection, sameAccount } = await openBench(under, world);
    const inputs = sameAccount({ timeouts: { create: "1s" } });
    const failed = await failure(connection.create(inputs));
    expect(failed.id).toBeDefined();
    expect(failed.properties).toMatchObject({ __provider: "the line", status });
    expect(failed.reasons).toEqual([
      expect.stringMatching(new RegExp(`did not become ready within 1s: saw ${status} × \\d+`)),
    ]);
    const answer = await connection.diff(failed.id ?? "", failed.properties ?? {}, inputs);
    expect(answer).toEqual({ changes: true });
  });
});
