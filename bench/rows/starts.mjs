import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { root } from "../../tools/root.mjs";
import { DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { withMemory } from "../memory.mjs";
import { measure, NONE } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */

/** What it takes before anything is done: both doors, and the package in a program. @type {import("./row.mjs").Row[]} */
export const starts = [
  ...[1, 50].map((count) => ({
    name: `plugin-${count}`,
    work: `${count === 1 ? "one peering" : `${count} spokes on one hub`}, by dynamic resources and by the plugin, \`up\``,
    runs: 7,
    run: (/** @type {CloudName} */ cloud) => byBothDoors(cloud, count),
  })),
  {
    name: "plugin-load",
    work: "starting the plugin",
    runs: 7,
    quick: true,
    only: ["alicloud"],
    run: async () => {
      const least = lifeMs('require("@grpc/grpc-js")');
      const { ms, memory } = await started();
      return [
        measure("until it is ready", ms, 300, "ms"),
        measure("times Node.js with gRPC", ms / least, 2.7, "×"),
        measure("memory then", memory, NONE, "MB"),
      ];
    },
  },
  {
    name: "load",
    work: "loading the package, and the provider with one cloud",
    runs: 7,
    quick: true,
    run: (cloud) => {
      const base = loadMs(PULUMI);
      const program = loadMs(`${PULUMI};require("pulumi-vpc-peering")`);
      const provider = loadMs(
        `${PULUMI};require("pulumi-vpc-peering/provider");globalThis.last=import("${root}/dist/src/provider/clouds/registry.js").then(({cloudModule})=>cloudModule("${cloud}"))`,
      );
      return Promise.resolve([
        measure("in the program", program - base, 60, "ms"),
        measure("in the provider", provider - base, 150, "ms"),
        measure("program with it, times without", program / base, 1.2, "×"),
        measure("provider with it, times without", provider / base, 1.5, "×"),
      ]);
    },
  },
];

const PULUMI = 'require("@pulumi/pulumi")';

/** The same program through either door of the engine. @param {CloudName} cloud @param {number} count @returns {Promise<Measure[]>} */
const byBothDoors = (cloud, count) =>
  withBoth(cloud, { count, set: { PATH: pathWithPlugin() } }, async ({ mine }) => {
    const dynamic = await withMemory(timed(mine, ...UP));
    await timed(mine, ...DESTROY);
    await mine.config("vpc-peering:door", "plugin");
    const plugin = await withMemory(timed(mine, ...UP));
    await timed(mine, ...DESTROY);
    return [
      measure("up, dynamic", dynamic.seconds, NONE, "s"),
      measure("up, plugin", plugin.seconds, NONE, "s"),
      measure("calls, dynamic", dynamic.requests.length, NONE, ""),
      measure("calls, plugin", plugin.requests.length, count + 20, ""),
      measure("memory, dynamic", dynamic.memory, NONE, "MB"),
      measure("memory, plugin", plugin.memory, 100, "MB"),
    ];
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
