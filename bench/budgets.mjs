import { clouds } from "../tools/clouds/index.cjs";
import { budgetOf } from "./rows/row.mjs";

/** @typedef {import("./rows/row.mjs").CloudName} CloudName */
/** @typedef {import("./rows/row.mjs").Row} Row */
/** @typedef {import("./results.mjs").Result} Result */

const CLOUDS = /** @type {CloudName[]} */ (Object.keys(clouds));

/** The clouds that a row is for. @param {Row} row */
export const cloudsOf = ({ only }) => CLOUDS.filter((cloud) => only?.includes(cloud) ?? true);

/**
 * The budgets of a row: each with the clouds that it is for.
 *
 * @param {Row} row @returns {{what: string, unit: string, budget: number, on: CloudName[]}[]}
 */
export function budgetsOf(row) {
  return Object.entries(row.measures).flatMap(([what, measure]) => {
    const budgets = new Set(cloudsOf(row).flatMap((cloud) => budgetOf(measure, cloud) ?? []));
    return [...budgets].map((budget) => ({
      what,
      unit: measure.unit,
      budget,
      on: cloudsOf(row).filter((cloud) => budgetOf(measure, cloud) === budget),
    }));
  });
}

/** The budgets for which nothing is kept: a line for each row that has some. @param {readonly Row[]} rows @param {readonly Result[]} results */
export function missing(rows, results) {
  return rows.flatMap((row) => {
    const lacking = budgetsOf(row).flatMap(({ what, on }) => {
      const without = on.filter((cloud) => valuesOf(results, row.name, cloud, what).length === 0);
      return without.length === 0 ? [] : [`"${what}" on ${without.join(", ")}`];
    });
    return lacking.length === 0 ? [] : [`${row.name}: nothing is kept of ${lacking.join("; ")}`];
  });
}

/** What is kept of a measure of a row on a cloud: a value for each run. @param {readonly Result[]} results @param {[row: string, cloud: string, what: string]} of */
export const valuesOf = (results, ...[row, cloud, what]) =>
  results.find((one) => one.row === row && one.cloud === cloud)?.measures.find((one) => one.what === what)
    ?.values ?? [];

/** How many of the runs that a row asks for are kept, and when they were measured. @param {Row} row @param {readonly Result[]} results   those of the row */
export function takenOf({ runs }, results) {
  if (results.length === 0) return "";
  const counts = results.map(({ measures }) => measures[0]?.values.length ?? 0);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const days = [...new Set(results.map(({ on }) => on.slice(on.lastIndexOf(" ") + 1)))].sort();
  return `${least === most ? least : `${least} to ${most}`} of ${runs}, ${days.join(" and ")}`;
}
