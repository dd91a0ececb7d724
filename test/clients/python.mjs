import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../../tools/root.mjs";
import { run, tail } from "../../tools/process.cjs";
import { say, stopwatch } from "../../tools/say.mjs";

const folder = join(root, ".engine", "python");
const stamp = join(folder, "requirements.sha256");
const requirements = join(import.meta.dirname, "requirements.txt");
const interpreter = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const installSeconds = 300;

/**
 * A Python that has just the packages of requirements.txt, in a virtual environment of this checkout's own.
 *
 * @returns {Promise<string>} the interpreter
 */
export async function ensurePython() {
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && (await starts(interpreter))) {
    return interpreter;
  }
  const elapsed = stopwatch();
  const python = await findPython();
  rmSync(folder, { recursive: true, force: true });
  await must([python, "-m", "venv", folder], "a virtual environment could not be made");
  const pip = [interpreter, "-m", "pip", "--no-input", "--disable-pip-version-check"];
  // What is not pinned is not installed.
  await must(
    [...pip, "install", "--quiet", "--no-deps", "-r", requirements],
    "pip could not install the SDK",
  );
  await must([...pip, "check"], "requirements.txt leaves something out");
  writeFileSync(stamp, wanted);
  say(`python: a virtual environment with the SDK took ${elapsed()}`);
  return interpreter;
}

/** @param {string} python */
async function starts(python) {
  return (
    (await attempt([python, "-c", "import alibabacloud_vpcpeer20220101, alibabacloud_vpc20160428"]))?.code ===
    0
  );
}

/** A Python 3 that can make virtual environments. */
async function findPython() {
  const python = await firstThatRuns(["python3", "python"]);
  if (python === undefined) {
    throw new Error(
      "python: there is no Python 3 on PATH, and these clients need it. Install it (3.10 or later).",
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
 * @returns {Promise<import("../../tools/process.cjs").Outcome | undefined>} nothing if there is no such program
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
