import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "./clouds";
import { seedsOf } from "./fixtures";
import { withoutMachine } from "./normalise";
import { openGoldenStack } from "./stack";

/** Where the package to be recorded is found, and which commit it is: record.mjs says so. */
const { GOLDEN_MODULES: modules = "", GOLDEN_COMMIT: commit = "" } = process.env;

test.each(Object.values(CLOUDS))("records $cloud", async (golden) => {
  const stack = await openGoldenStack(golden, { peerings: golden.before, modules });
  await stack.ok("up", "--yes", "--skip-preview");
  const exported = await stack.ok("stack", "export");
  const folder = join(__dirname, "written-by", commit);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${golden.cloud}.state.json`), withoutMachine(exported));
  const seeds = seedsOf(await stack.peerings(), await stack.state());
  writeFileSync(join(folder, `${golden.cloud}.peerings.json`), `${JSON.stringify(seeds, null, 2)}\n`);
});
