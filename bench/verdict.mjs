/** A value below which this part of the others lies, between two of them in proportion. @param {readonly number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/** So many times a budget is more than any machine's mood. */
const FAR = 1.5;

/**
 * What came of several runs. A budget is missed if even the lower quartile is above it: then chance is no excuse. It is
 * missed by far if that is more than half of the budget above it.
 *
 * @param {readonly number[]} values @param {number | null} budget   null if there is none
 */
export function verdict(values, budget) {
  const [low, median, high] = /** @type {[number, number, number]} */ (
    [0.25, 0.5, 0.75].map((part) => quantile(values, part))
  );
  const isWithin = (/** @type {number} */ times) =>
    values.length > 0 && (budget === null || low <= times * budget);
  return { low, median, high, isHeld: isWithin(1), isFar: !isWithin(FAR) };
}

/** A number for people. @param {number} value */
export const short = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
