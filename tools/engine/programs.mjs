import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What the engine consists of: the CLI, the language host it runs programs with, the provider of dynamic resources. */
export const programNames = ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

/** The first CLI whose dynamic providers can tell the inputs of a resource they read. */
export const oldestVersion = "3.216.0";

/**
 * @param {string | undefined} path a list of folders, as in PATH
 * @param {string} name
 * @param {string} [except] a folder that does not count
 * @returns {string | undefined}
 */
export function findProgram(path, name, except) {
  return (path ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "" && !isSameFolder(folder, except))
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} output what `pulumi version` printed
 * @returns {string | undefined}
 */
export function versionIn(output) {
  return /^v?(\d+\.\d+\.\d+\S*)$/m.exec(output)?.[1];
}

/**
 * @param {string} version
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const have = version.split(/[.-]/).map(Number);
  const need = oldest.split(".").map(Number);
  for (const [index, wanted] of need.entries()) {
    const part = have[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/**
 * @param {string} folder
 * @param {string | undefined} other
 */
function isSameFolder(folder, other) {
  if (other === undefined) return false;
  try {
    return realpathSync(folder) === realpathSync(other);
  } catch {
    return false;
  }
}
