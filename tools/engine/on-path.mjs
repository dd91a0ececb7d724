import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";

import { findProgram, isProgram } from "./programs.mjs";

/**
 * The first way to an engine: the one that the user has.
 *
 * @param {string} ownBin the folder we fill ourselves, which may be on PATH too
 * @returns {Map<string, string>} where each program is
 */
export function engineOnPath(ownBin) {
  const cli = findProgram(process.env.PATH, "pulumi", ownBin);
  if (!cli) throw new Error("there is none");

  // The CLI looks for its helper programs on PATH and in its own folder.
  const besideCli = dirname(realpathSync(cli));
  const programs = new Map([["pulumi", cli]]);
  for (const name of ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"]) {
    const beside = join(besideCli, name);
    const file = isProgram(beside) ? beside : findProgram(process.env.PATH, name, ownBin);
    if (!file) throw new Error(`${cli} comes without ${name}`);
    programs.set(name, file);
  }
  return programs;
}
