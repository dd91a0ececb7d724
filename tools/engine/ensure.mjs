import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";

import { ensureDependencies } from "../dependencies.mjs";
import { withLock } from "../lock.mjs";
import { root } from "../root.mjs";
import { say, stopwatch } from "../say.mjs";
import { engineFromGo } from "./go-build.mjs";
import { engineOnPath } from "./on-path.mjs";
import { programNames } from "./programs.mjs";
import { proveEngine, startEngine } from "./proof.mjs";
import { readStamp, theEngine, writeStamp } from "./stamp.mjs";
import { engineFromVendor } from "./vendor.mjs";

/**
 * Sees to it that a folder holds a usable Pulumi engine, in its folder `bin`.
 *
 * @param {{ into?: string, vendorSeconds?: number }} [options]
 */
export async function ensureEngine({ into = join(root, ".engine"), vendorSeconds = 20 } = {}) {
  if (process.platform === "win32") throw new Error("engine: on Windows, run this in WSL");
  // The proof needs @pulumi/pulumi.
  await ensureDependencies();
  if (await isReady(into)) return;
  await withLock(join(into, "engine.lock"), async () => {
    // While we waited for the lock, its owner may have done the work.
    if (await isReady(into)) return;
    await setUp(into, vendorSeconds);
  });
}

/** @param {string} into */
async function isReady(into) {
  const elapsed = stopwatch();
  const stamp = readStamp(into, theEngine);
  if (!stamp) return false;
  try {
    if ((await startEngine(join(into, "bin"))) !== stamp.version) return false;
  } catch {
    return false;
  }
  say(`engine: Pulumi ${stamp.version} (${stamp.way}) is ready; checked in ${elapsed()}`);
  return true;
}

/**
 * @param {string} into
 * @param {number} vendorSeconds
 */
async function setUp(into, vendorSeconds) {
  const elapsed = stopwatch();
  const bin = join(into, "bin");
  const staging = join(into, "staging");

  /** @type {{ name: string, find: () => Promise<Map<string, string>> }[]} */
  const ways = [
    { name: "the pulumi on PATH", find: async () => engineOnPath(bin) },
    {
      name: "the vendor's installer",
      find: () => engineFromVendor(join(into, "vendor"), vendorSeconds),
    },
    { name: "a Go build", find: () => engineFromGo(staging) },
  ];

  const failures = [];
  for (const way of ways) {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    try {
      linkInto(staging, await way.find());
      const version = await startEngine(staging);
      const proofElapsed = stopwatch();
      await proveEngine(staging);
      say(`engine: an up of one resource took ${proofElapsed()}`);
      moveInto(bin, staging);
      writeStamp(into, theEngine, { way: way.name, version });
      say(`engine: Pulumi ${version} (${way.name}) is ready in ${nameOf(bin)} after ${elapsed()}`);
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(`  ${way.name}: ${reason}`);
      say(`engine: skipped ${way.name}: ${String(reason.split("\n")[0])}`);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }
  throw new Error(
    [
      "engine: found no usable Pulumi engine. There are three ways to one, and each failed:",
      ...failures,
      "Make one of them work, then run this again.",
    ].join("\n"),
  );
}

/**
 * @param {string} folder
 * @param {Map<string, string>} programs
 */
function linkInto(folder, programs) {
  for (const [name, file] of programs) {
    if (!existsSync(join(folder, name))) symlinkSync(file, join(folder, name));
  }
}

/**
 * One rename a program: a process that starts one of them meanwhile gets the old or the new one, never none.
 *
 * @param {string} bin
 * @param {string} staging
 */
function moveInto(bin, staging) {
  mkdirSync(bin, { recursive: true });
  for (const name of programNames) renameSync(join(staging, name), join(bin, name));
}

/** @param {string} folder */
function nameOf(folder) {
  const name = relative(process.cwd(), folder);
  return name.startsWith("..") ? folder : name;
}
