import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { root } from "../../../tools/root.mjs";
import { run, tail } from "../../../tools/process.cjs";
import { say, stopwatch } from "../../../tools/say.mjs";

const folder = join(root, ".engine", "tccli");
const wanted = join(import.meta.dirname, "requirements.txt");
const scripts = join(folder, process.platform === "win32" ? "Scripts" : "bin");
const installSeconds = 300;

/**
 * Tencent Cloud's command line, in a virtual environment of its own that git ignores.
 *
 * @param {string} python an interpreter that can make virtual environments
 * @returns {Promise<string>} the command
 */
export async function ensureTccli(python) {
  const command = join(scripts, process.platform === "win32" ? "tccli.exe" : "tccli");
  const stamp = join(folder, "installed.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(wanted, "utf8")) return command;
  const elapsed = stopwatch();
  rmSync(folder, { recursive: true, force: true });
  await must(python, ["-m", "venv", folder]);
  const pip = ["-m", "pip", "--no-input", "--disable-pip-version-check"];
  await must(join(scripts, "python"), [...pip, "install", "--quiet", "--no-deps", "-r", wanted]);
  copyFileSync(wanted, stamp);
  say(`tccli: installing it took ${elapsed()}`);
  return command;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function must(program, args) {
  const { code, output } = await run(program, args, { seconds: installSeconds });
  if (code !== 0) throw new Error(`tccli: it could not be installed\n${tail(output, 12)}`);
}
