import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import type { WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { clouds } from "../../tools/clouds/index.cjs";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import type { Outcome, Stack } from "../../tools/stack/stack.cjs";
import * as runner from "../../tools/stack/stack.cjs";
import { watchArguments } from "../support/watchArguments";

export type { Outcome, Running, Stack, StateRow } from "../../tools/stack/stack.cjs";

/** Everything at once, and nothing refused for its rate: what a test does not ask for does not happen. */
const QUICK: WorldInput = {
  timings: AT_ONCE,
  limits: Object.assign({}, ...Object.values(clouds).map(({ noLimits }) => noLimits)) as WorldInput["limits"],
};

/** What the stack of a program in JavaScript can do without is not loaded. */
const JAVASCRIPT = { NODE_OPTIONS: `--require=${resolve(__dirname, "../support/javascriptOnly.cjs")}` };

const opened: Stack[] = [];

afterAll(async () => {
  for (const stack of opened.splice(0).reverse()) await stack.close();
});

/** `modules`: where the program finds its packages; `isTypeScript`: whether a test puts one in TypeScript in its place. */
interface Around {
  world?: WorldInput;
  modules?: string;
  isTypeScript?: boolean;
}

/** Makes a stack whose program is this JavaScript. */
export async function openStack(
  program: string,
  { world = {}, modules, isTypeScript = false }: Around = {},
): Promise<Stack> {
  const emulator = await startEmulator({ world: merged(QUICK, world) });
  const stack = await runner.openStack({
    emulator,
    program,
    modules,
    set: isTypeScript ? {} : JAVASCRIPT,
    watch: watchArguments,
  });
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

/** Runs one of the package's commands as a process of its own, in the stack's folder. What it says of its progress depends on how busy the machine is, and is left out. */
export async function runCommand(
  stack: Stack,
  name: "doctor" | "orphans",
  args: readonly string[],
  set: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const command = join(stack.folder, `node_modules/pulumi-vpc-peering/dist/src/cli/${name}/cli.js`);
  const options = { cwd: stack.folder, env: { ...stack.environment, ...set } };
  return await new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], options, (error, stdout, stderr) => {
      const said = stderr.replace(/^vpc-peering-\w+: .* …\n/gm, "");
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + said });
    });
  });
}
