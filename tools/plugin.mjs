import { delimiter, dirname, join } from "node:path";

import { engineBin } from "./engine/environment.cjs";
import { root } from "./root.mjs";
import { launcher } from "./launcher.mjs";

const FOLDER = join(root, ".engine", "plugin");

/**
 * A PATH on which the engine finds the plugin of this checkout, and what stands in these folders first.
 *
 * @param {...string} folders
 */
export function pathWithPlugin(...folders) {
  launcher(
    join(FOLDER, "pulumi-resource-vpc-peering"),
    process.execPath,
    join(root, "dist", "src", "plugin", "cli.js"),
  );
  return [...folders, FOLDER, engineBin, dirname(process.execPath), process.env.PATH].join(delimiter);
}
