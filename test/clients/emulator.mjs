import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { root } from "../../tools/root.mjs";

const command = join(root, "dist", "emulator", "cli.js");

/** How long each change takes: until a script moves the clock by as much, however slow the machine is. */
export const changeMs = 600_000;
const timings = { activateMs: changeMs, acceptMs: changeMs, updateMs: changeMs, deleteMs: changeMs };

/**
 * @typedef {object} Emulator
 * @property {string} url
 * @property {(method: string, path: string, body?: unknown) => Promise<any>} admin
 */

/**
 * Starts the emulator's command with a world, lends it, and ends it.
 *
 * @param {object} world
 * @param {(emulator: Emulator) => Promise<void>} use
 */
export async function withEmulator(world, use) {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-clients-"));
  const worldFile = join(folder, "world.json");
  writeFileSync(worldFile, JSON.stringify({ timings, ...world }));
  const child = spawn(process.execPath, [command, "--world", worldFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  // However this process ends, nothing is left.
  process.on("exit", end);
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    const firstLine = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("error", reject);
      child.once("close", (code) => reject(new Error(`The emulator ended with ${String(code)}.`)));
    });
    const { url } = JSON.parse(firstLine);
    await use({ url, admin: (...request) => ask(url, ...request) });
  } finally {
    end();
    await ended;
    process.off("exit", end);
  }
}

/**
 * @param {string} url
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function ask(url, method, path, body) {
  const answer = await fetch(`${url}/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} /_emulator${path}: ${await answer.text()}`);
  return await answer.json();
}
