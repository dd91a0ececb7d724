import { clouds } from "../../tools/clouds/index.cjs";

/** @typedef {import("../../tools/clouds/index.cjs").CloudName} CloudName */

/**
 * Something that is measured: its unit, and its budget, which is the most that it may be, on each cloud or on all.
 *
 * @typedef {object} Measure
 * @property {string} unit
 * @property {number | ((cloud: CloudName) => number)} [budget]   left out where it is only told
 */

/**
 * A row of the page: what is measured, as data, and the work that gives a value for each of it.
 *
 * @template {string} [What=string]
 * @typedef {object} Row
 * @property {string} name
 * @property {string} work
 * @property {string} [peers]     what the same work takes with what people use today, and when that was measured
 * @property {number} runs
 * @property {CloudName} [quick]  the cloud on which `--quick` runs it, if it is among the few that it runs
 * @property {readonly CloudName[] | undefined} [only]   clouds; all if left out
 * @property {() => string | undefined} [lacks]   what it needs and this machine has not, in words
 * @property {Record<What, Measure>} measures   in the order of the page
 * @property {(cloud: CloudName, isQuick: boolean) => Promise<Record<What, number>>} run
 */

/** A row, whose work gives a value for exactly what it says is measured. @template {string} What @param {Row<What>} row @returns {Row} */
export const row = (row) => row;

/** What is measured and held to a budget. @param {Measure["budget"]} budget @param {string} unit @returns {Measure} */
export const atMost = (budget, unit) => (budget === undefined ? { unit } : { unit, budget });

/** What is measured and only told. @param {string} unit @returns {Measure} */
export const told = (unit) => ({ unit });

/** The budget of a measure on a cloud; null if it has none. @param {Measure | undefined} measure @param {CloudName} cloud */
export const budgetOf = (measure, cloud) => {
  const budget = measure?.budget;
  return (typeof budget === "function" ? budget(cloud) : budget) ?? null;
};

/** Clouds on which a connection takes time to become active; on the others, it is at once, and so is an accepted one. */
export const TAKES_TIME = Object.values(clouds).flatMap(({ cloud, isAtOnce = false }) =>
  isAtOnce ? [] : [cloud],
);
