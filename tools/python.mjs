import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./root.mjs";
import { run, tail } from "./process.cjs";
import { say, stopwatch } from "./say.mjs";

const installSeconds = 300;

/**
 * @typedef {object} Wanted
 * @property {string} name of the environment
 * @property {string} requirements the file of its packages, all of which it names
 * @property {string} [source] the folder of a package that is installed besides
 * @property {string} proof a line of Python that works once all is there
 */

/**
 * A Python that has just these packages, in a virtual environment of this checkout's own.
 *
 * @param {Wanted} wanted
 * @returns {Promise<string>} the interpreter
 */
export async function ensurePython({ name, requirements, source, proof }) {
  const folder = join(root, ".engine", name);
  const stamp = join(folder, "requirements.sha256");
  const interpreter = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const hash = hashOf([requirements, ...(source === undefined ? [] : filesIn(source))]);
  const isThere = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isThere && (await attempt([interpreter, "-c", proof]))?.code === 0) return interpreter;

  const elapsed = stopwatch();
  const python = await findPython();
  rmSync(folder, { recursive: true, force: true });
  await must([python, "-m", "venv", folder], "a virtual environment could not be made");
  const pip = [interpreter, "-m", "pip", "--no-input", "--disable-pip-version-check"];
  // What is not pinned is not installed.
  const install = [...pip, "install", "--quiet", "--no-deps"];
  await must([...install, "-r", requirements], "pip could not install the packages");
  if (source !== undefined) await installCopy(install, source, join(folder, "source"));
  await must([...pip, "check"], "requirements.txt leaves something out");
  writeFileSync(stamp, hash);
  say(`python: the virtual environment ${name} took ${elapsed()}`);
  return interpreter;
}

/**
 * Installs a package from a copy of its folder, in which the build may leave files.
 *
 * @param {readonly string[]} install
 * @param {string} source
 * @param {string} copy
 */
async function installCopy(install, source, copy) {
  cpSync(source, copy, { recursive: true });
  await must([...install, "--no-build-isolation", copy], `pip could not install ${source}`);
}

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A Python 3 that can make virtual environments. */
async function findPython() {
  const python = await firstThatRuns(["python3", "python"]);
  if (python === undefined) {
    throw new Error(
      "python: there is no Python 3 on PATH, and these tests need it. Install it (3.10 or later).",
    );
  }
  if (await hasVenv(python)) return python;
  // Debian has it in a package apart. Nobody else's machine is changed.
  if (process.env.CI && (await attempt(["apt-get", "--version"]))?.code === 0) {
    say("python: installing python3-venv");
    await attempt(["apt-get", "update", "-q"]);
    await attempt(["apt-get", "install", "-y", "-q", "--no-install-recommends", "python3-venv"]);
    if (await hasVenv(python)) return python;
  }
  throw new Error(
    `python: ${python} has no venv module. Install it: on Debian and Ubuntu, apt-get install python3-venv.`,
  );
}

/** @param {string[]} candidates */
async function firstThatRuns(candidates) {
  for (const candidate of candidates) {
    const found = await attempt([candidate, "-c", "import sys; sys.exit(sys.version_info < (3, 10))"]);
    if (found?.code === 0) return candidate;
  }
  return undefined;
}

/** @param {string} python */
async function hasVenv(python) {
  return (await attempt([python, "-c", "import venv, ensurepip"]))?.code === 0;
}

/**
 * @param {string[]} command
 * @returns {Promise<(import("./process.cjs").Outcome & {timedOut: boolean}) | undefined>} nothing if there is no such program
 */
async function attempt([program = "", ...args]) {
  try {
    return await run(program, args, { seconds: installSeconds });
  } catch {
    return undefined;
  }
}

/**
 * @param {string[]} command
 * @param {string} complaint
 */
async function must(command, complaint) {
  const outcome = await attempt(command);
  if (outcome?.code === 0) return;
  const why = outcome?.timedOut ? `no end after ${String(installSeconds)} s\n` : "";
  throw new Error(`python: ${complaint}\n${why}${tail(outcome?.output ?? "", 12)}`);
}
