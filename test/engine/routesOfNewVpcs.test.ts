import { vpcsIn } from "./clouds";
import { CLOUDS_WITH_ROUTES, idsOn, reach, routesIn, worldWith } from "./reach";
import { openStack } from "./support";

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: VPCs, blocks and tables that are made in the same program, of which a first preview knows nothing",
  async (under) => {
    const { cloud, prelude, betweenRegions, routing } = under;
    const { hub, own, partner } = idsOn(under);
    const world = worldWith(under, [1, 1], {
      [hub]: { tables: [{ id: routing.table }] },
      [own(1)]: { secondaryCidrBlocks: ["172.20.0.0/16"] },
    });
    const blocks = Object.fromEntries(
      vpcsIn(world, cloud).map(({ vpcId, cidrBlocks }) => [vpcId, cidrBlocks]),
    );
    const stack = await openStack(
      `${prelude}
      // What another package would make: until it is there, it has no id, no blocks and no tables.
      class Vpc extends pulumi.CustomResource {
        constructor(name, { vpcId }) {
          const made = { id: vpcId, outs: { blocks: ${JSON.stringify(blocks)}[vpcId], table: "${routing.table}" } };
          const __provider = \`exports.handler = () => ({ create: async () => (\${JSON.stringify(made)}), delete: async () => {} })\`;
          super("pulumi-nodejs:dynamic:Resource", name, { blocks: undefined, table: undefined, __provider });
        }
      }
      const [A, B] = [a(), b()];
      const [HUB, OWN, PARTNER] = [new Vpc("hub", hub), new Vpc("own", own(1)), new Vpc("partner", partner(1))];
      const near = new VpcPeering("near", {
        cloud: "${cloud}", requester: { vpcId: HUB.id, provider: A }, accepter: { vpcId: OWN.id }, routes: true });
      const far = new VpcPeering("far", {
        cloud: "${cloud}",
        requester: { vpcId: HUB.id, provider: A, routes: { tables: [HUB.table] } },
        accepter: { ...partner(1), vpcId: PARTNER.id, provider: B, routes: { destinations: HUB.blocks } },
        ...${JSON.stringify(betweenRegions)} });
      exports.near = near.routes;
      exports.far = far.routes;`,
      { world },
    );

    const preview = await stack.ok("preview", "--diff");
    expect(preview.match(/\+ pulumi-nodejs:dynamic\/vpcPeering:Routes/g)).toHaveLength(4);
    expect(preview).not.toMatch(/warning|error/i);
    expect(await stack.newCalls()).toEqual([]);

    await stack.ok("up", "--yes", "--skip-preview");
    expect(await reach(stack, hub, own(1))).toMatchObject({ reaches: true });
    const written = await routesIn(stack);
    expect(written.filter(({ vpcId }) => vpcId === partner(1))).toMatchObject([
      { destination: blocks[hub]?.[0] },
    ]);
    const toPartner = written.filter(({ destination }) => destination === blocks[partner(1)]?.[0]);
    expect(toPartner.map(({ table }) => table)).toEqual([routing.table]);

    await stack.newCalls();
    await stack.ok("preview", "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(stack)).toEqual([]);
  },
);
