import { join } from "node:path";

import { goBuild } from "../../../tools/engine/go.mjs";
import { root } from "../../../tools/root.mjs";
import { pathWithPlugin } from "../plugin.mjs";

/** A program that was built before: the host would build it anew for each command. @returns {Promise<import("../story.mjs").Language>} */
export async function go() {
  const program = join(root, ".engine", "go-sdk", "program");
  await goBuild({ module: import.meta.dirname, program: ["."], target: program });
  return {
    title: "Go",
    runtime: {
      manifest: `name: peerings\nruntime:\n  name: go\n  options:\n    binary: ${program}\n`,
      file: "main.go",
    },
    programFor: () => "package main\n",
    set: { PATH: pathWithPlugin() },
  };
}
