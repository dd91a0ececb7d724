/**
 * Measures what the budgets speak of, on the emulator, with the real engine. Times are compared with those of a program
 * of the same shape whose provider does nothing, run beside it.
 *
 *   npm run bench -- [--quick] [--cloud NAME] [--row NAME] [--runs N] [--json] [--save]
 *
 * A budget that is missed is red, and the exit code is 1. --save keeps what was measured in bench/results.json, and makes
 * the tables and plots of docs/performance.md of all that is kept.
 *
 * --quick runs the rows that matter most, each on the cloud that it names, in at most five minutes. The machine may be busy
 * there: so seconds are told and not judged, only multiples of what runs beside it and numbers of calls; and only a budget
 * that is missed by far is red.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { clouds } from "../tools/clouds/index.cjs";
import { writeReport } from "./report.mjs";
import { save } from "./results.mjs";
import { rows } from "./rows/index.mjs";
import { closeKept } from "./rows/kept.mjs";
import { budgetOf } from "./rows/row.mjs";
import { short, verdict } from "./verdict.mjs";

const { values } = parseArgs({
  options: {
    cloud: { type: "string" },
    row: { type: "string" },
    runs: { type: "string" },
    json: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const QUICK_RUNS = 3;

const names = Object.values(clouds)
  .map(({ cloud }) => cloud)
  .filter((name) => values.cloud === undefined || values.cloud === name);
const chosen = rows
  .filter(({ name }) => values.row === undefined || values.row === name)
  .filter(({ quick }) => quick !== undefined || !values.quick);
if (names.length === 0)
  throw new Error(`--cloud ${values.cloud}: there are ${Object.keys(clouds).join(", ")}`);
if (chosen.length === 0)
  throw new Error(`--row ${values.row}: there are ${rows.map(({ name }) => name).join(", ")}`);

const colour = (/** @type {number} */ code, /** @type {string} */ text) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const [RED, GREEN, YELLOW] = [31, 32, 33];
const on = `${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;

/** What came of a row on a cloud, each measure with its budget. @typedef {Omit<import("./results.mjs").Result, "measures"> & {measures: Measured[]}} Run */
/** @typedef {import("./results.mjs").Result["measures"][number] & {budget: number | null}} Measured */

/** One row on one cloud: several runs, and what came of each measure. @param {import("./rows/row.mjs").Row} row @param {import("../tools/clouds/index.cjs").CloudName} cloud @returns {Promise<Run>} */
async function resultOf({ name, runs, run, measures }, cloud) {
  /** @type {Record<string, number>[]} */
  const taken = [];
  const times = Number(values.runs ?? (values.quick ? Math.min(runs, QUICK_RUNS) : runs));
  for (let i = 0; i < times; i++) taken.push(await run(cloud, values.quick));
  await closeKept(cloud);
  const measured = Object.entries(measures)
    .filter(([what]) => taken.some((one) => what in one))
    .map(([what, measure]) => ({
      what,
      unit: measure.unit,
      budget: budgetOf(measure, cloud),
      values: taken.map((one) => Number((one[what] ?? Number.NaN).toFixed(3))),
    }));
  return { row: name, cloud, on, measures: measured };
}

/** Whether a measure has a budget that is kept to here. @param {Measured} measure */
const isJudged = ({ unit, budget }) => budget !== null && !(values.quick && ["s", "ms"].includes(unit));

/** Whether a budget is missed by more than is let pass. @param {Measured} measure */
function isBad(measure) {
  const { isHeld, isFar } = verdict(measure);
  return values.quick ? isFar : !isHeld;
}

/** @param {Run} result @param {Measured} measure */
function print({ row, cloud }, measure) {
  const { what, unit, budget } = measure;
  const { low, median, high, isHeld } = verdict(measure);
  const missed = isBad(measure) ? colour(RED, "MISSED") : colour(YELLOW, "missed");
  const word = !isJudged(measure) ? "      " : isHeld ? colour(GREEN, "held  ") : missed;
  const spread = `${short(median)}${unit} (${short(low)} to ${short(high)})`;
  const most = budget === null ? "" : `at most ${short(budget)}${unit}`;
  console.log(word, row.padEnd(10), cloud.padEnd(12), what.padEnd(34), spread.padEnd(30), most);
}

const results = [];
for (const row of chosen) {
  const lacking = row.lacks?.();
  if (lacking !== undefined) {
    console.error(`${row.name} is left out: ${lacking}`);
    continue;
  }
  const fitting = names.filter((one) => row.only === undefined || row.only.includes(one));
  // Whoever names a cloud gets that one.
  const isOne = values.quick && values.cloud === undefined;
  for (const cloud of isOne ? fitting.filter((name) => name === row.quick) : fitting) {
    const result = await resultOf(row, cloud);
    results.push(result);
    if (!values.json) for (const measure of result.measures) print(result, measure);
    if (values.save) save([result]);
  }
}

const budgets = results.flatMap(({ measures }) => measures).filter(isJudged);
const held = budgets.filter((measure) => verdict(measure).isHeld);
const bad = budgets.filter(isBad);
if (bad.length > 0) process.exitCode = 1;
if (values.json) console.log(JSON.stringify(results, undefined, 2));
else {
  const far = values.quick ? `, ${bad.length} missed by far` : "";
  console.log(`${held.length} of ${budgets.length} budgets held${far}, on ${on}`);
}
if (values.save) await writeReport();
