/** A value below which this part of the others lies, between two of them in proportion. @param {readonly number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * How far above a budget is more than any machine's mood: half of the budget. Of a multiple of what runs beside, only what is
 * above once is ours: so it is half of that, and a tenth where that is less.
 *
 * @param {number} budget @param {string} unit
 */
const moodOf = (budget, unit) => (unit === "×" ? Math.max((budget - 1) / 2, 0.1) : budget / 2);

/**
 * What came of several runs. A budget is missed if even the lower quartile is above it: then chance is no excuse. It is
 * missed by far if that is further above it than any machine's mood.
 *
 * @param {{values: readonly number[], unit: string, budget: number | null}} measured   the budget is null if there is none
 */
export function verdict({ values, unit, budget }) {
  const [low, median, high] = /** @type {[number, number, number]} */ (
    [0.25, 0.5, 0.75].map((part) => quantile(values, part))
  );
  const most = budget ?? Number.POSITIVE_INFINITY;
  const isWithin = (/** @type {number} */ limit) => values.length > 0 && low <= limit;
  return { low, median, high, isHeld: isWithin(most), isFar: !isWithin(most + moodOf(most, unit)) };
}

/** A number for people. @param {number} value */
export const short = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
