import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isCommand, runCommand } from "./command.mjs";
import { withLock } from "./lock.mjs";
import { root } from "./root.mjs";
import { run, tail } from "./process.cjs";
import { say, stopwatch, withSignsOfLife } from "./say.mjs";

export { ensureBuild } from "./build.mjs";

/**
 * Installs what package-lock.json names, unless node_modules holds just that. Quiet if there is nothing to do.
 *
 * @param {{ folder?: string }} [options] folder: the one with package-lock.json
 */
export async function ensureDependencies({ folder = root } = {}) {
  if (isInstalled(folder)) return;
  await withLock(join(folder, ".engine", "dependencies.lock"), async () => {
    if (isInstalled(folder)) return;
    const elapsed = stopwatch();
    const { code, output } = await withSignsOfLife("dependencies", () => run("npm", ["ci"], { cwd: folder }));
    if (code !== 0) throw new Error(`dependencies: npm ci failed\n${causeIn(output)}`);
    say(`dependencies: npm ci took ${elapsed()}`);
  });
}

/**
 * npm begins with the cause, and may end with pages of usage.
 *
 * @param {string} output
 */
function causeIn(output) {
  const errors = output.split("\n").filter((line) => /^npm error \S/.test(line));
  return errors.length > 0 ? errors.slice(0, 8).join("\n") : tail(output);
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }}
 *   LockedPackage
 */

/**
 * npm notes what it installed in node_modules/.package-lock.json, at the very end. The contents of the two lock files
 * are compared, not their ages: git gives a file that it checks out the current time.
 *
 * @param {string} folder
 */
function isInstalled(folder) {
  const locked = packagesOf(join(folder, "package-lock.json"));
  const installed = packagesOf(join(folder, "node_modules", ".package-lock.json"));
  if (!locked) throw new Error(`dependencies: no readable package-lock.json in ${folder}`);
  if (!installed) return false;
  return Object.entries(locked).every(([path, wanted]) => path === "" || isSame(wanted, installed[path]));
}

/**
 * @param {LockedPackage} wanted
 * @param {LockedPackage | undefined} present
 */
function isSame(wanted, present) {
  // npm leaves out the packages of other platforms.
  if (!present) return Boolean(wanted.optional ?? wanted.devOptional);
  return (
    wanted.version === present.version &&
    wanted.link === present.link &&
    (wanted.integrity ?? present.integrity) === (present.integrity ?? wanted.integrity)
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

if (isCommand(import.meta.url)) await runCommand(ensureDependencies);
