import type { SharedCloud } from "../../../../../src/provider/clouds/sharing/sharedCloud";
import { peering } from "../../../support/samples";
import { ids, open, REGION, seed } from "./sharedCloudSupport";

test("who looks alone asks for the one connection, however often", async () => {
  const { get, calls, context, clock } = open({ count: 3 });
  const mine = context();
  for (let look = 0; look < 3; look++) {
    await get("pcc-1", mine);
    await clock.after(500);
  }
  expect(calls).toEqual(["get pcc-1", "get pcc-1", "get pcc-1"]);
});

test("many that look together share a list, and those that come soon after it is read too", async () => {
  const { get, calls } = open({ count: 200 });
  const all = [...ids(200)];
  for (let wave = 0; wave < 25; wave++) {
    const seen = await Promise.all(all.splice(0, 8).map((id) => get(id)));
    expect(seen.every((one) => one !== undefined)).toBe(true);
  }
  expect(calls.length).toBeLessThanOrEqual(4);
});

test("a connection that is not in the list is asked for by its id before it counts as gone", async () => {
  const { get, calls, connections } = open({ count: 3 });
  connections.delete("pcc-1");
  expect((await Promise.all(ids(3).map((id) => get(id)))).map((one) => one?.id)).toEqual([
    "pcc-0",
    undefined,
    "pcc-2",
  ]);
  expect(calls).toContain("get pcc-1");
});

test("no list from before a change answers a look from after it", async () => {
  const { cloud, get, make, pair, context, calls } = open({ count: 4 });
  await Promise.all(ids(4).map((id) => get(id)));
  const before = calls.length;
  const id = await make(9);
  const [found] = await Promise.all([cloud.find(pair(9), context()), get("pcc-0")]);
  expect(found.map((one) => one.id)).toEqual([id]);
  expect(calls.slice(before)).toEqual(["create", "list"]);
});

test("the same look is never answered twice by one list: who waits wants to see something newer", async () => {
  const { get, connections, context } = open({ count: 2 });
  const [mine, other] = [context(), context()];
  await Promise.all([get("pcc-1", other), get("pcc-0", mine)]);
  connections.set("pcc-0", { ...peering, id: "pcc-0", status: "rejected" });
  expect((await get("pcc-0", mine))?.status).toBe("rejected");
});

test("a list of five seconds ago is too old", async () => {
  const { get, connections, clock, context } = open({ count: 3 });
  await Promise.all([get("pcc-0"), get("pcc-1")]);
  await clock.after(5_100);
  connections.set("pcc-2", { ...peering, id: "pcc-2", status: "rejected" });
  expect((await get("pcc-2", context()))?.status).toBe("rejected");
});

test("what an older list shows of a pair of VPCs is not built upon: it may be gone since", async () => {
  const { cloud, get, pair, context, connections } = open({ count: 2 });
  await Promise.all([get("pcc-0"), get("pcc-1")]);
  connections.clear();
  expect(await cloud.find(pair(0), context())).toEqual([]);
});

test("what was changed a moment ago is asked for by its id: lists may lag behind", async () => {
  const { cloud, get, context, calls } = open({ count: 2 });
  await Promise.all([get("pcc-0"), get("pcc-1")]);
  const difference = { set: {}, setTags: {}, dropTags: [] };
  await cloud.update({ id: "pcc-0", region: REGION, difference, seed }, context());
  await get("pcc-0");
  expect(calls.at(-1)).toBe("get pcc-0");
});

test("a list with more pages than there are askers is not read to its end", async () => {
  const { get, calls } = open({ count: 100, perPage: 10 });
  const seen = await Promise.all(["pcc-0", "pcc-5", "pcc-99"].map((id) => get(id)));
  expect(seen.map((one) => one?.id)).toEqual(["pcc-0", "pcc-5", "pcc-99"]);
  expect(calls).toEqual(["list", "list", "list", "get pcc-99"]);
  calls.length = 0;
  await Promise.all(["pcc-4", "pcc-98"].map((id) => get(id)));
  expect(calls.filter((one) => one === "list").length).toBeLessThanOrEqual(5);
});

test("who looks while a list is read shares the next one with all others that do", async () => {
  const { get, clock, calls } = open({ count: 30, perPage: 1 });
  const first = Promise.all(ids(30).map((id) => get(id)));
  await clock.after(60);
  const later: Promise<unknown>[] = [];
  for (const id of ids(8)) {
    later.push(get(id));
    await clock.after(1);
  }
  await Promise.all([first, ...later]);
  expect(calls.filter((one) => one.startsWith("get")).length).toBeLessThanOrEqual(1);
  expect(calls.filter((one) => one === "list").length).toBeLessThanOrEqual(2 * 30);
});

/** A cloud whose list has six pages, as is known, and in which a connection was just made. */
async function openAndCreate({ most }: { most: number }) {
  const opened = open({ count: 300, perPage: 50, most });
  await Promise.all(ids(20).map((id) => opened.get(id)));
  await opened.make(900);
  opened.calls.length = 0;
  return opened;
}

test("while connections are made, a list is read only if it spares two calls for each of its own", async () => {
  const { get, calls } = await openAndCreate({ most: 20 });
  await Promise.all(ids(11).map((id) => get(id)));
  expect(calls).toEqual(ids(11).map((id) => `get ${id}`));
  calls.length = 0;
  await Promise.all(ids(14).map((id) => get(id)));
  expect(calls).toEqual(Array.from({ length: 7 }, () => "list"));
});

test.each([
  { most: 11, takesMs: 5 },
  { most: 14, takesMs: 85 },
])(
  "with $most at work, a look takes $takesMs ms: nobody waits for a list that cannot be read",
  async (one) => {
    const { get, clock } = await openAndCreate(one);
    const startedAt = clock.now();
    await get("pcc-0");
    expect(clock.now() - startedAt).toBe(one.takesMs);
  },
);

test("a change that waits for room under a limit holds no look up", async () => {
  const { get, make, clock } = open({ count: 3, queueMs: 60_000 });
  const startedAt = clock.now();
  const made = make(9);
  await Promise.all(ids(3).map((id) => get(id)));
  expect(clock.now() - startedAt).toBeLessThan(150);
  await made;
});

test("keys that may not list ask for each connection by its id, and try the list once", async () => {
  const { get, calls, forbid } = open({ count: 4 });
  forbid();
  await Promise.all([get("pcc-0"), get("pcc-1")]);
  await Promise.all([get("pcc-2"), get("pcc-3")]);
  expect(calls).toEqual(["list", ...ids(4).map((id) => `get ${id}`)]);
});

test("who sleeps is woken by a list that somebody else needed", async () => {
  const { cloud, get, context, calls, clock } = open({ count: 2 });
  const [mine, other] = [context(), context()];
  await get("pcc-0", mine);
  const startedAt = clock.now();
  const slept = cloud
    .sleepUntilNews({ of: { id: "pcc-0", region: REGION }, ms: 60_000 }, mine)
    .then(() => clock.now());
  await get("pcc-1", other);
  expect((await slept) - startedAt).toBeLessThan(1_000);
  const before = calls.length;
  expect((await get("pcc-0", mine))?.id).toBe("pcc-0");
  expect(calls.length).toBe(before);
});

test("where the cloud has no list, each is asked for by its id", async () => {
  const { get, calls } = open({ count: 4, lacks: ["list"] });
  expect((await Promise.all(ids(4).map((id) => get(id)))).map((one) => one?.id)).toEqual(ids(4));
  expect(new Set(calls)).toEqual(new Set(ids(4).map((id) => `get ${id}`)));
});

test("a verb that the cloud lacks is lacking in the shared one too, and those that it has are there", () => {
  const { cloud } = open({ lacks: ["find", "update"] });
  const { find, update, list, accept } = cloud as Partial<SharedCloud>;
  expect([find, update, accept]).toEqual([undefined, undefined, undefined]);
  expect(list).toBeDefined();
});
