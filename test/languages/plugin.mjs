import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { engineBin } from "../../tools/engine/environment.cjs";
import { root } from "../../tools/root.mjs";

const PLUGIN = join(root, "dist", "src", "plugin", "cli.js");

/**
 * A PATH on which the engine finds the plugin of this checkout, and what stands in these folders first.
 *
 * @param {...string} folders
 */
export function pathWithPlugin(...folders) {
  const folder = join(root, ".engine", "plugin");
  const program = join(folder, "pulumi-resource-vpc-peering");
  mkdirSync(folder, { recursive: true });
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${PLUGIN}" "$@"\n`);
  chmodSync(program, 0o755);
  return [...folders, folder, engineBin, dirname(process.execPath), process.env.PATH].join(delimiter);
}
