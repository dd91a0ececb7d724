import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { root } from "../../tools/root.mjs";
import { run, tail } from "../../tools/process.cjs";
import { say, stopwatch } from "../../tools/say.mjs";

const installSeconds = 300;

/**
 * A cloud's official SDK for Node.js, in a folder of its own that git ignores.
 *
 * @param {string} cloud whose folder here has the package.json that is installed
 * @returns {Promise<string>} the folder
 */
export async function ensureNodeSdk(cloud) {
  const folder = join(root, ".engine", `${cloud}-sdk`);
  const wanted = join(import.meta.dirname, cloud, "package.json");
  const stamp = join(folder, "installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(wanted, "utf8")) return folder;
  const elapsed = stopwatch();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(wanted, join(folder, "package.json"));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const { code, output } = await run("npm", args, { cwd: folder, seconds: installSeconds });
  if (code !== 0) throw new Error(`${cloud}-sdk: npm could not install it\n${tail(output, 12)}`);
  copyFileSync(wanted, stamp);
  say(`${cloud}-sdk: installing it took ${elapsed()}`);
  return folder;
}
