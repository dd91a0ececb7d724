import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { circlesIn } from "./circles.mjs";
import { arrowsIn, codeBelow } from "./graph.mjs";
import { roomArrows, roomOf } from "./rooms.mjs";
import { brokenRule, rulesFor } from "./rules.mjs";

/** @typedef {import("./graph.mjs").Arrow} Arrow */

/** Where our code stands. */
export const FOLDERS = ["src", "emulator", "commandLine", "test", "tools", "bench", "examples", "templates"];

/** Where every file is in a room of the table. */
const HOUSED = ["src", "emulator", "commandLine"];

/** Their compiled form: there, imports of types are gone, and a circle is one at run time. */
const COMPILED = ["dist/src", "dist/emulator", "dist/commandLine"];

/**
 * What is wrong with the imports of this tree, a sentence each.
 *
 * @param {string} root @param {string[]} rooms the folders of the table in docs/architecture.md
 */
export function breaksIn(root, rooms) {
  const arrows = arrowsIn(root, FOLDERS);
  return [
    ...forbidden(root, arrows),
    ...circles("no circle of files", arrows),
    ...circles("no circle of files at run time", arrowsIn(root, COMPILED)),
    ...circles("no circle of rooms", roomArrows(arrows, rooms)),
    ...unhoused(root, rooms),
    ...uncompiled(root),
  ];
}

/** @param {string} root @param {string} path */
function foldersIn(root, path) {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @param {string} root @param {Arrow[]} arrows */
function forbidden(root, arrows) {
  const ofLifecycle = foldersIn(root, "src/provider/lifecycle");
  const kinds = ofLifecycle.filter((name) => name !== "steps");
  const rules = rulesFor({ clouds: foldersIn(root, "emulator/clouds"), kinds });
  return arrows.flatMap((arrow) => {
    const rule = brokenRule(arrow, rules);
    return rule === undefined ? [] : [`${arrow.said}: ${rule.why}`];
  });
}

/** @param {string} rule @param {Arrow[]} arrows */
function circles(rule, arrows) {
  return circlesIn(arrows).map((circle) => [`${rule}:`, ...circle.map(({ said }) => said)].join("\n    "));
}

/** @param {string} root @param {string[]} rooms */
function unhoused(root, rooms) {
  const files = HOUSED.flatMap((folder) => codeBelow(root, folder)).filter((file) => !roomOf(file, rooms));
  const folders = new Set(files.map((file) => dirname(file)));
  return [...folders].map((folder) => `${folder} is in no row of the table of rooms in docs/architecture.md`);
}

/** @param {string} root */
function uncompiled(root) {
  const missing = COMPILED.filter((folder) => !existsSync(join(root, folder)));
  return missing.map((folder) => `${folder} is not there: run node tools/build.mjs`);
}
