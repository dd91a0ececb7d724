import { UNSAVED } from "../../tools/stack/stack.cjs";
import { DESTROY, REFRESH, timed, UP, withBoth } from "../lab.mjs";
import { withMemory } from "../memory.mjs";
import { fleetOf } from "../programs.mjs";
import { measure, NONE } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */

/** How often a stack is made again. */
const LIVES = 10;

/** What becomes of time, calls and memory as there are more connections. @type {import("./row.mjs").Row[]} */
export const growing = [
  ...[1, 10, 50, 200].map((count) => ({
    name: `grow-${count}`,
    work: `${count} of a hub, \`up\`, \`refresh\`, \`destroy\``,
    runs: 1,
    run: (/** @type {CloudName} */ cloud) => growth(cloud, { count }, NONE, NONE),
  })),
  {
    name: "grow-1000",
    work: "1000 of a hub, `up`, `refresh`, `destroy`",
    peers: "not reached",
    runs: 3,
    run: (cloud) => growth(cloud, { count: 1000 }, 1.2, 200),
  },
  ...[200, 1000, 5000].map((count) => ({
    name: `unsaved-${count}`,
    work: `${count} of a hub, the state written at the end only`,
    runs: 1,
    run: (/** @type {CloudName} */ cloud) => growth(cloud, { count, set: UNSAVED }, NONE, NONE),
  })),
  {
    name: "lives",
    work: `one peering, made and destroyed ${LIVES} times: \`up\``,
    runs: 1,
    run: (cloud) => lives(cloud),
  },
  {
    name: "fleet",
    work: "200 peerings of 4 hubs, in one stack or in 4 at the same time",
    runs: 3,
    only: ["alicloud"],
    run: (cloud) => fleet(cloud, 4, 50),
  },
];

/** So many spokes of a hub, beside a provider that does nothing. @param {CloudName} cloud @param {import("../lab.mjs").Setting} setting @param {number} budget @param {number} mostMemory @returns {Promise<Measure[]>} */
const growth = (cloud, setting, budget, mostMemory) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
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

/** A stack that is made and destroyed, again and again. @param {CloudName} cloud @returns {Promise<Measure[]>} */
const lives = (cloud) =>
  withBoth(cloud, { count: 1 }, async ({ mine }) => {
    const ups = [];
    for (let life = 1; life <= LIVES; life++) {
      ups.push(await timed(mine, ...UP));
      await timed(mine, ...DESTROY);
    }
    const calls = ups.map(({ requests }) => requests.length);
    return [
      measure("calls, beyond those of the first", Math.max(...calls) - (calls[0] ?? 0), 1, ""),
      ...ups.flatMap(({ seconds }, i) => [
        measure(`calls of life ${i + 1}`, calls[i] ?? 0, NONE, ""),
        measure(`up of life ${i + 1}`, seconds, NONE, "s"),
      ]),
    ];
  });
