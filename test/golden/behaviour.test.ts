import { behaviourOf, withoutLoad } from "./behaviour";
import { CLOUDS } from "./clouds";
import { behaviourOfPackage } from "./fixtures";
import { openGoldenStack } from "./stack";

test.each(CLOUDS)(
  "$cloud: where a program says nothing of routes, previews and calls are those of 0.1.0",
  async (golden) => {
    const stack = await openGoldenStack(golden, { peerings: golden.before });
    const before = behaviourOfPackage("c2607d0", golden.cloud);
    expect(withoutLoad(await behaviourOf(stack))).toBe(withoutLoad(before));
  },
);
