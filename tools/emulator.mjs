/**
 * Writes what is made from the emulator: the tables of guesses in docs/emulator.md, the schema of the world file, and the
 * admin API as OpenAPI.
 *
 *   npm run emulator-files                  writes them
 *   node tools/emulator.mjs --check         fails if they are not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withGuesses } from "./emulator/guesses.mjs";
import { openApi, worldJsonSchema } from "./emulator/schemas.mjs";
import { root } from "./root.mjs";

const PAGE = "docs/emulator.md";
const files = {
  [PAGE]: withGuesses(readFileSync(join(root, PAGE), "utf8")),
  "world.schema.json": JSON.stringify(worldJsonSchema),
  "admin.openapi.json": JSON.stringify(openApi),
};

const require = createRequire(import.meta.url);
/** @type {typeof import("prettier")} */
const prettier = require("prettier");

for (const [name, text] of Object.entries(files)) {
  const file = join(root, name);
  const wanted = await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (!process.argv.includes("--check")) writeFileSync(file, wanted);
  else if (wanted !== contentOf(file)) {
    console.error(`${name} is not what the emulator is: run npm run emulator-files`);
    process.exitCode = 1;
  }
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
