import type { RouteRow } from "../../emulator";
import { CLOUDS } from "./clouds";
import { reach, routesIn } from "./reach";
import { openStack } from "./support";

const UP = ["up", "--yes", "--skip-preview"];

test.each(CLOUDS)(
  "$cloud: routes: true is all that it takes for two VPCs to reach each other",
  async ({ cloud, prelude, worldOf, betweenRegions, vpcIds, digits }) => {
    const id = (begin: string, n: number): string => begin + String(n).padStart(digits, "0");
    const [hub, own, partner] = [id(vpcIds.a, 0), id(vpcIds.a, 1), id(vpcIds.b, 1)];
    const world = worldOf(1, 1);
    const stack = await openStack(
      `${prelude}
      const provider = a();
      const peer = (name, accepter) =>
        new VpcPeering(name, { cloud: "${cloud}", requester: hub, accepter, routes: true, ...(accepter.region === undefined ? {} : ${JSON.stringify(betweenRegions)}) }, { provider });
      exports.own = peer("own", own(1)).routes;
      exports.partner = peer("partner", { ...partner(1), provider: b() }).routes;`,
      { world: { ...world, timings: { ...world.timings, routeMs: 300 } } },
    );
    for (const other of [own, partner])
      expect(await reach(stack, hub, other)).toMatchObject({ reaches: false });

    await stack.ok("preview");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok(...UP);
    for (const other of [own, partner])
      expect(await reach(stack, hub, other)).toMatchObject({ reaches: true });

    await stack.newCalls();
    await stack.ok("preview", "--expect-no-changes");
    await stack.ok(...UP);
    expect(await stack.newCalls()).toEqual([]);

    const written = await routesIn(stack);
    expect(written).toHaveLength(4);
    const [gone, redirected] = written.filter(({ vpcId }) => vpcId === hub) as [RouteRow, RouteRow];
    await stack.admin("DELETE", "/routes", { cloud, table: gone.table, destination: gone.destination });
    await stack.admin("DELETE", "/routes", {
      cloud,
      table: redirected.table,
      destination: redirected.destination,
    });
    await stack.admin("POST", "/routes", {
      cloud,
      table: redirected.table,
      destination: redirected.destination,
      hop: { kind: "other", id: "nat-1" },
    });
    const refreshed = await stack.ok("refresh", "--yes", "--skip-preview");
    for (const { table, destination } of [gone, redirected]) {
      expect(refreshed).toContain(`by somebody else: ${table}: ${destination}.`);
    }
    await stack.ok(...UP);
    for (const other of [own, partner])
      expect(await reach(stack, hub, other)).toMatchObject({ reaches: true });
    await stack.ok("preview", "--refresh", "--expect-no-changes");

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(stack)).toEqual([]);
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  },
);
