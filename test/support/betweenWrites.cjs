const { readdir, readFile } = require("node:fs/promises");
const { join } = require("node:path");
const { fileURLToPath } = require("node:url");
const { isAlive, kill, stop } = require("./processes.cjs");

/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */

/** How long an engine goes on that was about to write. */
const WRITING_MS = 10;

/**
 * Stops a command of the engine at a moment when it is not about to write its state, so that it can be killed there.
 * Beside that file Pulumi keeps another one, which it writes in place: an engine that is killed meanwhile leaves it empty.
 *
 * @param {Stack} stack
 * @param {number} pid
 */
async function stopBetweenWrites(stack, pid) {
  while (await isAlive(pid)) {
    await stop(pid);
    if (await isWhole(stack)) return;
    kill(pid, "SIGCONT");
    await new Promise((done) => setTimeout(done, WRITING_MS));
  }
}

/** Whether all that the engine keeps of the stacks can be read. @param {Stack} stack */
async function isWhole({ environment }) {
  const folder = join(fileURLToPath(String(environment["PULUMI_BACKEND_URL"])), ".pulumi", "stacks");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.json(\.attrs)?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.every(isJson);
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

module.exports = { stopBetweenWrites };
