import { dirname, join } from "node:path";

import { goEnvironment } from "../../tools/engine/go.mjs";
import { go } from "../../tools/languages/go/language.mjs";
import { python } from "../../tools/languages/python/language.mjs";
import { yaml } from "../../tools/languages/yaml/language.mjs";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { run } from "../../tools/process.cjs";
import { importAll } from "./yaml/imports.mjs";
import { makeMistakes } from "./yaml/mistakes.mjs";

/** @typedef {import("../../tools/languages/language.mjs").CloudFacts} CloudFacts */

/**
 * A language with its example, and what it alone has to show for all.
 *
 * @typedef {object} Shown
 * @property {import("../../tools/languages/language.mjs").Language} language
 * @property {import("./examples.mjs").Example} example
 * @property {{title: string, tell: (facts: CloudFacts, check: import("../support/report.mjs").Check) => Promise<void>}[]} [more]
 */

/** By what the command calls them. @type {Record<"yaml" | "python" | "go", () => Promise<Shown>>} */
export const LANGUAGES = {
  yaml: async () => {
    const language = await yaml();
    const more = [
      { title: "Imports into YAML", tell: importAll },
      { title: "Mistakes in YAML", tell: makeMistakes },
    ];
    return { language, example: { folder: "yaml", set: language.set }, more };
  },
  python: async () => {
    const language = await python();
    const { interpreter, set } = language;
    const cache = join(dirname(interpreter), "..", "types");
    const command = [interpreter, "-m", "mypy", "--cache-dir", cache, "--strict", "."];
    return { language, example: { folder: "python", set, lint: { name: "mypy --strict", command } } };
  },
  go: async () => {
    const language = await go();
    const set = { ...(await goSettings()), PATH: pathWithPlugin() };
    const lint = { name: "go vet", command: ["go", "vet", "."] };
    return { language, example: { folder: "go", set, lint } };
  },
};

/** Where Go keeps its things, which it would look for in the engine's own home, and how programs are built here. */
async function goSettings() {
  const { stdout } = await run("go", ["env", "-json", "GOCACHE", "GOENV", "GOMODCACHE"]);
  const { GOFLAGS, GOTOOLCHAIN, GOWORK, CGO_ENABLED } = goEnvironment;
  return { ...JSON.parse(stdout), GOFLAGS, GOTOOLCHAIN, GOWORK, CGO_ENABLED };
}
