import { UNSAVED } from "../../tools/stack/stack.cjs";
import { REFRESH, timed, UP } from "../lab.mjs";
import { ours, trivial } from "../programs.mjs";
import { keeping } from "./kept.mjs";
import { atMost, row, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

const PREVIEW = ["preview"];

/** `up`, `preview` and `refresh` where there is nothing to do. @param {Omit<import("./row.mjs").Row, "measures" | "run"> & {count: number, most: {up: number, preview: number, refresh: number}}} still   the most are multiples of trivial */
const still = ({ count, most, ...rest }) =>
  row({
    ...rest,
    measures: {
      "up, times trivial": atMost(most.up, "×"),
      "up, calls": atMost(0, ""),
      up: told("s"),
      "preview, times trivial": atMost(most.preview, "×"),
      "preview, calls": atMost(0, ""),
      preview: told("s"),
      "refresh, times trivial": atMost(most.refresh, "×"),
      "refresh, calls": atMost(10, ""),
      refresh: told("s"),
    },
    run: (cloud) => lookedOver(cloud, count),
  });

/** What people wait for most: nothing is to be done, or it is only asked what would be. @type {import("./row.mjs").Row[]} */
export const unchanged = [
  still({
    name: "still-1",
    work: "one peering: `up` and `preview` without change, `refresh`",
    runs: 7,
    quick: "tencentcloud",
    count: 1,
    most: { up: 1.25, preview: 1.25, refresh: 1.4 },
  }),
  still({
    name: "still-50",
    work: "the same with 50 spokes of one hub",
    peers: "`plan` 1.5 s, 50 calls; on 2026-11-25",
    runs: 7,
    quick: "huaweicloud",
    count: 50,
    most: { up: 1.3, preview: 1.35, refresh: 1.6 },
  }),
  still({
    name: "still-200",
    work: "200 peerings: `up` and `preview` without change, `refresh`",
    peers: "a call each; 200 to 400 calls; by 2026-11-25",
    runs: 7,
    count: 200,
    most: { up: 1.3, preview: 1.5, refresh: 1.5 },
  }),
  row({
    name: "beside-500",
    work: "`preview` of a new peering in a program with 500 other resources, which are there",
    runs: 5,
    measures: {
      "times without the peering": atMost(1.3, "×"),
      "beyond that": atMost(0.65, "s"),
      calls: atMost(0, ""),
    },
    run: (cloud) => beside(cloud, 500),
  }),
];

/** @param {CloudName} cloud @param {number} count */
const lookedOver = (cloud, count) =>
  keeping(cloud, {
    setting: { count },
    prepare: async ({ mine, base }) => {
      await timed(base, ...UP);
      await timed(mine, ...UP);
    },
    look: async (both) => {
      const up = await ofBoth(both, UP);
      const preview = await ofBoth(both, PREVIEW);
      const refresh = await ofBoth(both, REFRESH);
      return {
        "up, times trivial": up.times,
        "up, calls": up.calls,
        up: up.seconds,
        "preview, times trivial": preview.times,
        "preview, calls": preview.calls,
        preview: preview.seconds,
        "refresh, times trivial": refresh.times,
        "refresh, calls": refresh.calls,
        refresh: refresh.seconds,
      };
    },
  });

/** One command of both. @param {import("./kept.mjs").Both} both @param {readonly string[]} command */
async function ofBoth({ mine, base }, command) {
  const least = await timed(base, ...command);
  const { seconds, requests } = await timed(mine, ...command);
  return { times: seconds / least.seconds, seconds, calls: requests.length };
}

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
      return {
        "times without the peering": own.seconds / least.seconds,
        "beyond that": own.seconds - least.seconds,
        calls: own.requests.length,
      };
    },
  });
