import { CLOUDS } from "./clouds";
import { failure, openBench } from "./support";

describe.each(CLOUDS)("the life of a connection on $cloud", (under) => {
  test("within one account: made, found unchanged, changed in place, deleted", async () => {
    const { connection, sameAccount, live, calls } = await openBench(under);
    const inputs = sameAccount();
    expect(await connection.check({}, inputs)).toEqual({ inputs, failures: [] });
    const { id, outs } = await connection.create(inputs);
    expect(await calls()).toEqual(under.callsOfCreate);
    expect(outs).toMatchObject({ ...inputs, status: "active", stateVersion: 1, account: under.accounts.a });
    expect(await connection.diff(id, outs, inputs)).toEqual({ changes: false });

    const read = await connection.read(id, outs);
    expect(read).toEqual({ id, props: outs, inputs });

    const changed = sameAccount(under.changes);
    expect((await connection.diff(id, outs, changed)).changes).toBeUndefined();
    const updated = await connection.update(id, outs, changed);
    expect(await connection.diff(id, updated.outs, changed)).toEqual({ changes: false });
    const [row] = await live();
    expect(row && under.shown(row)).toEqual(under.changes);

    await connection.delete(id, updated.outs);
    expect(await live()).toEqual([]);
    await connection.delete(id, updated.outs);
    expect(await connection.read(id, updated.outs)).toEqual({});
  });

  test("between two accounts: pending until the other one accepts; accepting twice is as good as once", async () => {
    const { connection, acceptance, crossAccount, acceptanceOf, live } = await openBench(under);
    const { id, outs } = await connection.create(crossAccount());
    expect(outs["status"]).toBe("pending");
    expect(await connection.diff(id, outs, crossAccount())).toEqual({ changes: false });

    const accepted = await acceptance.create(acceptanceOf(id));
    expect(accepted).toMatchObject({ id, outs: { status: "active" } });
    expect(await acceptance.create(acceptanceOf(id))).toEqual(accepted);
    expect((await live()).map(({ status }) => status)).toEqual(["active"]);

    // What was pending is active now: that is how it should be, and no drift.
    const read = await connection.read(id, outs);
    expect(read.props?.["status"]).toBe("active");
    expect(await connection.diff(id, read.props ?? {}, crossAccount())).toEqual({ changes: false });
  });

  test("asking for the same again in another process makes no second connection", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const first = await connection.create(sameAccount());
    expect(await connection.create(sameAccount())).toEqual(first);
    const edited = await connection.create(sameAccount({ [under.text]: "Edited meanwhile" }));
    expect(edited.id).toBe(first.id);
    expect((await live()).map((row) => row[under.text])).toEqual(["Edited meanwhile"]);
  });

  test("after it was deleted, asking for the same makes a new one", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const first = await connection.create(sameAccount());
    await connection.delete(first.id, first.outs);
    const second = await connection.create(sameAccount());
    expect(second.id).not.toBe(first.id);
    expect((await live()).map(({ id }) => id)).toEqual([second.id]);
  });

  test("a change and its reversal and the change again all take effect", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const made = await connection.create(sameAccount({ [under.text]: "One" }));
    let outs = made.outs;
    for (const text of ["Two", "One", "Two", "One"]) {
      outs = (await connection.update(made.id, outs, sameAccount({ [under.text]: text }))).outs;
      expect((await live()).map((row) => row[under.text])).toEqual([text]);
    }
  });

  test("options that only this package uses are stored without a call", async () => {
    const { connection, sameAccount, calls } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    const before = await calls();
    const raised = sameAccount({ timeouts: { delete: "1h" } });
    expect((await connection.diff(id, outs, raised)).changes).toBeUndefined();
    expect((await connection.update(id, outs, raised)).outs["timeouts"]).toEqual({ delete: "1h" });
    expect(await calls()).toEqual(before);
  });
});

const CLEARABLE = CLOUDS.flatMap(({ clearable, ...under }) =>
  clearable === undefined ? [] : [{ ...under, clearable }],
);

describe.each(CLEARABLE)("what can be cleared on $cloud", (under) => {
  test("is cleared when it is not declared any more", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const { inputs, isThere } = under.clearable;
    const { id, outs } = await connection.create(sameAccount(inputs));
    expect((await live()).map(isThere)).toEqual([true]);
    const cleared = await connection.update(id, outs, sameAccount());
    expect((await live()).map(isThere)).toEqual([false]);
    expect(await connection.diff(id, cleared.outs, sameAccount())).toEqual({ changes: false });
    expect(await connection.read(id, cleared.outs)).toEqual({
      id,
      props: cleared.outs,
      inputs: sameAccount(),
    });
  });
});

describe.each(CLOUDS)("a connection that this stack did not make, on $cloud", (under) => {
  const stranger = { __owner: { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" } };

  test("is named with its owner, and left alone", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const theirs = await connection.create(sameAccount(stranger));
    const before = await live();
    const { message, id } = await failure(connection.create(sameAccount()));
    expect(message).toContain(`are connected already by ${theirs.id} ("story")`);
    expect(message).toContain(under.maker("organization/other/prod"));
    expect(id).toBeUndefined();
    expect(await live()).toEqual(before);
  });

  test("is taken over by its id, and by `true` only if no stack owns it", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const theirs = await connection.create(sameAccount(stranger));
    await failure(connection.create(sameAccount({ adopt: true })));
    const adopted = await connection.create(sameAccount({ adopt: theirs.id, [under.text]: "Ours now" }));
    expect(adopted.id).toBe(theirs.id);
    expect((await live()).map((row) => row[under.text])).toEqual(["Ours now"]);
    // Where the mark cannot be changed, the connection still counts as the first one's.
    const theirsAgain = connection.create(sameAccount(stranger));
    if (under.canMark) {
      expect((await failure(theirsAgain)).message).toContain(under.maker("organization/story/dev"));
    } else {
      expect((await theirsAgain).id).toBe(theirs.id);
    }
  });
});

describe.each(CLOUDS)("what happens behind our back, on $cloud", (under) => {
  test("a connection renamed in the console is shown as drift and set right", async () => {
    const { connection, sameAccount, admin, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await admin("PATCH", `/peerings/${id}`, { name: "renamed-by-hand" });
    const read = await connection.read(id, outs);
    expect(read.inputs).toEqual({ ...sameAccount(), name: "renamed-by-hand" });
    expect((await connection.diff(id, read.props ?? {}, sameAccount())).changes).toBeUndefined();
    await connection.update(id, read.props ?? {}, sameAccount());
    expect((await live()).map(({ name }) => name)).toEqual(["story"]);
  });

  test.each(["rejected", "expired"])(
    "a %s connection is replaced, deleted first, and says why",
    async (status) => {
      const { connection, crossAccount, admin, live } = await openBench(under);
      const { id, outs } = await connection.create(crossAccount());
      await admin("PATCH", `/peerings/${id}`, { status });
      const read = await connection.read(id, outs);
      expect(read.props?.["status"]).toBe(status);
      expect(await connection.diff(id, read.props ?? {}, crossAccount())).toEqual({
        changes: true,
        replaces: ["status"],
        deleteBeforeReplace: true,
      });
      await connection.delete(id, read.props ?? {});
      const { id: next } = await connection.create(crossAccount());
      expect((await live()).map((row) => [row.id, row.status])).toEqual([[next, "pending"]]);
    },
  );

  test("a connection that is gone leaves the state", async () => {
    const { connection, sameAccount, admin } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await admin("DELETE", `/peerings/${id}`);
    expect(await connection.read(id, outs)).toEqual({});
  });

  test("with another account's keys nothing is believed to be gone", async () => {
    const { connection, connectionByB, sameAccount, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    for (const hook of [
      connectionByB.read(id, outs),
      connectionByB.delete(id, outs),
      connectionByB.update(id, outs, sameAccount({ [under.text]: "Changed by B" })),
    ]) {
      const failed = await failure(hook);
      expect(failed.message + String(failed.reasons)).toContain(
        `These keys belong to account ${under.accounts.b}, but account ${under.accounts.a} is declared.`,
      );
      expect(failed.properties?.["status"] ?? "active").toBe("active");
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

  test("accept, update and delete are as good as done", async () => {
    const { connection, acceptance, crossAccount, acceptanceOf, fault, live } = await openBench(under);
    const { id, outs } = await connection.create(crossAccount());
    await fault(under.actions.accept, drop);
    expect((await acceptance.create(acceptanceOf(id))).outs["status"]).toBe("active");
    await fault(under.actions.update, drop);
    const changed = crossAccount({ [under.text]: "Changed once" });
    const updated = await connection.update(id, { ...outs, status: "active" }, changed);
    expect((await live()).map((row) => row[under.text])).toEqual(["Changed once"]);
    await fault(under.actions.delete, drop);
    await connection.delete(id, updated.outs);
    expect(await live()).toEqual([]);
  });
});

describe.each(CLOUDS)("a cloud that says not now, on $cloud", (under) => {
  test.each(["throttled", "busy"] as const)("%s: each call is made again", async (refusal) => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    const code = under.refusals[refusal];
    for (const action of [under.actions.create, under.actions.update, under.actions.delete]) {
      await fault(action, { type: "error", code }, { times: 2 });
    }
    const { id, outs } = await connection.create(sameAccount());
    const updated = await connection.update(id, outs, sameAccount({ [under.text]: "Changed in the end" }));
    expect((await live()).map((row) => row[under.text])).toEqual(["Changed in the end"]);
    await connection.delete(id, updated.outs);
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
