import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("results.json", import.meta.url);

/**
 * What was measured of one row on one cloud.
 *
 * @typedef {object} Result
 * @property {string} row
 * @property {string} cloud
 * @property {string} on        the machine, and the day
 * @property {{what: string, unit: string, values: number[]}[]} measures   budgets stand in the rows
 */

/** @returns {Result[]} */
export const saved = () => JSON.parse(readFileSync(FILE, "utf8"));

/** Puts results in the place of older ones of the same row and cloud. @param {readonly Result[]} results */
export function save(results) {
  const isNew = (/** @type {Result} */ { row, cloud }) =>
    results.some((one) => one.row === row && one.cloud === cloud);
  const kept = results.map(({ measures, ...rest }) => ({
    ...rest,
    measures: measures.map(({ what, unit, values }) => ({ what, unit, values })),
  }));
  const all = [...saved().filter((one) => !isNew(one)), ...kept];
  all.sort((a, b) => (`${a.row} ${a.cloud}` < `${b.row} ${b.cloud}` ? -1 : 1));
  writeFileSync(FILE, `[\n${all.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
}
