import { isWrite, openRoutes } from "./routesBench";
import { ROUTED } from "./routingBench";
import { failure } from "./support";

/** Deletes the bench's connection in new processes, as the state of its create has it. */
async function connectionOf(
  { anew, sameAccount }: Awaited<ReturnType<typeof openRoutes>>,
  more: Record<string, unknown>,
  inputsOf = sameAccount,
) {
  const { outs, id } = await anew().connection.create(inputsOf({ __routed: {}, ...more }));
  return { outs, destroy: () => anew().connection.delete(id, outs) };
}

describe.each(ROUTED)("routes that a killed process has left on $cloud, and no state knows", (under) => {
  test.each([true, false])("do not keep the connection (its state tells of routes: %s)", async (isRouted) => {
    const bench = await openRoutes(under);
    await Promise.all([bench.hub.up(), bench.other.up()]);
    const { destroy } = await connectionOf(
      bench,
      isRouted ? {} : { __routed: undefined, timeouts: { delete: "60s" } },
    );
    await destroy();
    expect([await bench.live(), await bench.all()]).toEqual([[], []]);
  });
});

/** The clouds that keep a connection as long as routes point at it. */
const KEEPING = ROUTED.filter(({ routing }) => routing.keptBy !== undefined);

describe.each(KEEPING)("on $cloud, which keeps a connection that routes point at", (under) => {
  const { actions, forbidden, keptBy } = under.routing;
  const refused = new RegExp(`^Cannot delete connection \\S+: .*${String(keptBy)}`);

  test("routes of others are left, and the error names each of them, and both ways out", async () => {
    const bench = await openRoutes(under);
    const { id, hub, main, put, there, live, newCalls } = bench;
    await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] });
    await put(main, "10.1.7.0/24", id, { description: "by hand" });
    await put(under.routing.table, "10.1.0.0/16", id);
    const { destroy } = await connectionOf(bench, { timeouts: { delete: "5s" } });
    await newCalls();
    const { message } = await failure(destroy());
    expect(message).toMatch(refused);
    expect(message).toMatch(new RegExp(`in ${main} of ${under.vpcs.hub.vpcId}, 10.1.7.0/24 \\(\\S+\\)`));
    expect(message).toMatch(
      new RegExp(`in ${under.routing.table} of ${under.vpcs.hub.vpcId}, 10.1.0.0/16 \\(\\S+\\)`),
    );
    expect(message).toContain("Remove the routes that point at it, or set `forceDelete: true`");
    expect((await there()).length).toBe(2);
    expect((await live()).length).toBe(1);
    expect((await newCalls()).filter(isWrite)).toContain(actions.remove);
  });

  test("between accounts, it says whose routes cannot be seen", async () => {
    const bench = await openRoutes(under, { isCross: true });
    const { id, acceptance, acceptanceOf, other, all } = bench;
    await acceptance.create(acceptanceOf(id));
    await other.up();
    const { destroy } = await connectionOf(bench, { timeouts: { delete: "5s" } }, bench.crossAccount);
    const { message } = await failure(destroy());
    expect(message).toMatch(refused);
    expect(message).toContain(
      `Those of ${under.vpcs.partner.vpcId}, which belongs to ${under.accounts.b}, are not seen with these keys.`,
    );
    expect((await all()).length).toBe(2);
    await other.destroy();
    await destroy();
  });

  test("with forceDelete no table is looked at", async () => {
    const bench = await openRoutes(under);
    await bench.hub.up();
    const { destroy } = await connectionOf(bench, { forceDelete: true });
    await bench.newCalls();
    await destroy();
    expect((await bench.newCalls()).filter((action) => action.includes("Route"))).toEqual([]);
  });

  test("a connection without routes is deleted without a look at tables", async () => {
    const bench = await openRoutes(under);
    const { destroy } = await connectionOf(bench, { __routed: undefined });
    await bench.newCalls();
    await destroy();
    expect((await bench.newCalls()).filter((action) => action.includes("Route"))).toEqual([]);
  });

  test("keys that may not look at tables delete all the same, where nothing is in the way", async () => {
    const bench = await openRoutes(under);
    const { destroy } = await connectionOf(bench, {});
    await bench.fault(actions.tables, { type: "error", code: forbidden.code, status: 403 }, { times: 0 });
    await destroy();
    expect(await bench.live()).toEqual([]);
  });
});
