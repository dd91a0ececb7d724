import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { circlesIn } from "./circles.mjs";
import { arrowsIn } from "./graph.mjs";
import { roomArrows, roomOf } from "./rooms.mjs";
import { brokenRule, isIn, rulesFor } from "./rules.mjs";

/** @typedef {import("./graph.mjs").Arrow} Arrow */

/** Where our code stands. */
export const FOLDERS = ["src", "emulator", "test", "tools", "bench", "examples"];

/** Where every file is in a room of the table. */
const HOUSED = ["src", "emulator"];

/** Their compiled form: there, imports of types are gone, and a circle is one at run time. */
const COMPILED = ["dist/src", "dist/emulator"];

/**
 * What breaks a rule today: `from -> to`, or the folder that all files of a circle stand in. It may only become
 * shorter: a break that is not here fails the check, and so does an entry that nothing needs any more.
 */
export const KNOWN = [
  "bench/lab.mjs -> test/crash/stack.mjs",
  "circle in dist/src/provider/lifecycle",
  "circle in src/provider/clouds",
  "circle in src/provider/lifecycle",
  "circle in emulator",
  "emulator/core/emulation.ts -> emulator/world/world.ts",
  "emulator/core/room.ts -> emulator/world/world.ts",
  "src/program/resources/connection.ts -> src/provider/lifecycle/connection/state.ts",
];

/**
 * What is wrong with the imports of this tree, a sentence each.
 *
 * @param {string} root @param {string[]} rooms the folders of the table in docs/architecture.md
 * @param {string[]} known
 */
export function breaksIn(root, rooms, known) {
  const arrows = arrowsIn(root, FOLDERS);
  const found = [
    ...forbidden(arrows, cloudsIn(root)),
    ...circles("no circle of files", arrows),
    ...circles("no circle of files at run time", arrowsIn(root, COMPILED)),
    ...circles("no circle of rooms", roomArrows(arrows, rooms)),
  ];
  const idle = known.filter((one) => !found.some(({ key }) => key === one));
  return [
    ...COMPILED.filter((folder) => !existsSync(join(root, folder))).map(
      (folder) => `${folder} is not there, so that its circles cannot be seen: run node tools/build.mjs`,
    ),
    ...unhoused(arrows, rooms),
    ...found.filter(({ key }) => !known.includes(key)).map(({ sentence }) => sentence),
    ...idle.map(
      (one) => `tools/boundaries/breaks.mjs: nothing needs the known break "${one}" any more: delete it`,
    ),
  ];
}

/** @param {string} root */
function cloudsIn(root) {
  const folder = join(root, "emulator/clouds");
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @param {Arrow[]} arrows @param {string[]} clouds */
function forbidden(arrows, clouds) {
  const rules = rulesFor(clouds);
  return arrows.flatMap((arrow) => {
    const rule = brokenRule(arrow, rules);
    if (rule === undefined) return [];
    return [{ key: `${arrow.from} -> ${arrow.to}`, sentence: `${arrow.said}: ${rule.why}` }];
  });
}

/** @param {Arrow[]} arrows @param {string[]} rooms */
function unhoused(arrows, rooms) {
  const files = arrows.map(({ from }) => from).filter((file) => isIn(file, HOUSED) && !roomOf(file, rooms));
  const folders = new Set(files.map((file) => dirname(file)));
  return [...folders].map((folder) => `${folder} is in no row of the table of rooms in docs/architecture.md`);
}

/** @param {string} rule @param {Arrow[]} arrows */
function circles(rule, arrows) {
  return circlesIn(arrows).map((circle) => ({
    key: `circle in ${commonFolder(circle.map(({ from }) => from))}`,
    sentence: `${rule}:${circle.map(({ said }) => `\n    ${said}`).join("")}`,
  }));
}

/** @param {string[]} files */
function commonFolder([first = "", ...others]) {
  let folder = dirname(first);
  while (!others.every((other) => isIn(other, [folder]))) folder = dirname(folder);
  return folder;
}
