import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { clouds } from "./clouds.mjs";
import { peakMemory } from "./memory.mjs";
import { counted, DESTROY, REFRESH, timed, UP, withBoth } from "./lab.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Something that is measured, with the most that it may be.
 *
 * @typedef {object} Measure
 * @property {string} what
 * @property {number} value
 * @property {number} budget
 * @property {string} unit
 */

/**
 * A row of the budget.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} work
 * @property {number} runs
 * @property {readonly string[] | undefined} [only]   clouds; all if left out
 * @property {(cloud: string) => Promise<Measure[]>} run
 */

/** @param {string} what @param {number} value @param {number} budget @param {string} unit @returns {Measure} */
const measure = (what, value, budget, unit) => ({ what, value, budget, unit });

/** Up of both, and the seconds between them. @param {string} cloud @param {import("./lab.mjs").Setting} setting @param {number} budget */
const beyondTrivial = (cloud, setting, budget) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    return [measure("beyond trivial", own.seconds - least.seconds, budget, "s")];
  });

/** How long after a connection was ready it was seen. @param {string} cloud @param {number} readyMs @param {number} budget @param {number} mostCalls */
const latenessOf = (cloud, readyMs, budget, mostCalls) =>
  withBoth(cloud, { count: 1, timings: { activateMs: readyMs, acceptMs: readyMs } }, async ({ mine }) => {
    const { requests } = await timed(mine, ...UP);
    const { create } = /** @type {import("./clouds.mjs").BenchCloud} */ (clouds[cloud]);
    const madeAt = Date.parse(requests.find(({ action }) => create.test(action))?.at ?? "");
    const seenAt = Date.parse(requests.at(-1)?.at ?? "");
    return [
      measure("seen after it was ready", (seenAt - madeAt - readyMs) / 1000, budget, "s"),
      measure("calls", requests.length, mostCalls, ""),
    ];
  });

/** Milliseconds that a piece of code takes in a fresh process. @param {string} code */
function loadMs(code) {
  const text = `const t=performance.now();${code};Promise.resolve(globalThis.last).then(()=>console.log(performance.now()-t))`;
  return Number(execFileSync(process.execPath, ["-e", text], { cwd: ROOT, encoding: "utf8" }).trim());
}

const PULUMI = 'require("@pulumi/pulumi")';

/** @type {Row[]} */
export const rows = [
  { name: "one", work: "one peering, up", runs: 7, run: (cloud) => beyondTrivial(cloud, { count: 1 }, 0.3) },
  {
    name: "cross",
    work: "cross-account create and accept",
    runs: 7,
    run: (cloud) => beyondTrivial(cloud, { count: 1, isCross: true }, 0.5),
  },
  {
    name: "ready-14",
    work: "active after 14.1 s",
    runs: 3,
    only: ["alicloud", "tencentcloud"],
    run: (cloud) => latenessOf(cloud, 14_100, 1, Number.POSITIVE_INFINITY),
  },
  {
    name: "ready-60",
    work: "active after 60 s",
    runs: 3,
    only: ["alicloud", "tencentcloud"],
    run: (cloud) => latenessOf(cloud, 60_000, 3, 20),
  },
  {
    name: "hub-50",
    work: "50 spokes on one hub, up and destroy",
    runs: 7,
    run: (cloud) =>
      withBoth(cloud, { count: 50 }, async ({ mine }) => {
        const up = await timed(mine, ...UP);
        const { creates, others } = counted(cloud, up.requests);
        const down = await timed(mine, ...DESTROY);
        return [
          measure("up", up.seconds, 6, "s"),
          measure("creates", creates, 50, ""),
          measure("other calls", others, 20, ""),
          measure("destroy", down.seconds, 8, "s"),
        ];
      }),
  },
  {
    name: "locked-10",
    work: "10 spokes, each change locks for 3 s",
    runs: 3,
    only: ["alicloud"],
    run: (cloud) =>
      withBoth(cloud, { count: 10, timings: { vpcLockMs: 3_000 } }, async ({ mine }) => {
        const { seconds } = await timed(mine, ...UP);
        return [measure("up", seconds, 1.15 * 30, "s")];
      }),
  },
  {
    name: "still-200",
    work: "200 peerings: up and preview without change, refresh",
    runs: 7,
    run: (cloud) => still(cloud),
  },
  {
    name: "limits-200",
    work: "200 peerings under the documented limits",
    runs: 3,
    run: (cloud) =>
      withBoth(cloud, { count: 200, limits: {} }, async ({ mine, base }) => {
        const least = await timed(base, ...UP);
        const own = await timed(mine, ...UP);
        const { limit } = /** @type {import("./clouds.mjs").BenchCloud} */ (clouds[cloud]);
        // What fits into the first window is made at once; where all of it does, nothing but the engine bounds it.
        const allowed = (Math.max(0, Math.ceil(200 / limit.calls) - 1) * limit.ms) / 1000;
        const isBound = allowed > least.seconds;
        const throttled = own.requests.filter(({ code }) =>
          /Throttl|LimitExceeded|0308/.test(code ?? ""),
        ).length;
        return [
          isBound
            ? measure("times what the limit allows", own.seconds / allowed, 1.1, "×")
            : measure(
                "times trivial: no limit is met",
                own.seconds / least.seconds,
                Number.POSITIVE_INFINITY,
                "×",
              ),
          measure("throttled answers", (100 * throttled) / own.requests.length, 2, "%"),
          measure("calls", own.requests.length, Number.POSITIVE_INFINITY, ""),
        ];
      }),
  },
  {
    name: "fleet-1000",
    work: "1000 peerings, up",
    runs: 3,
    run: (cloud) =>
      withBoth(cloud, { count: 1000 }, async ({ mine, base }) => {
        const least = await timed(base, ...UP);
        const command = timed(mine, ...UP);
        const memory = await peakMemory(command);
        const own = await command;
        return [
          measure("times trivial", own.seconds / least.seconds, 1.5, "×"),
          measure("memory of the provider", memory, 200, "MB"),
        ];
      }),
  },
  {
    name: "load",
    work: "loading the package, and the provider with one cloud",
    runs: 7,
    run: (cloud) => {
      const base = loadMs(PULUMI);
      const program = loadMs(`${PULUMI};require("pulumi-vpc-peering")`);
      const provider = loadMs(
        `${PULUMI};require("pulumi-vpc-peering/provider");globalThis.last=import("${ROOT}/dist/src/clouds/registry.js").then(({cloudModule})=>cloudModule("${cloud}"))`,
      );
      return Promise.resolve([
        measure("in the program", program - base, 60, "ms"),
        measure("in the provider", provider - base, 150, "ms"),
      ]);
    },
  },
];

/** Stacks that stay up from one run to the next, since nothing of them changes. @type {Map<string, Promise<{measures: () => Promise<Measure[]>, close: () => void}>>} */
const kept = new Map();

/** @param {string} cloud */
async function still(cloud) {
  const opened = kept.get(cloud) ?? keepUp(cloud);
  kept.set(cloud, opened);
  return await (await opened).measures();
}

/** Closes what stayed up for a row. @param {string} cloud */
export async function closeKept(cloud) {
  (await kept.get(cloud))?.close();
  kept.delete(cloud);
}

/** @param {string} cloud */
function keepUp(cloud) {
  return new Promise((ready, failed) => {
    withBoth(cloud, { count: 200 }, async ({ mine, base }) => {
      await timed(base, ...UP);
      await timed(mine, ...UP);
      const measures = async () => {
        const pairs = [];
        for (const command of [UP, ["preview"], REFRESH]) {
          const least = await timed(base, ...command);
          pairs.push({ least, own: await timed(mine, ...command) });
        }
        const [up, preview, refresh] = /** @type {[Pair, Pair, Pair]} */ (pairs);
        return [
          measure("up, times trivial", up.own.seconds / up.least.seconds, 1.3, "×"),
          measure("up, calls", up.own.requests.length, 0, ""),
          measure("preview, times trivial", preview.own.seconds / preview.least.seconds, 1.5, "×"),
          measure("preview, calls", preview.own.requests.length, 0, ""),
          measure("refresh, times trivial", refresh.own.seconds / refresh.least.seconds, 1.5, "×"),
          measure("refresh, calls", refresh.own.requests.length, 10, ""),
        ];
      };
      await new Promise((close) => ready({ measures, close: () => close(undefined) }));
    }).catch(failed);
  });
}

/** @typedef {{least: Awaited<ReturnType<typeof timed>>, own: Awaited<ReturnType<typeof timed>>}} Pair */
