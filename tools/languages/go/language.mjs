import { join } from "node:path";

import { engineBin } from "../../engine/environment.cjs";
import { goBuild } from "../../engine/go.mjs";
import { launcher } from "../../launcher.mjs";
import { pathWithPlugin } from "../../plugin.mjs";
import { root } from "../../root.mjs";

const FOLDER = join(root, ".engine", "go-sdk");

/**
 * A program that is built once. The host would build it for each command, unless it is told where the program is; the
 * engine passes that on to later hosts only.
 *
 * @returns {Promise<import("../language.mjs").Language>}
 */
export async function go() {
  const [program, host] = [join(FOLDER, "program"), "pulumi-language-go"];
  await goBuild({ module: import.meta.dirname, program: ["."], target: program });
  launcher(join(FOLDER, host), join(engineBin, host), "-binary", program);
  return {
    title: "Go",
    runtime: { manifest: "name: peerings\nruntime: go\n", file: "main.go" },
    programFor: () => "",
    set: { PATH: pathWithPlugin(FOLDER) },
  };
}
