/**
 * Whether the imports keep the rules of tools/boundaries/rules.mjs, whether docs/architecture.md tells what each room
 * stands on, and whether all is there that our pages name.
 *
 *   node tools/boundaries.mjs          prints what is wrong
 *   node tools/boundaries.mjs --write  first writes into docs/architecture.md what each room stands on
 *
 * Another folder than this repository may be named, as the last argument.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { breaksIn, FOLDERS } from "./boundaries/breaks.mjs";
import { arrowsIn } from "./boundaries/graph.mjs";
import { missingOn, pagesIn } from "./boundaries/pages.mjs";
import { roomsOn, withWhatRoomsStandOn } from "./boundaries/rooms.mjs";
import { root as here } from "./root.mjs";

const root = process.argv.slice(2).find((argument) => argument !== "--write") ?? here;
const FILE = join(root, "docs/architecture.md");

const page = readFileSync(FILE, "utf8");
const prettier = await import("prettier");
const settings = await prettier.resolveConfig(FILE);
const wanted = await prettier.format(withWhatRoomsStandOn(page, arrowsIn(root, FOLDERS)), {
  ...settings,
  filepath: FILE,
});
if (process.argv.includes("--write")) writeFileSync(FILE, wanted);
else if (wanted !== page)
  fail("docs/architecture.md tells of other imports: run node tools/boundaries.mjs --write");

for (const sentence of [...breaksIn(root, roomsOn(page)), ...missingOn(root, pagesIn(root))]) fail(sentence);

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
