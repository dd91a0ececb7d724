import { CLOUDS, having } from "./clouds";
import { failure, keysOfB, openBench } from "./support";

describe.each(having("accept"))("a connection that has to be accepted, on $cloud", (under) => {
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
});

describe.each(having("update"))("a connection that is changed in place, on $cloud", (under) => {
  test("is as declared, found unchanged, and deleted", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    const changed = sameAccount(under.changes);
    expect((await connection.diff(id, outs, changed)).changes).toBeUndefined();
    const updated = await connection.update(id, outs, changed);
    expect(await connection.diff(id, updated.outs, changed)).toEqual({ changes: false });
    const [row] = await live();
    expect(row && under.shown(row)).toEqual(under.changes);

    await connection.delete(id, updated.outs);
    expect(await live()).toEqual([]);
    expect(await connection.read(id, updated.outs)).toEqual({});
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

  test("renamed in the console, it is shown as drift and set right", async () => {
    const { connection, sameAccount, admin, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await admin("PATCH", `/peerings/${id}`, { name: "renamed-by-hand" });
    const read = await connection.read(id, outs);
    expect(read.inputs).toEqual({ ...sameAccount(), name: "renamed-by-hand" });
    expect((await connection.diff(id, read.props ?? {}, sameAccount())).changes).toBeUndefined();
    await connection.update(id, read.props ?? {}, sameAccount());
    expect((await live()).map(({ name }) => name)).toEqual(["story"]);
  });

  test("with another account's keys it is left as it is", async () => {
    const { connection, connectionByB, sameAccount, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    const before = await live();
    const changed = sameAccount({ [under.text]: "Changed by B" });
    const failed = await failure(connectionByB.update(id, outs, changed));
    expect(failed.message + String(failed.reasons)).toContain(keysOfB(under));
    expect(failed.properties?.["status"]).toBe("active");
    expect(await live()).toEqual(before);
  });
});

describe.each(having("find", "update"))("a connection that a run left behind, on $cloud", (under) => {
  test("is found by an edited program, and changed", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const first = await connection.create(sameAccount());
    const edited = await connection.create(sameAccount({ [under.text]: "Edited meanwhile" }));
    expect(edited.id).toBe(first.id);
    expect((await live()).map((row) => row[under.text])).toEqual(["Edited meanwhile"]);
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

describe.each(having("find", "update"))("a connection that this stack did not make, on $cloud", (under) => {
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
    expect((await live()).map((row) => row[under.text])).toEqual([expect.stringMatching(/^Ours now/)]);
    const { inputs } = await connection.read(theirs.id, adopted.outs);
    expect(inputs).toMatchObject({ [under.text]: "Ours now" });
    // Where the mark cannot be changed, the connection still counts as the first one's.
    const theirsAgain = connection.create(sameAccount(stranger));
    if (under.canMark) {
      expect((await failure(theirsAgain)).message).toContain(under.taker("organization/story/dev"));
    } else {
      expect((await theirsAgain).id).toBe(theirs.id);
    }
  });
});

describe.each(having("accept", "update"))("when an answer is lost on the way, on $cloud", (under) => {
  test("accept, update and delete are as good as done", async () => {
    const drop = { type: "drop", when: "after" };
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

describe.each(having("update"))("a cloud that says not now to a change, on $cloud", (under) => {
  test.each(["throttled", "busy"] as const)("%s: the change is made again", async (refusal) => {
    const { connection, sameAccount, fault, live } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    await fault(under.actions.update, { type: "error", code: under.refusals[refusal] }, { times: 2 });
    await connection.update(id, outs, sameAccount({ [under.text]: "Changed in the end" }));
    expect((await live()).map((row) => row[under.text])).toEqual(["Changed in the end"]);
  });
});
