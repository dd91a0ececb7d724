import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { clouds } from "../tools/clouds/index.cjs";
import { pathWithPlugin } from "../tools/plugin.mjs";
import { vpcIdOf } from "../tools/clouds/world.cjs";
import { withMemory } from "./memory.mjs";
import { counted, DESTROY, doctored, REFRESH, timed, UP, withBoth } from "./lab.mjs";
import { fleetOf } from "./programs.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @typedef {import("../tools/clouds/index.cjs").CloudName} CloudName */

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
 * @property {string} [peers]   what the same work takes with what people use today
 * @property {number} runs
 * @property {readonly CloudName[] | undefined} [only]   clouds; all if left out
 * @property {(cloud: CloudName) => Promise<Measure[]>} run
 */

/** Of what is measured without a budget. */
const NONE = Number.POSITIVE_INFINITY;

/** Clouds on which a connection takes time to become active; on the third, it is at once, and so is an accepted one. @type {readonly CloudName[]} */
const TAKES_TIME = ["alicloud", "tencentcloud"];

/** @param {string} what @param {number} value @param {number} budget @param {string} unit @returns {Measure} */
const measure = (what, value, budget, unit) => ({ what, value, budget, unit });

/** Up of both, and the seconds between them. @param {CloudName} cloud @param {import("./lab.mjs").Setting} setting @param {number} budget */
const beyondTrivial = (cloud, setting, budget) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    return [measure("beyond trivial", own.seconds - least.seconds, budget, "s")];
  });

/** How long after a connection was ready it was seen. @param {CloudName} cloud @param {number} readyMs @param {number} budget @param {number} mostCalls */
const latenessOf = (cloud, readyMs, budget, mostCalls) =>
  withBoth(cloud, { count: 1, timings: { activateMs: readyMs, acceptMs: readyMs } }, async ({ mine }) => {
    const { requests } = await timed(mine, ...UP);
    const { create } = clouds[cloud].actions;
    const madeAt = Date.parse(requests.find(({ action }) => action === create)?.at ?? "");
    const seenAt = Date.parse(requests.at(-1)?.at ?? "");
    return [
      measure("seen after it was active", (seenAt - madeAt - readyMs) / 1000, budget, "s"),
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
  {
    name: "one",
    work: "one peering, `up`",
    peers: "6 to 8 s",
    runs: 7,
    run: (cloud) => beyondTrivial(cloud, { count: 1 }, 0.3),
  },
  {
    name: "cross",
    work: "cross-account create and accept",
    peers: "12 to 14.5 s",
    runs: 7,
    run: (cloud) => beyondTrivial(cloud, { count: 1, isCross: true }, 0.5),
  },
  {
    name: "ready-14",
    work: "active after 14.1 s",
    peers: "seen at 24 s",
    runs: 3,
    only: TAKES_TIME,
    run: (cloud) => latenessOf(cloud, 14_100, 1, NONE),
  },
  {
    name: "ready-60",
    work: "active after 60 s",
    runs: 3,
    only: TAKES_TIME,
    run: (cloud) => latenessOf(cloud, 60_000, 3, 20),
  },
  {
    name: "hub-50",
    work: "50 spokes on one hub, `up` and `destroy`",
    peers: "27 to 38 s, 150 calls; 29 to 42 s",
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
    work: "10 spokes, each change locks both VPCs for 3 s",
    peers: "55 to 98 s, up to 10 runs",
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
    work: "200 peerings: `up` and `preview` without change, `refresh`",
    peers: "a call each; 200 to 400 calls",
    runs: 7,
    run: (cloud) => still(cloud),
  },
  {
    name: "routes",
    work: "one peering with routes on both sides, `up`",
    runs: 7,
    run: (cloud) => beyondTrivial(cloud, { count: 1, hasRoutes: true }, 0.6),
  },
  {
    name: "routes-50",
    work: "50 spokes on one hub with routes on both sides, `up` and `destroy`",
    runs: 3,
    run: (cloud) =>
      withBoth(cloud, { count: 50, hasRoutes: true }, async ({ mine }) => {
        const up = await timed(mine, ...UP);
        const { reads, writes } = await ofHubsTable(cloud, mine, up.requests);
        const down = await timed(mine, ...DESTROY);
        return [
          measure("up", up.seconds, 10, "s"),
          measure("writes of the hub's table", writes, 10, ""),
          measure("reads of the hub's table", reads, 5, ""),
          measure("destroy", down.seconds, NONE, "s"),
        ];
      }),
  },
  {
    name: "routes-200",
    work: "200 peerings with routes on both sides: `up` without change, `refresh`",
    runs: 3,
    run: (cloud) =>
      withBoth(cloud, { count: 200, hasRoutes: true }, async ({ mine, base }) => {
        await timed(base, ...UP);
        await timed(mine, ...UP);
        const least = await timed(base, ...UP);
        const own = await timed(mine, ...UP);
        const refresh = await timed(mine, ...REFRESH);
        const { reads, all } = await ofHubsTable(cloud, mine, refresh.requests);
        return [
          measure("up, times trivial", own.seconds / least.seconds, 1.3, "×"),
          measure("up, calls", own.requests.length, 0, ""),
          measure("refresh, reads of the hub's table", reads, 1, ""),
          measure("refresh, reads of all tables", all, 201, ""),
        ];
      }),
  },
  {
    name: "hub",
    work: "`VpcHub` of 50 spokes with routes: `up`, again without change, `destroy`",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 50, hasRoutes: true, as: "hub" }, 10),
  },
  {
    name: "mesh",
    work: "`VpcMesh` of 12, 66 pairs: `up`, again without change, `destroy`",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 66, as: "mesh" }, 12),
  },
  {
    name: "mesh-routes",
    work: "the same with routes",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 66, hasRoutes: true, as: "mesh" }, NONE),
  },
  {
    name: "mesh-limits",
    work: "the same under the documented limits, each change locking both VPCs for 0.1 s",
    runs: 1,
    only: TAKES_TIME,
    run: (cloud) =>
      topology(
        cloud,
        { count: 66, hasRoutes: true, as: "mesh", limits: {}, timings: { vpcLockMs: 100 } },
        NONE,
      ),
  },
  {
    name: "hub-limits",
    work: "`VpcHub` of 50 spokes with routes, the same way",
    runs: 1,
    only: TAKES_TIME,
    run: (cloud) =>
      topology(
        cloud,
        { count: 50, hasRoutes: true, as: "hub", limits: {}, timings: { vpcLockMs: 100 } },
        NONE,
      ),
  },
  {
    name: "doctor-200",
    work: "200 peerings with routes on both sides: `vpc-peering-doctor`",
    runs: 3,
    run: (cloud) =>
      withBoth(cloud, { count: 200, hasRoutes: true }, async ({ mine }) => {
        await timed(mine, ...UP);
        const { seconds, requests, lost } = await doctored(mine);
        return [
          measure("look", seconds, 10, "s"),
          measure("calls", requests.length, 10 + 2 * 201, ""),
          measure("connections that do not reach", lost, 0, ""),
        ];
      }),
  },
  {
    name: "limits-200",
    work: "200 peerings under the documented limits",
    peers: "fails or stalls",
    runs: 3,
    run: (cloud) => underLimits(cloud, 200),
  },
  ...[1, 10, 50, 200].map((count) => ({
    name: `grow-${count}`,
    work: `${count} of a hub, \`up\`, \`refresh\`, \`destroy\``,
    runs: 1,
    run: (/** @type {CloudName} */ cloud) => growth(cloud, count, NONE, NONE),
  })),
  {
    name: "grow-1000",
    work: "1000 of a hub, `up`, `refresh`, `destroy`",
    peers: "not reached",
    runs: 3,
    run: (cloud) => growth(cloud, 1000, 1.5, 200),
  },
  {
    name: "fleet",
    work: "200 peerings of 4 hubs, in one stack or in 4 at the same time",
    runs: 3,
    only: ["alicloud"],
    run: (cloud) => fleet(cloud, 4, 50),
  },
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
    only: ["alicloud"],
    run: async () => {
      const { ms, memory } = await started();
      return [measure("until it is ready", ms, 300, "ms"), measure("memory then", memory, NONE, "MB")];
    },
  },
  {
    name: "load",
    work: "loading the package, and the provider with one cloud",
    runs: 7,
    run: (cloud) => {
      const base = loadMs(PULUMI);
      const program = loadMs(`${PULUMI};require("pulumi-vpc-peering")`);
      const provider = loadMs(
        `${PULUMI};require("pulumi-vpc-peering/provider");globalThis.last=import("${ROOT}/dist/src/provider/clouds/registry.js").then(({cloudModule})=>cloudModule("${cloud}"))`,
      );
      return Promise.resolve([
        measure("in the program", program - base, 60, "ms"),
        measure("in the provider", provider - base, 150, "ms"),
      ]);
    },
  },
];

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
  const plugin = spawn(process.execPath, [`${ROOT}/dist/src/plugin/cli.js`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(plugin.stdout, "data");
  const ms = performance.now() - startedAt;
  const status = await readFile(`/proc/${plugin.pid}/status`, "utf8").catch(() => "");
  plugin.kill();
  return { ms, memory: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 };
}

/** The life of a hub or a mesh: made, left as it is, removed. @param {CloudName} cloud @param {import("./lab.mjs").Setting} setting @param {number} budget */
const topology = (cloud, setting, budget) =>
  withBoth(cloud, setting, async ({ mine }) => {
    const up = await timed(mine, ...UP);
    const active = (await mine.peerings()).filter(({ status }) => status === "active").length;
    if (active !== setting.count) throw new Error(`${active} of ${setting.count} connections are active`);
    const again = await timed(mine, ...UP);
    const down = await timed(mine, ...DESTROY);
    return [
      measure("up", up.seconds, budget, "s"),
      measure("calls", up.requests.length, NONE, ""),
      measure("up without change, calls", again.requests.length, 0, ""),
      measure("up without change", again.seconds, NONE, "s"),
      measure("destroy", down.seconds, NONE, "s"),
    ];
  });

/** The calls that show the routes of tables. */
const READS = /^(DescribeRouteEntryList|DescribeRouteTables|ShowRouteTable)$/;
/** Those that change them. */
const WRITES = /^(?!Describe|Show|List).*Route(s|Entry|Entries|Table)$/;

/** Whether a call goes on with a list. @param {unknown} params */
const isFurtherPage = (params) => /"(NextToken|marker)":"[^"]/.test(JSON.stringify(params));

/** How often the hub's table was read and written, and how often any table was read. @param {CloudName} cloud @param {import("./lab.mjs").Stack} stack @param {readonly import("../dist/emulator/index.js").RequestRow[]} requests */
async function ofHubsTable(cloud, stack, requests) {
  const hub = vpcIdOf(clouds[cloud], 0);
  const routes = /** @type {import("../dist/emulator/index.js").RouteRow[]} */ (
    await stack.admin("GET", "/routes")
  );
  const table = routes.find(({ vpcId }) => vpcId === hub)?.table ?? hub;
  // Tencent Cloud reads the tables of a VPC.
  const isOfHub = (/** @type {import("../dist/emulator/index.js").RequestRow} */ { params }) =>
    [hub, table].some((id) => JSON.stringify(params).includes(id));
  // Further pages belong to the read that began with the first.
  const reads = requests.filter(({ action, params }) => READS.test(action) && !isFurtherPage(params));
  return {
    reads: reads.filter(isOfHub).length,
    writes: requests.filter((row) => WRITES.test(row.action) && isOfHub(row)).length,
    all: reads.length,
  };
}

/** Up, beside a provider that does nothing but keep to the limit: what the limit itself allows. @param {CloudName} cloud @param {number} count @returns {Promise<Measure[]>} */
function underLimits(cloud, count) {
  const { limit } = clouds[cloud];
  return withBoth(cloud, { count, limits: {}, limit }, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    const throttled = own.requests.filter(({ code }) => /Throttl|LimitExceeded|0308/.test(code ?? "")).length;
    // Where all of it fits into the first window, the limit allows it at once, and the work is what takes the time.
    const budget = count > limit.calls ? 1.1 : 1.5;
    return [
      measure("times what the limit allows", own.seconds / least.seconds, budget, "×"),
      measure("up", own.seconds, NONE, "s"),
      measure("throttled answers", (100 * throttled) / own.requests.length, 2, "%"),
      measure("calls", own.requests.length, NONE, ""),
    ];
  });
}

/** So many spokes of a hub, beside a provider that does nothing. @param {CloudName} cloud @param {number} count @param {number} budget @param {number} mostMemory @returns {Promise<Measure[]>} */
const growth = (cloud, count, budget, mostMemory) =>
  withBoth(cloud, { count }, async ({ mine, base }) => {
    const least = await withMemory(timed(base, ...UP));
    const up = await withMemory(timed(mine, ...UP));
    const refresh = await timed(mine, ...REFRESH);
    const destroy = await timed(mine, ...DESTROY);
    return [
      measure("up, times trivial", up.seconds / least.seconds, budget, "×"),
      measure("memory of the provider", up.memory, mostMemory, "MB"),
      measure("trivial up", least.seconds, NONE, "s"),
      measure("up", up.seconds, NONE, "s"),
      measure("up, calls", up.requests.length, NONE, ""),
      measure("refresh", refresh.seconds, NONE, "s"),
      measure("refresh, calls", refresh.requests.length, NONE, ""),
      measure("destroy", destroy.seconds, NONE, "s"),
    ];
  });

/** A fleet as one stack, and then as a stack for each hub, all at the same time on the same cloud. @param {CloudName} cloud @param {number} hubs @param {number} spokes @returns {Promise<Measure[]>} */
const fleet = (cloud, hubs, spokes) =>
  withBoth(cloud, { count: hubs * (spokes + 1) }, async ({ mine }) => {
    await mine.write(fleetOf(cloud, hubs, spokes));
    const together = await timed(mine, ...UP);
    await timed(mine, ...DESTROY);
    const stacks = Array.from({ length: hubs }, (_, hub) => `hub-${hub}`);
    for (const stack of stacks) await mine.ok("stack", "init", stack);
    const startedAt = performance.now();
    await Promise.all(stacks.map((stack) => timed(mine, ...UP, "--stack", stack)));
    return [
      measure("up of one stack", together.seconds, NONE, "s"),
      measure(`up of ${hubs} stacks at the same time`, (performance.now() - startedAt) / 1000, NONE, "s"),
    ];
  });

/** Stacks that stay up from one run to the next, since nothing of them changes. @type {Map<CloudName, Promise<{measures: () => Promise<Measure[]>, close: () => void}>>} */
const kept = new Map();

/** @param {CloudName} cloud */
async function still(cloud) {
  const opened = kept.get(cloud) ?? keepUp(cloud);
  kept.set(cloud, opened);
  return await (await opened).measures();
}

/** Closes what stayed up for a row. @param {CloudName} cloud */
export async function closeKept(cloud) {
  (await kept.get(cloud))?.close();
  kept.delete(cloud);
}

/** @param {CloudName} cloud */
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
