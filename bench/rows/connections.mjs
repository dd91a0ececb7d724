import { clouds } from "../../tools/clouds/index.cjs";
import { counted, DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { beyondTrivial } from "./beyondTrivial.mjs";
import { measure, NONE, TAKES_TIME } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */

/** Connections without routes: made, waited for, within limits. @type {import("./row.mjs").Row[]} */
export const connections = [
  {
    name: "one",
    work: "one peering, `up`",
    peers: "6 to 8 s",
    runs: 7,
    quick: true,
    run: (cloud) => beyondTrivial(cloud, { count: 1 }, { s: 0.3, times: 1.2 }),
  },
  {
    name: "cross",
    work: "cross-account create and accept",
    peers: "12 to 14.5 s",
    runs: 7,
    run: (cloud) => beyondTrivial(cloud, { count: 1, isCross: true }, { s: 0.5, times: NONE }),
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
    quick: true,
    run: (cloud) =>
      withBoth(cloud, { count: 50 }, async ({ mine, base }) => {
        const least = await timed(base, ...UP);
        const up = await timed(mine, ...UP);
        const { creates, others } = counted(cloud, up.requests);
        const down = await timed(mine, ...DESTROY);
        return [
          measure("up", up.seconds, 6, "s"),
          measure("up, times trivial", up.seconds / least.seconds, 1.5, "×"),
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
];

/** Connections that the clouds' own limits hold up. @type {import("./row.mjs").Row[]} */
export const limited = [
  {
    name: "limits-200",
    work: "200 peerings under the documented limits",
    peers: "fails or stalls",
    runs: 3,
    run: (cloud) => underLimits(cloud, 200),
  },
];

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
