/** @typedef {import("./graph.mjs").Arrow} Arrow */

/**
 * The circles among these arrows, each as the arrows that make it, from its first file on. Every file in a circle is
 * in one of them, which is the shortest through it.
 *
 * @param {Arrow[]} arrows
 */
export function circlesIn(arrows) {
  /** @type {Map<string, Arrow[]>} */
  const arrowsFrom = new Map();
  for (const arrow of arrows) arrowsFrom.set(arrow.from, [...(arrowsFrom.get(arrow.from) ?? []), arrow]);

  /** @type {Map<string, Arrow[]>} */
  const circles = new Map();
  for (const start of [...arrowsFrom.keys()].toSorted()) {
    const circle = shortestWayBack(start, arrowsFrom);
    if (circle === undefined) continue;
    const members = circle.map(({ from }) => from).toSorted();
    if (!circles.has(members.join())) circles.set(members.join(), circle);
  }
  return [...circles.values()];
}

/** @param {string} start @param {Map<string, Arrow[]>} arrowsFrom */
function shortestWayBack(start, arrowsFrom) {
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {Arrow[][]} */
  let ways = [[]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) =>
      (arrowsFrom.get(way.at(-1)?.to ?? start) ?? []).map((arrow) => [...way, arrow]),
    );
    const closed = longer.find((way) => way.at(-1)?.to === start);
    if (closed !== undefined) return closed;
    ways = longer.filter((way) => {
      const { to } = /** @type {Arrow} */ (way.at(-1));
      return !seen.has(to) && seen.add(to);
    });
  }
  return undefined;
}
