import type { CloudOfTests } from "./clouds";
import { vpcsIn } from "./clouds";
import { CLOUDS_WITH_ROUTES, idsOn, lettersOf, reach, routesIn, worldWith } from "./reach";
import { openStack } from "./support";

const UP = ["up", "--yes", "--skip-preview"];

/** A peering of the hub with one of the partner's VPCs, and what it says of each end and of itself. */
const program = (
  { cloud, prelude, betweenRegions }: CloudOfTests,
  { requester = "", accepter = "", more = "", peer = 1 },
): string => `${prelude}
const peering = new VpcPeering("p", {
  cloud: "${cloud}",
  requester: { ...hub, provider: a(), ${requester} },
  accepter: { ...partner(${peer}), provider: b(), ${accepter} },
  ...${JSON.stringify(betweenRegions)}, ${more}
});
exports.routes = peering.routes;`;

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: routes come, change and go with what a program says, and a connection is replaced between them",
  async (under) => {
    const { cloud, routing } = under;
    const { hub, partner } = idsOn(under);
    const custom = { tables: [{ id: routing.table }] };
    const world = worldWith(under, [0, 2], { [hub]: custom });
    const [hubBlock, first] = vpcsIn(world, cloud).map(({ cidrBlocks }) => cidrBlocks[0] ?? "");
    const half = String(first).replace("/24", "/25");
    const stack = await openStack(program(under, {}), { world });
    const says = (args: Parameters<typeof program>[1]): Promise<void> => stack.write(program(under, args));
    const letters = async (): Promise<string> => lettersOf(await stack.newCalls(), under);

    await stack.ok(...UP);
    const made = (await stack.peerings())[0]?.id ?? "";
    expect(await letters()).toBe("CA");

    // Of one end, for a connection that is there: only the blocks of the VPCs are read for it.
    await says({ requester: "routes: true," });
    const onFirst = await stack.ok("preview", "--diff");
    expect(onFirst).toContain("reads the address blocks");
    expect(onFirst).toMatch(/destinations: \[unknown\]/);
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok(...UP);
    expect(await letters()).toMatch(/^r+$/);
    expect(await reach(stack, hub, partner(1))).toMatchObject({
      reaches: false,
      forward: { reaches: true },
      back: { reaches: false },
    });

    await says({ more: "routes: true," });
    await stack.ok(...UP);
    expect(await letters()).toMatch(/^r+$/);
    expect(await reach(stack, hub, partner(1))).toMatchObject({ reaches: true });
    expect((await routesIn(stack)).map(({ table }) => table)).toContain(routing.table);

    // A new name is no matter of the routes.
    await says({ more: 'routes: true, name: "renamed",' });
    const renamed = await stack.ok("preview");
    expect(renamed).toMatch(/Connection p update/);
    expect(renamed).not.toMatch(/Routes|unknown/);

    // The preview names, by table, what comes and what goes, and nothing else is written.
    await says({
      requester: `routes: { destinations: ["${half}"], tables: ["${routing.table}"] },`,
      more: 'routes: true, name: "renamed",',
    });
    const before = await routesIn(stack);
    const main = before.find(({ vpcId, main: isMain }) => vpcId === hub && isMain)?.table ?? "";
    const narrowed = await stack.ok("preview", "--diff");
    expect(narrowed).toContain(`Routes to come: ${routing.table}: ${half}.`);
    for (const table of [main, routing.table]) expect(narrowed).toContain(`${table}: ${String(first)}`);
    expect(narrowed).toMatch(/Routes to go: /);
    expect(narrowed).not.toContain(hubBlock);
    await stack.newCalls();
    await stack.ok(...UP);
    expect(await letters()).toMatch(/^U?r+$|^U? TagResources r+$/);
    const after = await routesIn(stack);
    expect(after.filter(({ vpcId }) => vpcId === hub)).toMatchObject([
      { table: routing.table, destination: half },
    ]);
    const stays = ({ vpcId }: { vpcId: string }): boolean => vpcId === partner(1);
    expect(after.filter(stays)).toEqual(before.filter(stays));

    // Another connection: the routes go first, then the old one, then all of it is made anew.
    await says({ more: "routes: true,", peer: 2 });
    await stack.ok(...UP);
    expect(await letters()).toMatch(/^r+DCAr+$/);
    expect(await reach(stack, hub, partner(2))).toMatchObject({ reaches: true });
    expect((await routesIn(stack)).filter(({ hop }) => hop.id === made)).toEqual([]);

    await says({ more: "routes: false,", peer: 2 });
    await stack.ok(...UP);
    expect(await letters()).toMatch(/^r+$/);
    expect(await routesIn(stack)).toEqual([]);
    await stack.ok("preview", "--expect-no-changes");
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toMatchObject([{ status: "active" }]);
  },
);
