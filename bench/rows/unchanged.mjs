import { UNSAVED } from "../../tools/stack/stack.cjs";
import { REFRESH, timed, UP } from "../lab.mjs";
import { ours, trivial } from "../programs.mjs";
import { keeping } from "./kept.mjs";
import { measure, NONE } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */

const PREVIEW = ["preview"];

/** How much `up`, `preview` and `refresh` may take, times trivial. @typedef {{up: number, preview: number, refresh: number}} Budgets */

/** What people wait for most: nothing is to be done, or it is only asked what would be. @type {import("./row.mjs").Row[]} */
export const unchanged = [
  {
    name: "still-1",
    work: "one peering: `up` and `preview` without change, `refresh`",
    runs: 7,
    run: (cloud) => still(cloud, 1, { up: 1.25, preview: 1.25, refresh: 1.4 }),
  },
  {
    name: "still-50",
    work: "the same with 50 spokes of one hub",
    peers: "`plan` 1.5 s, 50 calls",
    runs: 7,
    quick: true,
    run: (cloud) => still(cloud, 50, { up: 1.3, preview: 1.35, refresh: 1.6 }),
  },
  {
    name: "still-200",
    work: "200 peerings: `up` and `preview` without change, `refresh`",
    peers: "a call each; 200 to 400 calls",
    runs: 7,
    run: (cloud) => still(cloud, 200, { up: 1.3, preview: 1.5, refresh: 1.5 }),
  },
  {
    name: "beside-500",
    work: "`preview` of a new peering in a program with 500 other resources, which are there",
    runs: 5,
    run: (cloud) => beside(cloud, 500),
  },
];

/** @param {CloudName} cloud @param {number} count @param {Budgets} budgets */
const still = (cloud, count, budgets) =>
  keeping(cloud, {
    setting: { count },
    prepare: async ({ mine, base }) => {
      await timed(base, ...UP);
      await timed(mine, ...UP);
    },
    look: async ({ mine, base }) => {
      const measures = [];
      for (const [name, command, most] of /** @type {const} */ ([
        ["up", UP, 0],
        ["preview", PREVIEW, 0],
        ["refresh", REFRESH, 10],
      ])) {
        const least = await timed(base, ...command);
        const own = await timed(mine, ...command);
        measures.push(
          measure(`${name}, times trivial`, own.seconds / least.seconds, budgets[name], "×"),
          measure(`${name}, calls`, own.requests.length, most, ""),
          measure(name, own.seconds, NONE, "s"),
        );
      }
      return measures;
    },
  });

/** What a peering adds to a preview of so many resources, each of which is half of a component. @param {CloudName} cloud @param {number} others */
const beside = (cloud, others) =>
  keeping(cloud, {
    setting: { count: 1, set: UNSAVED },
    prepare: async ({ mine, base }) => {
      const program = trivial({ count: others / 2 });
      for (const stack of [base, mine]) {
        await stack.write(program);
        await timed(stack, ...UP);
      }
      await mine.write(`{\n${program}\n}\n{\n${ours(cloud, { count: 1 })}\n}\n`);
    },
    look: async ({ mine, base }) => {
      const least = await timed(base, ...PREVIEW);
      const own = await timed(mine, ...PREVIEW);
      return [
        measure("times without the peering", own.seconds / least.seconds, 1.3, "×"),
        measure("beyond that", own.seconds - least.seconds, 0.65, "s"),
        measure("calls", own.requests.length, 0, ""),
      ];
    },
  });
