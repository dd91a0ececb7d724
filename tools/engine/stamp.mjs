// What was proven of the engine in a folder, so that it need not be proven again.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../root.mjs";
import { engineFile, moduleFiles } from "./modules.mjs";
import { programNames } from "./programs.mjs";

/** To be raised when a changed set-up script makes engines that an earlier one proved doubtful. */
const rules = 1;

/**
 * @typedef {object} Stamp
 * @property {string} version of the CLI
 * @property {string} way how it was come by
 * @property {string} proven when
 * @property {string} basis a hash of what the proof stood on
 * @property {Record<string, { bytes: number, modified: number }>} programs
 */

/**
 * @param {string} folder
 * @returns {Stamp | undefined} undefined if nothing was proven of the programs that are there now
 */
export function readStamp(folder) {
  try {
    /** @type {Stamp} */
    const stamp = JSON.parse(readFileSync(stampFile(folder), "utf8"));
    const same =
      stamp.basis === basis() && JSON.stringify(stamp.programs) === JSON.stringify(programsIn(folder));
    return same ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} way
 * @param {string} version
 */
export function writeStamp(folder, way, version) {
  /** @type {Stamp} */
  const stamp = {
    version,
    way,
    proven: new Date().toISOString(),
    basis: basis(),
    programs: programsIn(folder),
  };
  const file = stampFile(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(stamp, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, "stamp.json");
}

/** @param {string} folder */
function programsIn(folder) {
  return Object.fromEntries(
    programNames.map((name) => {
      const { size, mtimeMs } = statSync(join(folder, "bin", name));
      return [name, { bytes: size, modified: mtimeMs }];
    }),
  );
}

function basis() {
  const hash = createHash("sha256").update(String(rules));
  const ours = [...moduleFiles, "pulumi-resource-pulumi-nodejs", "proof/index.js"].map(engineFile);
  for (const file of [...ours, join(root, "node_modules", "@pulumi", "pulumi", "package.json")]) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}
