import { UNSAVED } from "../../tools/stack/stack.cjs";
import { DESTROY, REFRESH, timed, UP, withBoth } from "../lab.mjs";
import { withMemory } from "../memory.mjs";
import { fleetOf } from "../programs.mjs";
import { atMost, row, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** How often a stack is made again, and how often `--quick` does so. */
const [LIVES, QUICK_LIVES] = [10, 3];

/** So many spokes of a hub, beside a provider that does nothing. @param {Omit<import("./row.mjs").Row, "measures" | "run"> & {setting: import("../lab.mjs").Setting, most?: {times: number, megabytes: number}}} growth */
const growth = ({ setting, most, ...rest }) =>
  row({
    ...rest,
    measures: {
      "up, times trivial": atMost(most?.times, "×"),
      "memory of the provider": atMost(most?.megabytes, "MB"),
      "trivial up": told("s"),
      up: told("s"),
      "up, calls": told(""),
      refresh: told("s"),
      "refresh, calls": told(""),
      destroy: told("s"),
    },
    run: (cloud) => grown(cloud, setting),
  });

/** @param {number} count */
const unsaved = (count) => ({
  name: `unsaved-${count}`,
  work: `${count} of a hub, the state written at the end only: \`up\``,
  runs: 1,
  setting: { count, set: UNSAVED },
});

/** What becomes of time, calls and memory as there are more connections. @type {import("./row.mjs").Row[]} */
export const growing = [
  ...[1, 10, 50, 200].map((count) =>
    growth({
      name: `grow-${count}`,
      work: `${count} of a hub, \`up\`, \`refresh\`, \`destroy\``,
      runs: 1,
      setting: { count },
    }),
  ),
  growth({
    name: "grow-1000",
    work: "1000 of a hub, `up`, `refresh`, `destroy`",
    peers: "not reached, by 2026-11-25",
    runs: 3,
    setting: { count: 1000 },
    most: { times: 1.2, megabytes: 200 },
  }),
  growth(unsaved(200)),
  growth({ ...unsaved(1000), most: { times: 2.4, megabytes: 250 } }),
  growth(unsaved(5000)),
  row({
    name: "lives",
    work: `one peering, made and destroyed ${LIVES} times: \`up\``,
    runs: 1,
    quick: "huaweicloud",
    measures: {
      "calls, beyond those of the first": atMost(1, ""),
      ...Object.fromEntries(
        Array.from({ length: LIVES }, (_, i) => i + 1).flatMap((life) => [
          [`calls of life ${life}`, told("")],
          [`up of life ${life}`, told("s")],
        ]),
      ),
    },
    run: (cloud, isQuick) => lives(cloud, isQuick ? QUICK_LIVES : LIVES),
  }),
  row({
    name: "fleet",
    work: "200 peerings of 4 hubs, in one stack or in 4 at the same time",
    runs: 3,
    only: ["alicloud"],
    measures: { "up of one stack": told("s"), "up of 4 stacks at the same time": told("s") },
    run: (cloud) => fleet(cloud, 4, 50),
  }),
];

/** @param {CloudName} cloud @param {import("../lab.mjs").Setting} setting */
const grown = (cloud, setting) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await withMemory(timed(base, ...UP));
    const up = await withMemory(timed(mine, ...UP));
    const refresh = await timed(mine, ...REFRESH);
    const destroy = await timed(mine, ...DESTROY);
    return {
      "up, times trivial": up.seconds / least.seconds,
      "memory of the provider": up.memory,
      "trivial up": least.seconds,
      up: up.seconds,
      "up, calls": up.requests.length,
      refresh: refresh.seconds,
      "refresh, calls": refresh.requests.length,
      destroy: destroy.seconds,
    };
  });

/** A fleet as one stack, and then as a stack for each hub, all at the same time on the same cloud. @param {CloudName} cloud @param {number} hubs @param {number} spokes */
const fleet = (cloud, hubs, spokes) =>
  withBoth(cloud, { count: hubs * (spokes + 1) }, async ({ mine }) => {
    await mine.write(fleetOf(cloud, hubs, spokes));
    const together = await timed(mine, ...UP);
    await timed(mine, ...DESTROY);
    const stacks = Array.from({ length: hubs }, (_, hub) => `hub-${hub}`);
    for (const stack of stacks) await mine.ok("stack", "init", stack);
    const startedAt = performance.now();
    await Promise.all(stacks.map((stack) => timed(mine, ...UP, "--stack", stack)));
    const apart = (performance.now() - startedAt) / 1000;
    return { "up of one stack": together.seconds, "up of 4 stacks at the same time": apart };
  });

/** A stack that is made and destroyed, again and again. @param {CloudName} cloud @param {number} count @returns {Promise<Record<string, number>>} */
const lives = (cloud, count) =>
  withBoth(cloud, { count: 1 }, async ({ mine }) => {
    const ups = [];
    for (let life = 1; life <= count; life++) {
      ups.push(await timed(mine, ...UP));
      await timed(mine, ...DESTROY);
    }
    const calls = ups.map(({ requests }) => requests.length);
    return {
      "calls, beyond those of the first": Math.max(...calls) - (calls[0] ?? 0),
      ...Object.fromEntries(
        ups.flatMap(({ seconds, requests }, i) => [
          [`calls of life ${i + 1}`, requests.length],
          [`up of life ${i + 1}`, seconds],
        ]),
      ),
    };
  });
