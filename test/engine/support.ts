import type { WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { clouds } from "../../tools/clouds/index.cjs";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import type { Stack } from "../../tools/stack/stack.cjs";
import * as runner from "../../tools/stack/stack.cjs";
import { watchArguments } from "../support/watchArguments";

export type { Outcome, Running, Stack, StateRow } from "../../tools/stack/stack.cjs";

/** Everything at once, and nothing refused for its rate: what a test does not ask for does not happen. */
const QUICK: WorldInput = { timings: AT_ONCE, limits: clouds.alicloud.noLimits };

const opened: Stack[] = [];

afterAll(async () => {
  for (const stack of opened.splice(0).reverse()) await stack.close();
});

/** Makes a stack whose program is this JavaScript; `modules` is where it finds its packages. */
export async function openStack(
  program: string,
  { world = {}, modules }: { world?: WorldInput; modules?: string } = {},
): Promise<Stack> {
  const emulator = await startEmulator({ world: merged(QUICK, world) });
  const stack = await runner.openStack({ emulator, program, modules, watch: watchArguments });
  opened.push(stack);
  return stack;
}

function merged(base: WorldInput, over: WorldInput): WorldInput {
  return {
    ...base,
    ...over,
    timings: { ...base.timings, ...over.timings },
    limits: { ...base.limits, ...over.limits },
  };
}
