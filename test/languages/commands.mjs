import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { run } from "../../tools/process.cjs";
import { root } from "../../tools/root.mjs";

/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */

/**
 * Runs a command of this package in a stack's project: `doctor`, `orphans`, `import`, `preview`.
 *
 * @param {Stack} stack @param {string} name @param {...string} args
 */
export async function command({ folder, environment }, name, ...args) {
  const file = join(root, "dist", "src", "cli", name, "cli.js");
  const outcome = await run(process.execPath, [file, ...args], { cwd: folder, env: environment });
  expectNoSecret(`what vpc-peering-${name} printed`, outcome.output);
  return outcome;
}

/** The comment on a pull request that would do to a stack what its program says now. @param {Stack} stack */
export async function comment(stack) {
  const { stdout } = await run("pulumi", ["preview", "--json", "--show-sames", "--non-interactive"], {
    cwd: stack.folder,
    env: stack.environment,
  });
  const file = join(stack.folder, "preview.json");
  writeFileSync(file, stdout);
  const { code, output } = await command(stack, "preview", file);
  if (code !== 0) throw new Error(output);
  return output;
}
