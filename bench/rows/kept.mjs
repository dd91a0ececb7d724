import { withBoth } from "../lab.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {{mine: import("../lab.mjs").Stack, base: import("../lab.mjs").Stack}} Both */

/**
 * A row whose stacks stay up from one run to the next, since nothing of them changes.
 *
 * @template Values
 * @typedef {object} Keeping
 * @property {import("../lab.mjs").Setting} setting
 * @property {(both: Both) => Promise<unknown>} prepare   done once
 * @property {(both: Both) => Promise<Values>} look       done in each run
 */

/** @type {Map<CloudName, Promise<{both: Both, close: () => void}>>} */
const kept = new Map();

/** One run of such a row. @template Values @param {CloudName} cloud @param {Keeping<Values>} keeping */
export async function keeping(cloud, { look, ...keeping }) {
  const opened = kept.get(cloud) ?? keepUp(cloud, keeping);
  kept.set(cloud, opened);
  return await look((await opened).both);
}

/** Closes what stayed up for a row. @param {CloudName} cloud */
export async function closeKept(cloud) {
  (await kept.get(cloud))?.close();
  kept.delete(cloud);
}

/** @param {CloudName} cloud @param {Omit<Keeping<unknown>, "look">} keeping @returns {Promise<{both: Both, close: () => void}>} */
function keepUp(cloud, { setting, prepare }) {
  return new Promise((ready, failed) => {
    withBoth(cloud, setting, async (both) => {
      await prepare(both);
      await new Promise((close) => ready({ both, close: () => close(undefined) }));
    }).catch(failed);
  });
}
