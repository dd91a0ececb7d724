import { openStack } from "../test/crash/stack.mjs";
import { clouds, worldOf } from "./clouds.mjs";
import { ours, trivial } from "./programs.mjs";

/** @typedef {Awaited<ReturnType<typeof openStack>>} Stack */
/** @typedef {import("./programs.mjs").Shape & {timings?: object, limits?: object}} Setting */

/** One command, timed: its seconds, and what it asked of the cloud. @param {Stack} stack @param {string[]} args */
export async function timed(stack, ...args) {
  await stack.admin("DELETE", "/requests");
  const startedAt = performance.now();
  const { code, output } = await stack.run(...args);
  const seconds = (performance.now() - startedAt) / 1000;
  if (code !== 0) throw new Error(`pulumi ${args.join(" ")} exited with ${code}:\n${output}`);
  /** @type {{action: string, code: string | null, at: string}[]} */
  const requests = await stack.admin("GET", "/requests");
  return { seconds, requests };
}

export const UP = ["up", "--yes", "--skip-preview"];
export const REFRESH = ["refresh", "--yes", "--skip-preview"];
export const DESTROY = ["destroy", "--yes", "--skip-preview"];

/** A stack of ours and a trivial one of the same shape, while something is done with both. @template T @param {string} cloud @param {Setting} setting @param {(both: {mine: Stack, base: Stack}) => Promise<T>} work @returns {Promise<T>} */
export async function withBoth(cloud, setting, work) {
  const mine = await openStack(worldOf(cloud, setting.count, setting));
  const base = await openStack({});
  try {
    await mine.write(ours(cloud, setting));
    await base.write(trivial(setting));
    for (const stack of [mine, base]) await stack.run("stack", "init", "dev");
    return await work({ mine, base });
  } finally {
    await mine.close();
    await base.close();
  }
}

/** How many calls made connections, and how many did something else. @param {string} cloud @param {readonly {action: string}[]} requests */
export function counted(cloud, requests) {
  const { create } = /** @type {import("./clouds.mjs").BenchCloud} */ (clouds[cloud]);
  const creates = requests.filter(({ action }) => create.test(action)).length;
  return { creates, others: requests.length - creates };
}
