import { worldOf } from "../../tools/clouds/world.cjs";
import { CLOUDS_WITH_ROUTES, idsOn, routesIn } from "./reach";
import { openStack } from "./support";
import { changesIn, livingIn, reachable, TOPOLOGIES, touchedIn } from "./topologies";

const UP = ["up", "--yes", "--skip-preview"];

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: four members of two accounts reach each other; each comes, goes and moves with its own pairs",
  async (under) => {
    const { cloud, prelude, vpcs } = under;
    const { own, partner } = idsOn(under);
    const program = (members: string): string => `${prelude}${TOPOLOGIES}
const provider = a(), other = b("b", { region: "${vpcs.hub.region}" });
const theirs = (n) => ({ vpcId: partner(n).vpcId, provider: other });
const net = new VpcMesh("m", { cloud: "${cloud}", members: { ${members} }, routes: true }, { provider });
exports.ids = net.connectionIds;`;
    const stack = await openStack(program("a: own(1), b: theirs(1), c: own(2), d: theirs(2)"), {
      world: worldOf(under, { own: 4, partners: 2 }),
    });
    await stack.ok(...UP);
    const members = [own(1), partner(1), own(2), partner(2)];
    expect(await reachable(stack, members)).toEqual(["0-1", "0-2", "0-3", "1-2", "1-3", "2-3"]);
    const before = await livingIn(stack);
    expect(Object.keys(before).sort()).toEqual(["m-a-b", "m-a-c", "m-a-d", "m-b-c", "m-b-d", "m-c-d"]);
    expect(JSON.parse(await stack.ok("stack", "output", "ids", "--json"))).toMatchObject({
      "a-b": before["m-a-b"],
      "c-d": before["m-c-d"],
    });

    await stack.newCalls();
    await stack.write(program("d: theirs(2), c: own(2), b: theirs(1), a: own(1)"));
    await stack.ok(...UP, "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);

    // Another VPC instead of c, d goes, and one comes that sorts before all others.
    await stack.write(program("c: own(3), b: theirs(1), a: own(1), A: own(4)"));
    const gone = ["m-a-d", "m-b-d", "m-c-d"];
    expect(await touchedIn(stack)).toEqual([
      "m-A-a",
      "m-A-b",
      "m-A-c",
      "m-a-c",
      "m-a-d",
      "m-b-c",
      "m-b-d",
      "m-c-d",
    ]);
    await stack.ok(...UP);
    expect(await changesIn(stack, under)).toMatchObject({ create: 5, delete: 5 });
    const after = await livingIn(stack);
    expect(after["m-a-b"]).toBe(before["m-a-b"]);
    for (const name of gone) expect(after).not.toHaveProperty(name);
    expect(await reachable(stack, [own(4), own(1), partner(1), own(3)])).toHaveLength(6);

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await livingIn(stack)).toEqual({});
    expect(await routesIn(stack)).toEqual([]);
  },
);
