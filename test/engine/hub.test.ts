import { CLOUDS_WITH_ROUTES, idsOn, routesIn } from "./reach";
import { openStack } from "./support";
import { changesIn, livingIn, reachable, TOPOLOGIES, touchedIn } from "./topologies";

const UP = ["up", "--yes", "--skip-preview"];

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: six spokes of two accounts reach the hub and not each other; each comes, goes and moves for itself",
  async (under) => {
    const { cloud, prelude, worldOf, betweenRegions } = under;
    const { hub, own, partner } = idsOn(under);
    const program = (spokes: string, options = ""): string => `${prelude}${TOPOLOGIES}
const provider = a(), other = b();
const near = (n) => own(n), far = (n) => ({ ...partner(n), provider: other, ...${JSON.stringify(betweenRegions)} });
const net = new VpcHub("net", { cloud: "${cloud}", hub, spokes: { ${spokes} }, routes: true }, { provider, ${options} });
exports.ids = net.connectionIds;
exports.statuses = net.statuses;
exports.s1 = net.connectionIds.s1;`;
    const all = "s1: near(1), s2: near(2), s3: near(3), s4: near(4), p1: far(1), p2: far(2)";
    const stack = await openStack(program(all), { world: worldOf(6, 2) });
    await stack.ok(...UP);
    const vpcs = [hub, own(1), own(2), own(3), own(4), partner(1), partner(2)];
    expect(await reachable(stack, vpcs)).toEqual(["0-1", "0-2", "0-3", "0-4", "0-5", "0-6"]);
    const before = await livingIn(stack);
    expect(Object.keys(before).sort()).toEqual(["net-p1", "net-p2", "net-s1", "net-s2", "net-s3", "net-s4"]);
    const outputs = JSON.parse(await stack.ok("stack", "output", "--json")) as Record<string, object>;
    expect(outputs["ids"]).toMatchObject({ s1: before["net-s1"], p2: before["net-p2"] });
    expect(outputs["s1"]).toBe(before["net-s1"]);
    expect(new Set(Object.values(outputs["statuses"] ?? {}))).toEqual(new Set(["active"]));

    await stack.newCalls();
    await stack.write(program("p2: far(2), p1: far(1), s4: near(4), s3: near(3), s2: near(2), s1: near(1)"));
    await stack.ok(...UP, "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);

    // One goes, one comes, one is another VPC now.
    await stack.write(
      program("s10: near(5), p1: far(1), s4: near(4), s3: near(6), s2: near(2), s1: near(1)"),
    );
    expect(await touchedIn(stack)).toEqual(["net-p2", "net-s10", "net-s3"]);
    await stack.ok(...UP);
    expect(await changesIn(stack, under)).toEqual({ create: 2, delete: 2 });
    const { "net-s10": come, "net-s3": moved, ...stayed } = await livingIn(stack);
    expect(before).toMatchObject(stayed);
    expect(Object.keys(stayed)).toHaveLength(4);
    expect([come, moved]).not.toContain(before["net-s3"]);
    expect(await reachable(stack, [hub, own(1), own(2), own(5), own(4), partner(1), own(6)])).toHaveLength(6);
    expect(await reachable(stack, [hub, own(3), partner(2)])).toEqual([]);

    // Another key for the same VPC takes two runs, for what is new is made before what is gone goes; or an alias of the member.
    const others = "p1: far(1), s4: near(4), s3: near(6), s2: near(2), s1: near(1)";
    await stack.write(program(`s11: near(5), ${others}`));
    expect(await stack.fails(...UP)).toContain("run `pulumi up` once without this one");
    await stack.write(program(others));
    await stack.ok(...UP);
    await stack.write(program(`s11: near(5), ${others}`));
    await stack.ok(...UP);
    expect(await reachable(stack, [hub, own(5)])).toEqual(["0-1"]);
    const { "net-s11": kept } = await livingIn(stack);
    const alias = '({ ...opts, aliases: [{ name: "net-s11" }] })';
    const named = `transforms: [({ name, props, opts }) => name === "net-shop" ? { props, opts: ${alias} } : undefined]`;
    await stack.write(program(`shop: near(5), ${others}`, named));
    await stack.newCalls();
    await stack.ok(...UP);
    expect(await changesIn(stack, under)).toEqual({});
    expect(await livingIn(stack)).toMatchObject({ "net-shop": kept });
    expect(await reachable(stack, [hub, own(5)])).toEqual(["0-1"]);
    await stack.ok(...UP, "--expect-no-changes");

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await livingIn(stack)).toEqual({});
    expect(await routesIn(stack)).toEqual([]);
  },
);
