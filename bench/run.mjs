/**
 * Measures what the budgets speak of, on the emulator, with the real engine. Times are compared with those of a program
 * of the same shape whose provider does nothing, run beside it.
 *
 *   npm run bench -- [--cloud NAME] [--row NAME] [--runs N] [--json]
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { clouds } from "./clouds.mjs";
import { closeKept, rows } from "./rows.mjs";
import { verdict } from "./verdict.mjs";

const { values } = parseArgs({
  options: {
    cloud: { type: "string" },
    row: { type: "string" },
    runs: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const names = Object.keys(clouds).filter((name) => values.cloud === undefined || values.cloud === name);
const chosen = rows.filter(({ name }) => values.row === undefined || values.row === name);
if (names.length === 0)
  throw new Error(`--cloud ${values.cloud}: there are ${Object.keys(clouds).join(", ")}`);
if (chosen.length === 0)
  throw new Error(`--row ${values.row}: there are ${rows.map(({ name }) => name).join(", ")}`);

const [RED, GREEN, PLAIN] = process.stdout.isTTY ? ["\u001b[31m", "\u001b[32m", "\u001b[0m"] : ["", "", ""];

/** @param {number} value */
const short = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

/** One row on one cloud: several runs, and what came of each measure. @param {import("./rows.mjs").Row} row @param {string} cloud */
async function results({ name, work, runs, run }, cloud) {
  const count = Number(values.runs ?? runs);
  /** @type {import("./rows.mjs").Measure[][]} */
  const taken = [];
  for (let i = 0; i < count; i++) taken.push(await run(cloud));
  await closeKept(cloud);
  return (taken[0] ?? []).map(({ what, budget, unit }, i) => {
    const all = taken.map((measures) => measures[i]?.value ?? Number.NaN);
    return { row: name, work, cloud, what, unit, values: all, ...verdict(all, budget) };
  });
}

const all = [];
for (const row of chosen) {
  for (const cloud of names.filter((one) => row.only === undefined || row.only.includes(one))) {
    for (const result of await results(row, cloud)) {
      all.push(result);
      if (!result.isHeld) process.exitCode = 1;
      if (values.json) continue;
      const { what, unit, low, median, high, budget, isHeld } = result;
      const most = Number.isFinite(budget) ? `at most ${short(budget)}${unit}` : "";
      const colour = isHeld ? GREEN : RED;
      console.log(
        `${colour}${isHeld ? "held  " : "MISSED"}${PLAIN} ${row.name.padEnd(10)} ${cloud.padEnd(12)} ${what.padEnd(34)} ` +
          `${short(median)}${unit} (${short(low)} to ${short(high)})`.padEnd(30) +
          most,
      );
    }
  }
}

const machine = { node: process.version, cpus: cpus().length, load: loadavg()[0] };
if (values.json) console.log(JSON.stringify({ machine, results: all }, undefined, 2));
else
  console.log(
    `${all.filter(({ isHeld }) => isHeld).length} of ${all.length} held, on ${machine.cpus} cores, Node ${machine.node}`,
  );
