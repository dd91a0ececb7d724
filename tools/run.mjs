import { spawn } from "node:child_process";

/**
 * @typedef {object} Outcome
 * @property {number | null} code null if the program was ended by a signal
 * @property {string} output what it printed, standard output first
 * @property {string} stdout
 * @property {boolean} timedOut
 */

/** @type {Set<number>} process groups that are running now */
const running = new Set();

/**
 * Runs a program to its end and collects what it prints. Rejects only if the program cannot be started.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number }} [options] seconds: a time limit
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env, seconds } = {}) {
  return new Promise((resolve, reject) => {
    // A process group of its own, so that what the program starts can be ended together with it.
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));

    const group = child.pid;
    if (group !== undefined) enter(group);
    const limit =
      seconds === undefined || group === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop(group);
          }, seconds * 1000);
    const done = () => {
      clearTimeout(limit);
      if (group !== undefined) leave(group);
    };

    child.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      done();
      reject(error.code === "ENOENT" ? new Error(`${program} is not there, or not on PATH`) : error);
    });
    child.on("close", (code) => {
      done();
      resolve({ code, output: stdout + stderr, stdout, timedOut });
    });
  });
}

/**
 * The last lines of what a program printed, for an error message.
 *
 * @param {string} output
 * @param {number} [lines]
 */
export function tail(output, lines = 8) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}

/** @param {number} group */
function stop(group) {
  signalGroup(group, "SIGTERM");
  // The Pulumi CLI ends the provider processes, which have groups of their own, only when it is told twice.
  setTimeout(() => signalGroup(group, "SIGTERM"), 1000).unref();
  setTimeout(() => signalGroup(group, "SIGKILL"), 3000).unref();
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
  if (!running.has(group)) return;
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended by itself.
  }
}

/** @param {number} group */
function enter(group) {
  if (running.size === 0) for (const signal of interrupts) process.on(signal, onInterrupt);
  running.add(group);
}

/** @param {number} group */
function leave(group) {
  running.delete(group);
  if (running.size === 0) for (const signal of interrupts) process.off(signal, onInterrupt);
}

/** @type {NodeJS.Signals[]} */
const interrupts = ["SIGINT", "SIGTERM", "SIGHUP"];

/** @param {NodeJS.Signals} signal */
function onInterrupt(signal) {
  for (const group of running) signalGroup(group, "SIGTERM");
  process.exit(signal === "SIGINT" ? 130 : 143);
}
