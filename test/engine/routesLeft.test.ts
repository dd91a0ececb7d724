import { killWhileHeld } from "../support/heldCall.cjs";
import { CLOUDS_WITH_ROUTES, routesIn, worldWith } from "./reach";
import { openStack } from "./support";

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: killed while routes are written, and destroyed at once: no connection is left, and no route",
  async (under) => {
    const { cloud, prelude, routing } = under;
    const stack = await openStack(
      `${prelude}
      new VpcPeering("own", { cloud: "${cloud}", requester: hub, accepter: own(1), routes: true }, { provider: a() });`,
      { world: worldWith(under, [1, 0], {}) },
    );
    await killWhileHeld(stack, { cloud, action: routing.actions.add }, "up", "--yes", "--skip-preview");
    expect((await routesIn(stack)).length).toBeGreaterThan(0);
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await routesIn(stack)).toEqual([]);
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  },
);
