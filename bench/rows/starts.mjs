import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { root } from "../../tools/root.mjs";
import { DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { withMemory } from "../memory.mjs";
import { atMost, row, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** One program through either door of the engine. @param {number} count @param {CloudName} [quick] */
const plugin = (count, quick) =>
  row({
    name: `plugin-${count}`,
    work: `${count === 1 ? "one peering" : `${count} spokes on one hub`}, by dynamic resources and by the plugin, \`up\``,
    runs: 7,
    ...(quick === undefined ? {} : { quick }),
    measures: {
      "up, dynamic": told("s"),
      "up, plugin": told("s"),
      "plugin, times dynamic": atMost(1, "×"),
      "calls, dynamic": told(""),
      "calls, plugin": atMost(count + 20, ""),
      "memory, dynamic": told("MB"),
      "memory, plugin": atMost(100, "MB"),
    },
    run: (cloud) => byBothDoors(cloud, count),
  });

/** What it takes before anything is done: both doors, and the package in a program. @type {import("./row.mjs").Row[]} */
export const starts = [
  plugin(1, "huaweicloud"),
  plugin(50),
  row({
    name: "plugin-load",
    work: "starting the plugin",
    runs: 7,
    quick: "alicloud",
    only: ["alicloud"],
    measures: {
      "until it is ready": atMost(300, "ms"),
      "times Node.js with gRPC": atMost(2.7, "×"),
      "memory then": told("MB"),
    },
    run: async () => {
      const least = lifeMs('require("@grpc/grpc-js")');
      const { ms, memory } = await started();
      return { "until it is ready": ms, "times Node.js with gRPC": ms / least, "memory then": memory };
    },
  }),
  row({
    name: "load",
    work: "loading the package, and the provider with one cloud",
    runs: 7,
    quick: "alicloud",
    measures: {
      "in the program": atMost(60, "ms"),
      "in the provider": atMost(150, "ms"),
      "program with it, times without": atMost(1.2, "×"),
      "provider with it, times without": atMost(1.5, "×"),
    },
    run: (cloud) => {
      const [base, program, provider] = /** @type {[number, number, number]} */ (
        leastLoadMs([
          PULUMI,
          `${PULUMI};require("pulumi-vpc-peering")`,
          `${PULUMI};require("pulumi-vpc-peering/provider");globalThis.last=import("${root}/dist/src/provider/clouds/registry.js").then(({cloudModule})=>cloudModule("${cloud}"))`,
        ])
      );
      return Promise.resolve({
        "in the program": program - base,
        "in the provider": provider - base,
        "program with it, times without": program / base,
        "provider with it, times without": provider / base,
      });
    },
  }),
];

const PULUMI = 'require("@pulumi/pulumi")';

/** The same program through either door of the engine. @param {CloudName} cloud @param {number} count */
const byBothDoors = (cloud, count) =>
  withBoth(cloud, { count, set: { PATH: pathWithPlugin() } }, async ({ mine }) => {
    const dynamic = await withMemory(timed(mine, ...UP));
    await timed(mine, ...DESTROY);
    await mine.config("vpc-peering:door", "plugin");
    const plugin = await withMemory(timed(mine, ...UP));
    await timed(mine, ...DESTROY);
    return {
      "up, dynamic": dynamic.seconds,
      "up, plugin": plugin.seconds,
      "plugin, times dynamic": plugin.seconds / dynamic.seconds,
      "calls, dynamic": dynamic.requests.length,
      "calls, plugin": plugin.requests.length,
      "memory, dynamic": dynamic.memory,
      "memory, plugin": plugin.memory,
    };
  });

/** Starts the plugin: how long until it tells its port, in milliseconds, and the memory that it has taken then, in MB. */
async function started() {
  const startedAt = performance.now();
  const plugin = spawn(process.execPath, [`${root}/dist/src/plugin/cli.js`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(plugin.stdout, "data");
  const ms = performance.now() - startedAt;
  const status = await readFile(`/proc/${plugin.pid}/status`, "utf8").catch(() => "");
  plugin.kill();
  return { ms, memory: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 };
}

/** How many processes load a piece of code for one value: what else the machine does only ever adds to it. */
const LOADS = 5;

/** The least milliseconds that each of some pieces of code takes in a fresh process; they take turns. @param {readonly string[]} codes */
function leastLoadMs(codes) {
  const rounds = Array.from({ length: LOADS }, () => codes.map(loadMs));
  return codes.map((_, i) => Math.min(...rounds.map((round) => round[i] ?? Number.NaN)));
}

/** Milliseconds that a piece of code takes in a fresh process. @param {string} code */
function loadMs(code) {
  const text = `const t=performance.now();${code};Promise.resolve(globalThis.last).then(()=>console.log(performance.now()-t))`;
  return Number(execFileSync(process.execPath, ["-e", text], { cwd: root, encoding: "utf8" }).trim());
}

/** Milliseconds that a fresh process with such code lives. @param {string} code */
function lifeMs(code) {
  const startedAt = performance.now();
  execFileSync(process.execPath, ["-e", code], { cwd: root });
  return performance.now() - startedAt;
}
