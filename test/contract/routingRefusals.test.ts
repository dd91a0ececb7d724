import { blocks, changeOf, openRouting, refusals, ROUTED, routeTo } from "./routingBench";
import { failure } from "./support";

describe.each(ROUTED)("what is refused on $cloud", (under) => {
  const { routing } = under;
  const { actions } = routing;
  const [first, second] = routing.connections;

  test("a route to where somebody else's leads, and no other one", async () => {
    const { write, main, to, there, admin } = await openRouting(under);
    const { id: table } = await main();
    const hop = { kind: "peering", id: second };
    await admin("POST", "/routes", { cloud: under.cloud, table, destination: "10.1.2.0/24", hop });
    for (const add of [blocks(5), ["10.1.2.0/24"]]) {
      const written = await write({ add: add.map((block) => to(block)) });
      expect(refusals(written)).toEqual(["10.1.2.0/24 duplicate"]);
    }
    expect(await there()).toEqual(
      blocks(5).map((block) => `${block} ${block === "10.1.2.0/24" ? second : first} available`),
    );
  });

  test("nothing that is there already, or gone already", async () => {
    const { write, main, to, there } = await openRouting(under);
    const add = blocks(3).map((block) => to(block));
    await write({ add: add.slice(0, 2) });
    const { routes } = await main();
    expect(await write({ add })).toMatchObject({ refused: [] });
    expect(await write({ add: add.slice(0, 1) })).toMatchObject({ refused: [] });
    expect((await there()).length).toBe(3);
    await write({ remove: routes.slice(0, 1) });
    expect(await write({ remove: routes })).toMatchObject({ refused: [] });
    expect(await write({ remove: routes.slice(0, 1) })).toMatchObject({ refused: [] });
    expect(await there()).toEqual([`10.1.2.0/24 ${first} available`]);
  });

  test("a destination that no table can have, and no other one", async () => {
    const { write, to, there } = await openRouting(under);
    const { ownDestination } = routing;
    const written = await write({ add: [...blocks(4), ownDestination].map((block) => to(block)) });
    expect(refusals(written)).toEqual([`${ownDestination} invalid`]);
    expect(written.refused[0]?.error.message).toMatch(/destination/);
    expect((await there()).length).toBe(4);
  });

  test("what is beyond the quota, which the message tells", async () => {
    const { write, to, there } = await openRouting(under, routing.quota(5));
    const written = await write({ add: blocks(8).map((block) => to(block)) });
    expect(written.refused.map(({ error }) => error.kind)).toEqual(["quota", "quota", "quota"]);
    expect(written.refused[0]?.error.message).toMatch(/A route table can have \d+ routes/);
    expect((await there()).length).toBe(5);
  });

  test("a route to a connection that is not active, or not there", async () => {
    const { write, to, admin } = await openRouting(under);
    await admin("PATCH", `/peerings/${first}`, { status: "expired" });
    expect(refusals(await write({ add: [to("10.1.0.0/16")] }))).toEqual(["10.1.0.0/16 wrongState"]);
    await admin("DELETE", `/peerings/${first}`);
    const written = await write({ add: [to("10.1.0.0/16"), to("10.101.0.0/16")] });
    expect(refusals(written)).toEqual(
      ["10.1.0.0/16", "10.101.0.0/16"].map((block) => `${block} ${routing.deadConnection}`),
    );
  });

  test("in a table that is gone, what is to be added; what is to be removed is", async () => {
    const { verbs, context, hub, write, main, to } = await openRouting(under);
    await write({ add: [to("10.1.0.0/16"), to("10.101.0.0/16")] });
    const { routes } = await main();
    const gone = changeOf(routing.nowhere);
    const added = await verbs.write({ ...hub, change: { ...gone, add: [to("10.1.0.0/16")] } }, context());
    expect(refusals(added)).toEqual(["10.1.0.0/16 gone"]);
    for (const remove of [routes, routes.slice(0, 1)])
      expect(await verbs.write({ ...hub, change: { ...gone, remove } }, context())).toEqual({ refused: [] });
  });

  test("a change of a route that is gone", async () => {
    const { write, main, to, admin } = await openRouting(under);
    const { id: table } = await main();
    const hop = { kind: "other", id: "gateway-1" };
    const place = { cloud: under.cloud, table, destination: "10.1.0.0/16" };
    await admin("POST", "/routes", { ...place, hop });
    const route = routeTo(await main(), "10.1.0.0/16");
    await admin("DELETE", "/routes", place);
    const written = await write({ redirect: [{ route, to: to("10.1.0.0/16") }] });
    expect(written.refused.map(({ destination }) => destination)).toEqual(["10.1.0.0/16"]);
  });

  test("all of it, where the keys may not: the message names the permission and the page", async () => {
    const { write, to, there, fault, calls } = await openRouting(under);
    const { code, words } = routing.forbidden;
    await fault(actions.add, { type: "error", code }, { times: 0 });
    const { message } = await failure(write({ add: [to("10.1.0.0/16")] }));
    expect(message).toContain(`\`${words}\``);
    expect(message).toContain(`"With routes" in docs/${under.cloud}.md`);
    expect(await there()).toEqual([]);
    expect(await calls()).toEqual([actions.add]);
  });
});
