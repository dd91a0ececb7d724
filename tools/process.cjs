// CommonJS, because both scripts and the tests, which jest compiles to CommonJS, load it.

const { spawn } = require("node:child_process");
const { createInterface } = require("node:readline");
const { setTimeout: sleep } = require("node:timers/promises");

/**
 * @typedef {object} Outcome what a program did
 * @property {number | null} code null if it was ended by a signal
 * @property {string} output what it printed, on both streams as it came
 * @property {string} stdout
 */

/**
 * @typedef {object} Running a program that goes on
 * @property {number} pid 0 if it could not be started; then `ended` rejects
 * @property {() => string} output what it printed so far
 * @property {Promise<Outcome>} ended
 */

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [ownGroup] whether it gets a process group of its own: then Ctrl-C does not reach it, and it is
 *   ended together with what it started
 * @property {(line: string, stream: "stdout" | "stderr") => void} [onLine] told each line that it prints, and where
 */

/** The process groups of our own that are running, in the order they were started. @type {Map<number, Promise<unknown>>} */
const groups = new Map();

/**
 * Starts a program and follows what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Running}
 */
function start(program, args, { cwd, env, ownGroup = false, onLine } = {}) {
  const child = spawn(program, args, { cwd, env, detached: ownGroup, stdio: ["ignore", "pipe", "pipe"] });
  let [output, stdout] = ["", ""];
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    const stream = child[name].setEncoding("utf8").on("data", (text) => {
      output += text;
      if (name === "stdout") stdout += text;
    });
    if (onLine !== undefined) createInterface({ input: stream }).on("line", (line) => onLine(line, name));
  }
  const { pid = 0 } = child;
  /** @type {Promise<Outcome>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === "ENOENT" ? new Error(`${program} is not there, or not on PATH`) : error);
    });
    child.on("close", (code) => resolve({ code, output, stdout }));
  });
  if (ownGroup && pid !== 0) {
    const left = () => void groups.delete(pid);
    groups.set(pid, ended.then(left, left));
  }
  return { pid, output: () => output, ended };
}

/**
 * Runs a program to its end, in a process group of its own, which an interrupt of this process ends as well. Rejects
 * only if the program cannot be started.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number }} [options] seconds: a time limit
 * @returns {Promise<Outcome & { timedOut: boolean }>}
 */
async function run(program, args, { seconds, ...options } = {}) {
  const { pid, ended } = start(program, args, { ...options, ownGroup: true });
  let timedOut = false;
  const expire = () => {
    timedOut = true;
    void stop(pid);
  };
  const limit = seconds === undefined ? undefined : setTimeout(expire, seconds * 1000);
  if (guarded++ === 0) for (const signal of interrupts) process.on(signal, onInterrupt);
  try {
    return { ...(await ended), timedOut };
  } finally {
    clearTimeout(limit);
    if (--guarded === 0) for (const signal of interrupts) process.off(signal, onInterrupt);
  }
}

/** Ends all groups that are running, the youngest first: a command before the emulator that it talks to. */
async function stopAll() {
  for (const group of [...groups.keys()].reverse()) await stop(group);
}

/**
 * Ends a process group. The Pulumi CLI ends at once, together with its providers, which have groups of their own, only
 * when it is told twice.
 *
 * @param {number} group
 */
async function stop(group) {
  for (const [signal, waitMs] of /** @type {const} */ ([
    ["SIGTERM", 500],
    ["SIGTERM", 3_000],
    ["SIGKILL", 3_000],
  ])) {
    const end = groups.get(group);
    if (end === undefined || !signalGroup(group, signal)) return;
    await Promise.race([end, sleep(waitMs, undefined, { ref: false })]);
  }
}

/** @param {number} group @param {NodeJS.Signals} signal @returns {boolean} false if it has ended by itself */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/** @type {readonly NodeJS.Signals[]} */
const interrupts = ["SIGINT", "SIGTERM", "SIGHUP"];

/** How many programs an interrupt ends now. */
let guarded = 0;

/** @param {NodeJS.Signals} signal */
function onInterrupt(signal) {
  for (const group of groups.keys()) signalGroup(group, "SIGTERM");
  process.exit(signal === "SIGINT" ? 130 : 143);
}

/**
 * The last lines of what a program printed, for an error message.
 *
 * @param {string} output
 * @param {number} [lines]
 */
function tail(output, lines = 8) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}

module.exports = { run, start, stop, stopAll, tail };
