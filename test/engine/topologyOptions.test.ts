import type { CloudWithRoutes } from "./reach";
import { CLOUDS_WITH_ROUTES, idsOn, routesIn } from "./reach";
import { openStack } from "./support";
import type { Stack } from "./support";
import { livingIn, TOPOLOGIES } from "./topologies";

const UP = ["up", "--yes", "--skip-preview"];

/** What the state keeps of a resource's options. */
interface Kept {
  type: string;
  urn: string;
  protect?: boolean;
  customTimeouts?: { create: number };
}

/** What the state keeps of the members' connections, and of the routes of their ends. */
async function keptIn(stack: Stack): Promise<Kept[]> {
  const state = (await stack.state()) as unknown as Kept[];
  return state.filter(({ type, urn }) => /:(Connection|Routes)$/.test(type) && !urn.endsWith("::first"));
}

/** Whether each call that made a connection spoke of a VPC, in the order of the calls. */
async function madeWith(
  stack: Stack,
  { action, vpcId }: Record<"action" | "vpcId", string>,
): Promise<boolean[]> {
  const made = (await stack.requests()).filter((row) => row.action === action);
  return made.map(({ params }) => JSON.stringify(params).includes(vpcId));
}

/** A hub of two spokes and a mesh of three members, of one account, with these options. */
function programOf(
  under: CloudWithRoutes,
  { options, as = "", spokes = ["s1", "s2"] }: { options: string; as?: string; spokes?: string[] },
): string {
  const { cloud, prelude } = under;
  return `${prelude}${TOPOLOGIES}
const provider = a();
const first = new VpcPeering("first", { cloud: "${cloud}", requester: own(6), accepter: own(7) }, { provider });
const s1 = own(1), s2 = own(2);
new VpcHub("hub${as}", { cloud: "${cloud}", hub, spokes: { ${spokes.join(", ")} }, routes: true }, { provider, ${options} });
new VpcMesh("mesh${as}", { cloud: "${cloud}", members: { m1: own(3), m2: own(4), m3: own(5) }, routes: true }, { provider, ${options} });`;
}

const [ALICLOUD] = CLOUDS_WITH_ROUTES.filter(({ cloud }) => cloud === "alicloud");

test("options of a hub and of a mesh hold for each of their connections and routes", async () => {
  const under = ALICLOUD as CloudWithRoutes;
  const limits = 'customTimeouts: { create: "7m" }, dependsOn: [first]';
  const program = (options: string, more: { as?: string; spokes?: string[] } = {}): string =>
    programOf(under, { options: `${limits}, ${options}`, ...more });
  const stack = await openStack(program("protect: true"), { world: under.worldOf(8, 0) });
  await stack.ok(...UP);
  const before = await livingIn(stack);
  const { first: _, ...members } = before;
  expect(Object.keys(members).sort()).toEqual(["hub-s1", "hub-s2", "mesh-m1-m2", "mesh-m1-m3", "mesh-m2-m3"]);
  const routes = (await routesIn(stack)).length;
  expect(routes).toBe(10);

  // `dependsOn`: the connection that they wait for was the first to be made.
  const order = await madeWith(stack, { action: under.actions.create, vpcId: idsOn(under).own(6) });
  expect(order).toEqual([true, false, false, false, false, false]);

  const kept = await keptIn(stack);
  expect(kept).toHaveLength(15);
  for (const one of kept) {
    expect(one).toMatchObject({ protect: true, customTimeouts: { create: 420 } });
  }

  // Protected: a spoke that is left out stays, and so does all of it.
  await stack.write(program("protect: true", { spokes: ["s1"] }));
  expect(await stack.fails(...UP)).toMatch(/hub-s2[^]*protect/);
  expect(await stack.fails("destroy", "--yes", "--skip-preview")).toMatch(/protect/);
  expect(await livingIn(stack)).toEqual(before);
  expect(await routesIn(stack)).toHaveLength(routes);

  // Renamed with an alias of the component alone: every member is found again by it.
  await stack.newCalls();
  const renamed = 'aliases: [{ name: "hub" }, { name: "mesh" }]';
  await stack.write(program(`${renamed}, ignoreChanges: ["name"]`, { as: "-2" }));
  expect(await stack.ok(...UP)).not.toMatch(/replace|deleted/);
  expect(await livingIn(stack)).toEqual(before);
  const changes = (await stack.newCalls()).filter((action) => /^(Create|Delete)/.test(action));
  expect(changes).toEqual([]);

  // Taken out of the stack and left in the cloud.
  await stack.write(program(`${renamed}, ignoreChanges: ["name"], retainOnDelete: true`, { as: "-2" }));
  await stack.ok(...UP);
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await livingIn(stack)).toEqual(members);
  expect(await routesIn(stack)).toHaveLength(routes);
});
