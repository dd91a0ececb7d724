import { blocks, changeOf, openRouting, refusals, ROUTED, routeTo } from "./routingBench";

const NOT_MADE = "10.1.250.0/24";

describe.each(ROUTED)("when the cloud makes trouble, on $cloud", (under) => {
  const { routing } = under;
  const { actions } = routing;
  const [first] = routing.connections;
  const lost = { type: "drop", when: "after" };

  test("an answer that is lost after the work was done is no failure", async () => {
    const { write, main, to, there, admin, fault } = await openRouting(under);
    const { id: table } = await main();
    const losing = async (action: string, change: Parameters<typeof write>[0]) => {
      await fault(action, lost);
      expect(await write(change)).toMatchObject({ refused: [] });
      expect(await admin("GET", "/faults")).toMatchObject([{ hits: 1 }]);
      await admin("DELETE", "/faults");
    };
    await losing(actions.add, { add: [to("10.1.0.0/24")] });
    await losing(actions.addMany, {
      add: blocks(4)
        .slice(1)
        .map((block) => to(block)),
    });
    expect(await there()).toEqual(blocks(4).map((block) => `${block} ${first} available`));
    const hop = { kind: "other", id: "gateway-1" };
    await admin("POST", "/routes", { cloud: under.cloud, table, destination: "10.1.0.0/24", hop });
    const route = routeTo(await main(), "10.1.0.0/24");
    await losing(actions.redirect, { redirect: [{ route, to: to("10.1.0.0/24") }] });
    expect(await there()).toEqual(blocks(4).map((block) => `${block} ${first} available`));
    const { routes } = await main();
    await losing(actions.remove, { remove: routes.slice(0, 1) });
    await losing(actions.removeMany, { remove: routes.slice(1) });
    expect(await there()).toEqual([]);
  });

  test.each(routing.passing)("%s: each call is made again", async (code) => {
    const { write, main, to, there, fault } = await openRouting(under);
    for (const action of new Set(Object.values(actions)))
      await fault(action, { type: "error", code }, { times: 2 });
    await write({ add: [to("10.1.0.0/16")] });
    await write({ add: [to("10.101.0.0/16"), to("10.1.1.0/24")] });
    expect((await there()).length).toBe(3);
    const { routes } = await main();
    await write({ remove: routes.slice(0, 1) });
    await write({ remove: routes.slice(1) });
    expect(await there()).toEqual([]);
  });

  test("a task of the VPC that takes its time is waited for, a second writer's too", async () => {
    const { verbs, context, hub, write, main, to, rows } = await openRouting(under, {
      timings: { routeMs: 2_500 },
    });
    const change = { ...changeOf(routing.table), add: blocks(3).map((block) => to(block)) };
    const written = await Promise.all([
      write({ add: blocks(3).map((block) => to(block)) }),
      verbs.write({ ...hub, change }, context()),
      write({ add: [to("10.101.0.0/16")] }),
    ]);
    expect(written.map(({ refused }) => refused)).toEqual([[], [], []]);
    expect((await rows()).length).toBe(7);
    const { routes } = await main();
    const { refused } = await write({ remove: routes, add: [to("10.1.200.0/24")] });
    expect(refused).toEqual([]);
    const left = (await main()).routes.filter(({ state }) => state !== "going");
    expect(left.map(({ destination }) => destination)).toEqual(["10.1.200.0/24"]);
  });

  test.each(routing.otherwise)(
    "where %s, routes come, are led back and go all the same",
    async (_, world) => {
      const { write, main, to, there, admin, fault } = await openRouting(under, {
        ...world,
        timings: { routeMs: 1_000 },
      });
      const { id: table } = await main();
      const hop = { kind: "other", id: "gateway-1" };
      await admin("POST", "/routes", { cloud: under.cloud, table, destination: "10.1.2.0/24", hop });
      await fault(actions.addMany, lost);
      const add = [...blocks(4), "2001:db8:1:a::/64"].map((block) => to(block));
      expect(refusals(await write({ add }))).toEqual(["10.1.2.0/24 duplicate"]);
      const route = routeTo(await main(), "10.1.2.0/24");
      await write({ redirect: [{ route, to: to("10.1.2.0/24") }] });
      expect((await there()).map((line) => line.split(" ")[1])).toEqual(
        Array.from({ length: 5 }, () => first),
      );
      const { routes } = await main();
      const stray = { ...routeTo(await main(), "10.1.0.0/24"), destination: NOT_MADE, id: "rti-nowhere1" };
      expect(await write({ remove: [stray] })).toMatchObject({ refused: [] });
      await write({ remove: routes });
      expect((await main()).routes.filter(({ state }) => state !== "going")).toEqual([]);
    },
  );
});
