import type { RequestRow } from "../../emulator";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import type { CloudWithRoutes } from "./reach";
import { CLOUDS_WITH_ROUTES, reach, routesIn } from "./reach";
import type { Stack } from "./support";
import { openStack } from "./support";

/** `npm run test:crowd` has fifty. */
const SPOKES = Number(process.env["CROWD"] ?? 12);

/** How often a process reads tables that it also writes, at the most, in milliseconds. */
const FRESH_MS = 5_000;
/** How often one that only looks does, at the most. */
const FRESH_FOR_LOOKS_MS = 30_000;

/** One hub, connected to VPCs from the first to the last, with routes on both ends. */
const star = ({ cloud, prelude }: CloudWithRoutes, first: number, last: number): string => `${prelude}
const provider = a();
for (let n = ${first}; n <= ${last}; n++) {
  new VpcPeering("spoke-" + n, { cloud: "${cloud}", requester: hub, accepter: own(n), routes: true }, { provider });
}`;

async function openCrowd(under: CloudWithRoutes, spokes: number, timings: object): Promise<Stack> {
  const world = under.worldOf(spokes, 0);
  return await openStack(star(under, 1, spokes), {
    world: { ...world, timings: { ...world.timings, ...timings } },
  });
}

/** Whether every spoke reaches the hub, which no other spoke does. */
async function expectReach(stack: Stack, under: CloudWithRoutes, spokes: number): Promise<void> {
  for (let n = 1; n <= spokes; n++)
    expect(await reach(stack, vpcIdOf(under, n), vpcIdOf(under, 0))).toMatchObject({ reaches: true });
  expect(await routesIn(stack)).toHaveLength(2 * spokes);
}

/** The calls since a moment that are about the hub's tables, and how long they took together. */
async function callsAboutHub(stack: Stack, under: CloudWithRoutes, since: number) {
  const { actions } = under.routing;
  const routes = (await stack.admin("GET", "/routes")) as { vpcId: string; table: string; main: boolean }[];
  const hub = vpcIdOf(under, 0);
  const table = routes.find(({ vpcId, main }) => vpcId === hub && main)?.table ?? "none";
  const rows = (await stack.requests()).slice(since);
  const isAbout = ({ params }: RequestRow, id: string): boolean => JSON.stringify(params).includes(id);
  const writes = [actions.add, actions.addMany, actions.redirect, actions.remove, actions.removeMany];
  const times = rows.map(({ at }) => new Date(at).getTime());
  return {
    ms: Math.max(...times) - Math.min(...times),
    reads: rows.filter((row) => row.action === actions.tables && isAbout(row, hub)),
    writes: rows.filter((row) => writes.includes(row.action) && isAbout(row, table)),
    all: rows,
  };
}

describe.each(CLOUDS_WITH_ROUTES)("$cloud: a hub of many", (under) => {
  test(`${SPOKES} spokes: its table is written and read a few times, and a refresh reads each table once`, async () => {
    const stack = await openCrowd(under, SPOKES, { routeMs: 0 });
    await stack.ok("up", "--yes", "--skip-preview");
    await expectReach(stack, under, SPOKES);
    const up = await callsAboutHub(stack, under, 0);
    // How many are written together depends on how soon one comes after the other: test/unit/provider/lifecycle/routes
    // has the numbers.
    expect(up.writes.length).toBeLessThan(SPOKES);
    // Where an answer does not tell that the work is done, each write needs a look.
    const looks = under.routing.isAsynchronous ? up.writes.length : 0;
    expect(up.reads.length).toBeLessThanOrEqual(looks + 2 + Math.floor(up.ms / FRESH_MS));

    const before = up.all.length;
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    const refresh = await callsAboutHub(stack, under, before);
    const { tables } = under.routing.actions;
    expect(refresh.reads.length).toBeGreaterThan(0);
    expect(refresh.reads.length).toBeLessThanOrEqual(1 + Math.floor(refresh.ms / FRESH_FOR_LOOKS_MS));
    expect(refresh.all.filter(({ action }) => action === tables)).toHaveLength(SPOKES + refresh.reads.length);
    expect(refresh.writes).toEqual([]);
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(stack)).toEqual([]);
  }, 1_800_000);

  test("four runs at once, of different stacks: each writes its own routes into the hub's table, and no other's is lost", async () => {
    const first = await openCrowd(under, 8, { routeMs: 300 });
    await first.write(star(under, 1, 2));
    const stacks = [first];
    for (const n of [3, 5, 7]) {
      const stack = await openStack(star(under, n, n + 1));
      stack.environment["EMULATOR"] = first.emulator.url;
      stacks.push(stack);
    }
    const all = async (...command: string[]): Promise<void> => {
      const ends = await Promise.all(stacks.map((stack) => stack.pulumi(...command)));
      const failed = ends.find(({ code }) => code !== 0);
      if (failed !== undefined) throw new Error(failed.output);
    };
    await all("up", "--yes", "--skip-preview");
    await expectReach(first, under, 8);
    await all("destroy", "--yes", "--skip-preview");
    expect(await routesIn(first)).toEqual([]);
  }, 1_800_000);

  test("of two stacks that want one destination in one table, the second is told whose connection has it", async () => {
    const { cloud, prelude } = under;
    const program = (n: number): string => `${prelude}
      new VpcPeering("spoke", {
        cloud: "${cloud}", requester: hub,
        routes: { tables: "main" }, accepter: { ...own(${n}), routes: false },
      }, { provider: a() });`;
    const world = under.worldOf(2, 0);
    const part = world[cloud] as { vpcs: { cidrBlocks: string[] }[] };
    const [hub, one, two] = part.vpcs;
    if (hub === undefined || one === undefined || two === undefined)
      throw new Error("three VPCs are missing");
    // Both have the same addresses, so only one of them can be reached.
    const vpcs = [hub, one, { ...two, cidrBlocks: one.cidrBlocks }];
    const stack = await openStack(program(1), { world: { ...world, [cloud]: { ...part, vpcs } } });
    await stack.ok("up", "--yes", "--skip-preview");
    const [connection] = await stack.peerings();
    const before = await routesIn(stack);
    await stack.ok("stack", "init", "second");
    await stack.write(program(2));
    const refused = await stack.fails("up", "--yes", "--skip-preview");
    // Some do not even connect a VPC with two that have the same addresses.
    const whose =
      under.comparesBlocks === true
        ? `VPC ${vpcIdOf(under, 1)} and VPC ${vpcIdOf(under, 2)} conflict`
        : `${one.cidrBlocks[0] ?? ""} leads to connection ${connection?.id ?? ""}`;
    expect(refused).toContain(whose);
    expect(await routesIn(stack)).toEqual(before);
  });
});
