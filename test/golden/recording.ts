import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { behaviourOf } from "./behaviour";
import { CLOUDS } from "./clouds";
import { seedsOf } from "./fixtures";
import { withoutMachine } from "./normalise";
import { openGoldenStack } from "./stack";

/** Where the package to be recorded is found, and which commit it is: record.mjs says so. */
const { GOLDEN_MODULES: modules = "", GOLDEN_COMMIT: commit = "" } = process.env;

/** What is kept is never written again. */
function keep(name: string, text: string): void {
  const folder = join(__dirname, "written-by", commit);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), text);
}

test.each(CLOUDS)("records $cloud", async (golden) => {
  const stack = await openGoldenStack(golden, { peerings: golden.before, modules });
  await stack.ok("up", "--yes", "--skip-preview");
  const exported = await stack.ok("stack", "export");
  keep(`${golden.cloud}.state.json`, withoutMachine(exported));
  const seeds = seedsOf(await stack.peerings(), await stack.state());
  keep(`${golden.cloud}.peerings.json`, `${JSON.stringify(seeds, null, 2)}\n`);
});

test.each(CLOUDS)("records what $cloud shows and is asked", async (golden) => {
  const stack = await openGoldenStack(golden, { peerings: golden.before, modules });
  keep(`${golden.cloud}.behaviour.json`, await behaviourOf(stack));
});
