// What was proven of programs in a folder, so that it need not be proven again.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../root.mjs";
import { engineFile, moduleFiles } from "./modules.mjs";
import { programNames } from "./programs.mjs";

/** To be raised when a changed set-up script makes engines that an earlier one proved doubtful. */
const rules = 1;

/**
 * @typedef {object} Subject
 * @property {string} name of the file that keeps what was proven
 * @property {readonly string[]} programs that it was proven of
 * @property {readonly string[]} basis files that the proof stands on
 */

/** The engine itself. @type {Subject} */
export const theEngine = {
  name: "stamp.json",
  programs: programNames,
  basis: [
    ...[...moduleFiles, "pulumi-resource-pulumi-nodejs", "proof/index.js"].map(engineFile),
    join(root, "node_modules", "@pulumi", "pulumi", "package.json"),
  ],
};

/**
 * @typedef {object} Stamp
 * @property {string} version of the CLI, or of what a host is built from
 * @property {string} way how it was come by
 * @property {string} proven when
 * @property {string} basis a hash of what the proof stood on
 * @property {Record<string, { bytes: number, modified: number }>} programs
 */

/**
 * @param {string} folder
 * @param {Subject} subject
 * @returns {Stamp | undefined} undefined if nothing was proven of the programs that are there now
 */
export function readStamp(folder, subject) {
  try {
    /** @type {Stamp} */
    const stamp = JSON.parse(readFileSync(join(folder, subject.name), "utf8"));
    const now = JSON.stringify(programsIn(folder, subject));
    return stamp.basis === hashOf(subject.basis) && JSON.stringify(stamp.programs) === now
      ? stamp
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {Subject} subject
 * @param {{way: string, version: string}} proof
 */
export function writeStamp(folder, subject, { way, version }) {
  /** @type {Stamp} */
  const stamp = {
    version,
    way,
    proven: new Date().toISOString(),
    basis: hashOf(subject.basis),
    programs: programsIn(folder, subject),
  };
  const file = join(folder, subject.name);
  writeFileSync(`${file}.new`, `${JSON.stringify(stamp, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** @param {string} folder @param {Subject} subject */
function programsIn(folder, { programs }) {
  return Object.fromEntries(
    programs.map((name) => {
      const { size, mtimeMs } = statSync(join(folder, "bin", name));
      return [name, { bytes: size, modified: mtimeMs }];
    }),
  );
}

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash("sha256").update(String(rules));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}
