/** @typedef {import("../../tools/clouds/index.cjs").CloudName} CloudName */

/**
 * Something that is measured, with the most that it may be.
 *
 * @typedef {object} Measure
 * @property {string} what
 * @property {number} value
 * @property {number} budget
 * @property {string} unit
 */

/**
 * A row of the budget.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} work
 * @property {string} [peers]   what the same work takes with what people use today
 * @property {number} runs
 * @property {boolean} [quick]  whether it is among the few that `--quick` runs
 * @property {readonly CloudName[] | undefined} [only]   clouds; all if left out
 * @property {() => string | undefined} [lacks]   what it needs and this machine has not, in words
 * @property {(cloud: CloudName) => Promise<Measure[]>} run
 */

/** Of what is measured without a budget. */
export const NONE = Number.POSITIVE_INFINITY;

/** @param {string} what @param {number} value @param {number} budget @param {string} unit @returns {Measure} */
export const measure = (what, value, budget, unit) => ({ what, value, budget, unit });

/** Clouds on which a connection takes time to become active; on the third, it is at once, and so is an accepted one. @type {readonly CloudName[]} */
export const TAKES_TIME = ["alicloud", "tencentcloud"];
