import { CLOUDS, EXAMPLE } from "./clouds";
import type { Outcome, Stack } from "./support";
import { openStack } from "./support";

/** `npm run test:crowd` has fifty. */
const SPOKES = Number(process.env["CROWD"] ?? 15);

const { cloud, prelude, refusals, worldOf } = EXAMPLE;

/** One hub, connected to VPCs from the first to the last. */
const star = (first: number, last: number): string => `${prelude}
const provider = a();
for (let n = ${first}; n <= ${last}; n++) {
  new VpcPeering("spoke-" + n, { cloud: "${cloud}", requester: hub, accepter: own(n) }, { provider });
}`;

/** How the connections are that the cloud has now. */
async function live(stack: Stack): Promise<{ count: number; spokes: number; statuses: string[] }> {
  const rows = (await stack.peerings()).filter(({ deleted }) => !deleted);
  return {
    count: rows.length,
    spokes: new Set(rows.map(({ accepter }) => accepter.vpcId)).size,
    statuses: [...new Set(rows.map(({ status }) => status))],
  };
}

// It waits for minutes and works for seconds, so it runs beside the other tests.
let crowd: Stack;
let crowdUp: Promise<Outcome>;
beforeAll(async () => {
  const world = worldOf(SPOKES, 0);
  crowd = await openStack(star(1, SPOKES), {
    world: { ...world, timings: { ...world.timings, vpcLockMs: 3_000 } },
  });
  crowdUp = crowd.pulumi("up", "--yes", "--skip-preview");
});

test("four runs at once, of different stacks, on one hub, where the cloud works on one change of a VPC at a time", async () => {
  const world = worldOf(8, 0);
  const first = await openStack(star(1, 2), {
    world: { ...world, timings: { ...world.timings, vpcLockMs: 500 } },
  });
  const stacks = [first];
  for (const n of [3, 5, 7]) {
    const stack = await openStack(star(n, n + 1));
    stack.environment["EMULATOR"] = first.emulator.url;
    stacks.push(stack);
  }
  const codes = await Promise.all(
    stacks.map(async (stack) => (await stack.pulumi("up", "--yes", "--skip-preview")).code),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(await live(first)).toEqual({ count: 8, spokes: 8, statuses: ["active"] });
  const refused = (await first.requests()).filter(({ code }) => code === refusals.busy);
  expect(refused.length).toBeGreaterThan(0);
});

test.each(CLOUDS)(
  "$cloud: the second stack that declares a pair is told whose the connection is, and changes nothing",
  async ({ cloud, prelude, worldOf, maker }) => {
    const program = (sides: string): string =>
      `${prelude} new VpcPeering("pair", { cloud: "${cloud}", ${sides} }, { provider: a() });`;
    const stack = await openStack(program("requester: hub, accepter: own(1)"), { world: worldOf(1, 0) });
    await stack.ok("up", "--yes", "--skip-preview");
    const before = await stack.peerings();
    const id = before[0]?.id ?? "none";
    await stack.ok("stack", "init", "second");
    const forth = await stack.fails("up", "--yes", "--skip-preview");
    expect(forth).toContain(`are connected already by ${id}`);
    expect(forth).toContain(maker("organization/peerings/dev"));
    expect(forth).toContain(`adopt: "${id}"`);
    await stack.write(program("requester: own(1), accepter: hub"));
    const back = await stack.fails("up", "--yes", "--skip-preview");
    expect(back).toContain(`are connected already by ${id}`);
    expect(back).toContain("It was requested from the other side");
    expect(await stack.peerings()).toEqual(before);
  },
);

test(`${SPOKES} spokes of one hub, which is locked for 3 s by every change, are connected by one up`, async () => {
  const { code, output } = await crowdUp;
  if (code !== 0) throw new Error(output);
  expect(await live(crowd)).toEqual({ count: SPOKES, spokes: SPOKES, statuses: ["active"] });
  // Those who wait say for what: their place in the queue, or the cloud's word that it is busy.
  expect(output).toMatch(/creating \(\d+s\) queued behind \d+ other changes? of the same VPCs/);
}, 1_800_000);
