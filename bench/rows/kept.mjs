import { withBoth } from "../lab.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */
/** @typedef {{mine: import("../lab.mjs").Stack, base: import("../lab.mjs").Stack}} Both */

/**
 * A row whose stacks stay up from one run to the next, since nothing of them changes.
 *
 * @typedef {object} Keeping
 * @property {import("../lab.mjs").Setting} setting
 * @property {(both: Both) => Promise<unknown>} prepare   done once
 * @property {(both: Both) => Promise<Measure[]>} look    done in each run
 */

/** @type {Map<CloudName, Promise<{look: () => Promise<Measure[]>, close: () => void}>>} */
const kept = new Map();

/** One run of such a row. @param {CloudName} cloud @param {Keeping} keeping */
export async function keeping(cloud, keeping) {
  const opened = kept.get(cloud) ?? keepUp(cloud, keeping);
  kept.set(cloud, opened);
  return await (await opened).look();
}

/** Closes what stayed up for a row. @param {CloudName} cloud */
export async function closeKept(cloud) {
  (await kept.get(cloud))?.close();
  kept.delete(cloud);
}

/** @param {CloudName} cloud @param {Keeping} keeping @returns {Promise<{look: () => Promise<Measure[]>, close: () => void}>} */
function keepUp(cloud, { setting, prepare, look }) {
  return new Promise((ready, failed) => {
    withBoth(cloud, setting, async (both) => {
      await prepare(both);
      await new Promise((close) => ready({ look: () => look(both), close: () => close(undefined) }));
    }).catch(failed);
  });
}
