import type { WorldInput } from "../../emulator";
import { clouds } from "../clouds/index.cjs";
import type { Bench } from "./support";
import { failure, openBench } from "./support";

const under = clouds.alicloud;
const { create, get, update } = under.actions;
const [look] = under.callsOfCreate;

type Guesses = NonNullable<WorldInput["alicloud"]>["guesses"];

/** A bench where the cloud answers otherwise than assumed. */
const guessing = (guesses: Guesses): Promise<Bench> => openBench(under, { alicloud: { guesses } });

const lost = { type: "drop", when: "after" };

describe("a create, which a token makes repeatable", () => {
  test("is sent again after a lost answer without another look, and makes no twin though the cloud allows them", async () => {
    const { connection, sameAccount, fault, live, calls } = await guessing({ duplicatesAllowed: true });
    await fault(create, lost);
    const { id } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
    expect(await calls()).toEqual([look, create, create, get]);
  });

  test("is waited for while the cloud still works on its token", async () => {
    const { connection, sameAccount, fault, live, calls } = await guessing({ tokenInProgressMs: 1_500 });
    await fault(create, lost);
    const { id } = await connection.create(sameAccount());
    expect((await live()).map((row) => row.id)).toEqual([id]);
    expect((await calls()).filter((action) => action === create).length).toBeGreaterThan(2);
  });

  test("is found by a look where the token is forgotten before the next run", async () => {
    const { connection, sameAccount, live } = await guessing({
      duplicatesAllowed: true,
      tokenRetentionMs: 0,
    });
    const first = await connection.create(sameAccount());
    expect(await connection.create(sameAccount())).toEqual(first);
    expect(await live()).toHaveLength(1);
  });
});

test("a deleted connection that can still be read is gone, for read and for delete", async () => {
  const { connection, sameAccount, live } = await guessing({ deletedReadableMs: 3_600_000 });
  const { id, outs } = await connection.create(sameAccount());
  await connection.delete(id, outs);
  expect(await live()).toEqual([]);
  expect(await connection.read(id, outs)).toEqual({});
  await connection.delete(id, outs);
});

test("tags are put on and taken off by calls of their own, and the owner's mark stays among them", async () => {
  const { connection, sameAccount, live, calls, admin } = await openBench(under);
  const { id, outs } = await connection.create(sameAccount({ tags: { old: "tag", kept: "one" } }));
  const [before] = await live();
  await admin("DELETE", "/requests");
  await connection.update(id, outs, sameAccount({ tags: { new: "tag", kept: "two" } }));
  const [after] = await live();
  const { old: _, ...rest } = before?.tags ?? {};
  expect(Object.keys(rest)).toHaveLength(2);
  expect(after?.tags).toEqual({ ...rest, kept: "two", new: "tag" });
  expect((await calls()).filter((action) => action !== get).sort()).toEqual([
    "TagResources",
    "UnTagResources",
  ]);
});

test("an acceptance whose change fails still knows who asked, and the blocks of both VPCs", async () => {
  const { connection, acceptance, crossAccount, fault } = await openBench(under);
  const half = (more: object = {}) => ({
    cloud: "alicloud",
    requester: { vpcId: under.vpcs.hub.vpcId },
    accepter: under.vpcs.partner,
    expect: { accountId: under.accounts.a },
    decision: "accept",
    timeouts: { create: "10s" },
    __routed: {},
    ...more,
  });
  const { id } = await connection.create(crossAccount());
  const { outs } = await acceptance.create(half());
  await fault("TagResources", { type: "error", code: "Forbidden.RAM", status: 403 }, { times: 0 });
  const { properties } = await failure(acceptance.update(id, outs, half({ tags: { team: "network" } })));
  expect(properties).toEqual({ ...outs, status: "pending" });
  expect((await acceptance.read(id, properties ?? {})).props).toEqual(outs);
});

test("where a connection has all the tags that it can have, one takes the place of another", async () => {
  const { connection, sameAccount, live } = await openBench(under);
  const full = (last: string): { tags: Record<string, string> } => {
    const keys = [...Array.from({ length: 18 }, (_, n) => `key-${n}`), last];
    return { tags: Object.fromEntries(keys.map((key) => [key, "value"])) };
  };
  const { id, outs } = await connection.create(sameAccount(full("old")));
  await connection.update(id, outs, sameAccount(full("new")));
  const [{ tags } = { tags: {} }] = await live();
  expect(Object.keys(tags)).toHaveLength(20);
  expect(tags).toMatchObject(full("new").tags);
});

test("before its acceptance a connection's tags are changed, and a name that cannot be yet is put off", async () => {
  const { connection, crossAccount, live, fault } = await openBench(under);
  const { id, outs } = await connection.create(crossAccount({ tags: { team: "old" } }));
  const refusal = { type: "error", status: 400, code: "IncorrectStatus.VpcPeer" };
  await fault(update, refusal, { times: 0 });
  const wanted = crossAccount({ name: "renamed", tags: { team: "new" } });
  const updated = await connection.update(id, outs, wanted);
  expect(updated.outs).toMatchObject({ name: "story", tags: { team: "new" } });
  expect((await live())[0]).toMatchObject({ name: "story", tags: { team: "new" } });
  // So the next `up` still sees what was put off.
  expect(await connection.diff(id, updated.outs, wanted)).toMatchObject({ replaces: [] });
});
