import { CLOUDS } from "./clouds";
import { writtenBy } from "./fixtures";
import { normalised, withBareComponents } from "./normalise";
import { openGoldenStack } from "./stack";

test.each(CLOUDS)(
  "$cloud: a first up of all kinds of peering leaves the very state that 0.1.0 left, but for what components stored again",
  async (golden) => {
    const stack = await openGoldenStack(golden, { peerings: golden.before });
    await stack.ok("up", "--yes", "--skip-preview");
    const { state } = writtenBy("c2607d0", golden.cloud);
    expect(normalised(await stack.ok("stack", "export"))).toBe(normalised(withBareComponents(state)));
  },
);
