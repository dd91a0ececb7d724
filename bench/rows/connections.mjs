import { clouds } from "../../tools/clouds/index.cjs";
import { counted, DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { beyondTrivial, measuresBeyond } from "./beyondTrivial.mjs";
import { atMost, row, TAKES_TIME, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** Connections without routes: made, waited for, within limits. @type {import("./row.mjs").Row[]} */
export const connections = [
  row({
    name: "one",
    work: "one peering, `up`",
    peers: "6 to 8 s, by 2026-11-25",
    runs: 7,
    quick: "alicloud",
    measures: measuresBeyond({ s: 0.3, times: 1.2 }),
    run: (cloud) => beyondTrivial(cloud, { count: 1 }),
  }),
  row({
    name: "cross",
    work: "cross-account create and accept",
    peers: "12 to 14.5 s, by 2026-11-25",
    runs: 7,
    measures: measuresBeyond({ s: 0.5 }),
    run: (cloud) => beyondTrivial(cloud, { count: 1, isCross: true }),
  }),
  row({
    name: "ready-14",
    work: "active after 14.1 s",
    peers: "seen at 24 s, by 2026-11-25",
    runs: 3,
    only: TAKES_TIME,
    measures: { "seen after it was active": atMost(1, "s"), calls: told("") },
    run: (cloud) => latenessOf(cloud, 14_100),
  }),
  row({
    name: "ready-60",
    work: "active after 60 s",
    runs: 3,
    only: TAKES_TIME,
    measures: { "seen after it was active": atMost(3, "s"), calls: atMost(20, "") },
    run: (cloud) => latenessOf(cloud, 60_000),
  }),
  row({
    name: "hub-50",
    work: "50 spokes on one hub, `up` and `destroy`",
    peers: "27 to 38 s, 150 calls; 29 to 42 s; by 2026-11-25",
    runs: 7,
    quick: "tencentcloud",
    measures: {
      up: atMost(6, "s"),
      "up, times trivial": atMost(1.5, "×"),
      creates: atMost(50, ""),
      "other calls": atMost(20, ""),
      destroy: atMost(8, "s"),
    },
    run: (cloud) =>
      withBoth(cloud, { count: 50 }, async ({ mine, base }) => {
        const least = await timed(base, ...UP);
        const up = await timed(mine, ...UP);
        const { creates, others } = counted(cloud, up.requests);
        const down = await timed(mine, ...DESTROY);
        return {
          up: up.seconds,
          "up, times trivial": up.seconds / least.seconds,
          creates,
          "other calls": others,
          destroy: down.seconds,
        };
      }),
  }),
  row({
    name: "locked-10",
    work: "10 spokes, each change locks both VPCs for 3 s",
    peers: "55 to 98 s, up to 10 runs; by 2026-11-22",
    runs: 3,
    only: ["alicloud"],
    measures: { up: atMost(1.15 * 30, "s") },
    run: (cloud) =>
      withBoth(cloud, { count: 10, timings: { vpcLockMs: 3_000 } }, async ({ mine }) => ({
        up: (await timed(mine, ...UP)).seconds,
      })),
  }),
];

const LIMITED = 200;

/** Connections that the clouds' own limits hold up. @type {import("./row.mjs").Row[]} */
export const limited = [
  row({
    name: `limits-${LIMITED}`,
    work: `${LIMITED} peerings under the documented limits`,
    peers: "fails or stalls, by 2026-11-25",
    runs: 3,
    measures: {
      // Where all of it fits into the first window, the limit allows it at once, and the work is what takes the time.
      "times what the limit allows": atMost(
        (cloud) => (LIMITED > clouds[cloud].limit.calls ? 1.1 : 1.5),
        "×",
      ),
      up: told("s"),
      "throttled answers": atMost(2, "%"),
      calls: told(""),
    },
    run: (cloud) => underLimits(cloud, LIMITED),
  }),
];

/** How long after a connection was ready it was seen. @param {CloudName} cloud @param {number} readyMs */
const latenessOf = (cloud, readyMs) =>
  withBoth(cloud, { count: 1, timings: { activateMs: readyMs, acceptMs: readyMs } }, async ({ mine }) => {
    const { requests } = await timed(mine, ...UP);
    const { create } = clouds[cloud].actions;
    const madeAt = Date.parse(requests.find(({ action }) => action === create)?.at ?? "");
    const seenAt = Date.parse(requests.at(-1)?.at ?? "");
    return { "seen after it was active": (seenAt - madeAt - readyMs) / 1000, calls: requests.length };
  });

/** Up, beside a provider that does nothing but keep to the limit: what the limit itself allows. @param {CloudName} cloud @param {number} count */
const underLimits = (cloud, count) =>
  withBoth(cloud, { count, limits: {}, limit: clouds[cloud].limit }, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    const throttled = own.requests.filter(({ code }) => /Throttl|LimitExceeded|0308/.test(code ?? "")).length;
    return {
      "times what the limit allows": own.seconds / least.seconds,
      up: own.seconds,
      "throttled answers": (100 * throttled) / own.requests.length,
      calls: own.requests.length,
    };
  });
