/**
 * Measures what the budgets speak of, on the emulator, with the real engine. Times are compared with those of a program
 * of the same shape whose provider does nothing, run beside it.
 *
 *   npm run bench -- [--cloud NAME] [--row NAME] [--runs N] [--json] [--save]
 *
 * A budget that is missed is red, and the exit code is 1. --save keeps what was measured in bench/results.json, and makes
 * the tables and plots of docs/performance.md of all that is kept.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { clouds } from "../tools/clouds/index.cjs";
import { writeReport } from "./report.mjs";
import { save } from "./results.mjs";
import { closeKept, rows } from "./rows.mjs";
import { short, verdict } from "./verdict.mjs";

const { values } = parseArgs({
  options: {
    cloud: { type: "string" },
    row: { type: "string" },
    runs: { type: "string" },
    json: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});

const names = Object.values(clouds)
  .map(({ cloud }) => cloud)
  .filter((name) => values.cloud === undefined || values.cloud === name);
const chosen = rows.filter(({ name }) => values.row === undefined || values.row === name);
if (names.length === 0)
  throw new Error(`--cloud ${values.cloud}: there are ${Object.keys(clouds).join(", ")}`);
if (chosen.length === 0)
  throw new Error(`--row ${values.row}: there are ${rows.map(({ name }) => name).join(", ")}`);

const [RED, GREEN, PLAIN] = process.stdout.isTTY ? ["\u001b[31m", "\u001b[32m", "\u001b[0m"] : ["", "", ""];
const on = `${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;

/** One row on one cloud: several runs, and what came of each measure. @param {import("./rows.mjs").Row} row @param {import("../tools/clouds/index.cjs").CloudName} cloud @returns {Promise<import("./results.mjs").Result>} */
async function resultOf({ name, runs, run }, cloud) {
  /** @type {import("./rows.mjs").Measure[][]} */
  const taken = [];
  for (let i = 0; i < Number(values.runs ?? runs); i++) taken.push(await run(cloud));
  await closeKept(cloud);
  const measures = (taken[0] ?? []).map(({ what, budget, unit }, i) => ({
    what,
    unit,
    budget: Number.isFinite(budget) ? budget : null,
    values: taken.map((measured) => Number((measured[i]?.value ?? Number.NaN).toFixed(3))),
  }));
  return { row: name, cloud, on, measures };
}

/** @param {import("./results.mjs").Result} result @param {import("./results.mjs").Result["measures"][number]} measure */
function print({ row, cloud }, { what, unit, values: all, budget }) {
  const { low, median, high, isHeld } = verdict(all, budget);
  const word = budget === null ? "      " : isHeld ? `${GREEN}held  ${PLAIN}` : `${RED}MISSED${PLAIN}`;
  const spread = `${short(median)}${unit} (${short(low)} to ${short(high)})`;
  const most = budget === null ? "" : `at most ${short(budget)}${unit}`;
  console.log(word, row.padEnd(10), cloud.padEnd(12), what.padEnd(34), spread.padEnd(30), most);
}

const results = [];
for (const row of chosen) {
  for (const cloud of names.filter((one) => row.only === undefined || row.only.includes(one))) {
    const result = await resultOf(row, cloud);
    results.push(result);
    if (!values.json) for (const measure of result.measures) print(result, measure);
    if (values.save) save([result]);
  }
}

const budgets = results.flatMap(({ measures }) => measures).filter(({ budget }) => budget !== null);
const held = budgets.filter(({ values: all, budget }) => verdict(all, budget).isHeld);
if (held.length < budgets.length) process.exitCode = 1;
if (values.json) console.log(JSON.stringify(results, undefined, 2));
else console.log(`${held.length} of ${budgets.length} budgets held, on ${on}`);
if (values.save) await writeReport();
