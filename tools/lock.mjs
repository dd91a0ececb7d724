import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { say } from "./say.mjs";

const pollMs = 200;

/**
 * Runs a task while no other process runs one under the same lock. A lock is a folder that holds the id of its
 * owner; the lock of a process that no longer runs is broken.
 *
 * @template T
 * @param {string} lock
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(lock, task) {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  while (!take(lock)) {
    const owner = ownerOf(lock);
    if (owner === undefined) continue;
    if (!isRunning(owner)) {
      breakLock(lock, owner);
      continue;
    }
    if (!told) say(`waiting for process ${String(owner)} to finish the same work (${lock})`);
    told = true;
    await sleep(pollMs);
  }

  const release = () => {
    rmSync(lock, { recursive: true, force: true });
  };
  process.once("exit", release);
  try {
    return await task();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} lock */
function take(lock) {
  // Made aside and renamed, so that a lock never exists without its owner's name in it.
  const mine = mkdtempSync(`${lock}-`);
  writeFileSync(join(mine, "pid"), String(process.pid));
  try {
    renameSync(mine, lock);
    return true;
  } catch {
    rmSync(mine, { recursive: true });
    return false;
  }
}

/**
 * @param {string} lock
 * @returns {number | undefined} undefined if the lock has just been released
 */
function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, "pid"), "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * @param {string} lock
 * @param {number} owner
 */
function breakLock(lock, owner) {
  const aside = `${lock}-broken-by-${String(process.pid)}`;
  try {
    renameSync(lock, aside);
    // Another process may have broken the same lock a moment earlier and taken it: then this one is not ours to break.
    if (ownerOf(aside) !== owner) renameSync(aside, lock);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}
