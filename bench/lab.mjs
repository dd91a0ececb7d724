import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { clouds } from "../tools/clouds/index.cjs";
import { worldOf } from "../tools/clouds/world.cjs";
import { openStack } from "../tools/stack/stack.cjs";
import { ours, trivial } from "./programs.mjs";

/** @type {typeof import("../dist/emulator/index.js")} */
export const { startEmulator } = createRequire(import.meta.url)("../dist/emulator/index.js");

/** @typedef {import("../tools/clouds/index.cjs").CloudName} CloudName */
/** @typedef {import("../tools/stack/stack.cjs").Stack} Stack */
/** @typedef {import("./programs.mjs").Shape & {timings?: object, limits?: object, set?: NodeJS.ProcessEnv}} Setting */

/** One command, timed: its seconds, and what it asked of the cloud. @param {Stack} stack @param {string[]} args */
export async function timed(stack, ...args) {
  await stack.admin("DELETE", "/requests");
  const startedAt = performance.now();
  await stack.ok(...args);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, requests: await stack.requests() };
}

export const UP = ["up", "--yes", "--skip-preview"];
export const REFRESH = ["refresh", "--yes", "--skip-preview"];
export const DESTROY = ["destroy", "--yes", "--skip-preview"];

const DOCTOR = fileURLToPath(new URL("../dist/src/cli/doctor/cli.js", import.meta.url));

/** The doctor's look at a stack, timed: its seconds, what it asked of the cloud, and whether it found that all packets get through. @param {Stack} stack */
export async function doctored(stack) {
  await stack.admin("DELETE", "/requests");
  const startedAt = performance.now();
  const report = await new Promise((resolve, reject) => {
    const options = { cwd: stack.folder, env: stack.environment, maxBuffer: 1 << 28 };
    execFile(process.execPath, [DOCTOR, "--json"], options, (error, stdout, stderr) => {
      // A hub's table may be as full as the usual quota allows, which is a finding.
      if (error === null || error.code === 2) resolve(JSON.parse(stdout));
      else reject(new Error(stderr));
    });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { connections } = /** @type {{connections: {reaches: boolean | null}[]}} */ (report);
  return {
    seconds,
    requests: await stack.requests(),
    lost: connections.filter(({ reaches }) => !reaches).length,
  };
}

/** The world for a setting. @param {CloudName} cloud @param {Setting} setting @returns {import("../dist/emulator/index.js").WorldInput} */
export function worldFor(cloud, { count, isCross = false, timings, limits }) {
  const quick = worldOf(clouds[cloud], { own: count, partners: isCross ? count : 0 });
  return {
    ...quick,
    timings: { ...quick.timings, routeMs: 0, ...timings },
    limits: limits ?? quick.limits ?? {},
  };
}

/** A stack of ours and a trivial one of the same shape, while something is done with both. @template T @param {CloudName} cloud @param {Setting} setting @param {(both: {mine: Stack, base: Stack}) => Promise<T>} work @returns {Promise<T>} */
export async function withBoth(cloud, setting, work) {
  const { set } = setting;
  const mine = await openStack({
    emulator: await startEmulator({ world: worldFor(cloud, setting) }),
    program: ours(cloud, setting),
    set: set ?? {},
  });
  const base = await openStack({
    emulator: await startEmulator(),
    program: trivial(setting),
    set: set ?? {},
  });
  try {
    return await work({ mine, base });
  } finally {
    await mine.close();
    await base.close();
  }
}

/** How many calls made connections, and how many did something else. @param {CloudName} cloud @param {readonly {action: string}[]} requests */
export function counted(cloud, requests) {
  const creates = requests.filter(({ action }) => action === clouds[cloud].actions.create).length;
  return { creates, others: requests.length - creates };
}
