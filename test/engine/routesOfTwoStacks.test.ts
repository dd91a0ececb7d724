import { vpcsIn } from "./clouds";
import { CLOUDS_WITH_ROUTES, idsOn, lettersOf, reach, routesIn, worldWith } from "./reach";
import { openStack } from "./support";

const UP = ["up", "--yes", "--skip-preview"];

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: each account's own stack writes its own routes; those of the requester wait for the acceptance",
  async (under) => {
    const { cloud, prelude, betweenRegions, accountKey, accounts, routing } = under;
    const { hub, partner } = idsOn(under);
    const world = worldWith(under, [0, 1], {});
    const [hubBlock, partnerBlock] = vpcsIn(world, cloud).map(({ cidrBlocks }) => cidrBlocks[0] ?? "");
    // Where the connection does not tell the blocks of both VPCs, only its owner sees a VPC.
    const to = (block: string | undefined): string =>
      routing.tellsBlocks ? "true" : `{ destinations: ["${String(block)}"] }`;
    const ask = await openStack(
      `${prelude}
      exports.routes = new VpcPeering("to-partner", {
        cloud: "${cloud}", requester: { ...hub, routes: ${to(partnerBlock)} }, accepter: partner(1),
        ...${JSON.stringify(betweenRegions)} }, { provider: a() }).routes;`,
      { world },
    );
    const answer = await openStack(
      `${prelude}
      const { VpcPeeringAccepter } = require("pulumi-vpc-peering");
      const { vpcId, region } = partner(1);
      exports.routes = new VpcPeeringAccepter("from-hub", {
        cloud: "${cloud}", requester: hub, accepter: { vpcId, region, routes: ${to(hubBlock)} },
        expect: { ${accountKey}: "${accounts.a}" } }, { provider: b() }).routes;`,
    );
    answer.environment["EMULATOR"] = ask.emulator.url;

    const asked = await ask.ok(...UP);
    expect(asked).toMatch(/The routes wait until connection \S+ is accepted/);
    expect(await routesIn(ask)).toEqual([]);
    const { routes } = JSON.parse(await ask.ok("stack", "output", "--json")) as { routes: object };
    expect(routes).toMatchObject({ requester: [{ destination: partnerBlock, status: "waiting" }] });

    await answer.ok(...UP);
    expect(await reach(ask, hub, partner(1))).toMatchObject({
      reaches: false,
      back: { reaches: true },
    });
    await ask.newCalls();
    const written = await ask.ok(...UP);
    expect(written).toContain(`Not there yet: `);
    expect(lettersOf(await ask.newCalls(), under)).toMatch(/^r+$/);
    expect(await reach(ask, hub, partner(1))).toMatchObject({ reaches: true });

    for (const stack of [ask, answer]) {
      await stack.ok("preview", "--refresh", "--expect-no-changes");
    }
    await answer.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(ask)).toMatchObject([{ vpcId: hub }]);
    await ask.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(ask)).toEqual([]);
  },
);
