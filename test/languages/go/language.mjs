import { join } from "node:path";

import { engineBin } from "../../../tools/engine/environment.cjs";
import { goBuild, goEnvironment } from "../../../tools/engine/go.mjs";
import { run } from "../../../tools/process.cjs";
import { root } from "../../../tools/root.mjs";
import { launcher } from "../../../tools/launcher.mjs";
import { pathWithPlugin } from "../../../tools/plugin.mjs";

const FOLDER = join(root, ".engine", "go-sdk");

/**
 * A program that is built once. The host would build it for each command, unless it is told where the program is; the
 * engine passes that on to later hosts only.
 *
 * @returns {Promise<import("../story.mjs").Language>}
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
    example: {
      folder: "go",
      set: { ...(await goSettings()), PATH: pathWithPlugin() },
      lint: { name: "go vet", command: ["go", "vet", "."] },
    },
  };
}

/** Where Go keeps its things, which it would look for in the engine's own home, and how programs are built here. */
async function goSettings() {
  const { stdout } = await run("go", ["env", "-json", "GOCACHE", "GOENV", "GOMODCACHE"]);
  const { GOFLAGS, GOTOOLCHAIN, GOWORK, CGO_ENABLED } = goEnvironment;
  return { ...JSON.parse(stdout), GOFLAGS, GOTOOLCHAIN, GOWORK, CGO_ENABLED };
}
