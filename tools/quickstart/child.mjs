import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {object} Child
 * @property {number} pid
 * @property {() => string} output everything it has printed so far
 * @property {Promise<number | null>} ended its exit code; null if a signal ended it
 * @property {() => Promise<void>} stop ends it, and answers when it has ended
 */

/** @type {Set<Child>} those that are running, in the order they were started */
const running = new Set();

/**
 * Starts a program and follows what it prints, line by line. It gets a process group of its own, so that Ctrl-C
 * reaches only us, and we decide in which order things end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string, isError: boolean) => void }} [options]
 * @returns {Promise<Child>}
 */
export async function startChild(program, args, { cwd, env, onLine = () => undefined } = {}) {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      onLine(line, stream === child.stderr);
    });
  }
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once("close", resolve));
  await new Promise((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const pid = /** @type {number} */ (child.pid);
  const started = { pid, output: () => lines.join("\n"), ended, stop: () => stop(pid, ended) };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** Ends every child that is running, the youngest first: a command before the emulator that it talks to. */
export async function stopChildren() {
  for (const child of [...running].reverse()) await child.stop();
}

/**
 * The Pulumi CLI ends at once, together with its providers, only when it is told twice.
 *
 * @param {number} pid
 * @param {Promise<unknown>} ended
 */
async function stop(pid, ended) {
  let isRunning = true;
  const end = ended.then(() => (isRunning = false));
  for (const [signal, waitMs] of /** @type {const} */ ([
    ["SIGTERM", 500],
    ["SIGTERM", 3000],
    ["SIGKILL", 3000],
  ])) {
    if (!isRunning) return;
    try {
      process.kill(-pid, signal);
    } catch {
      return;
    }
    await Promise.race([end, sleep(waitMs)]);
  }
}
