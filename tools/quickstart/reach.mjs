/** @typedef {import("./emulator.mjs").Reach} Reach */
/** @typedef {import("./emulator.mjs").Way} Way */

/**
 * Whether packets find their way, for people: one line for each direction.
 *
 * @param {Reach} reach
 * @returns {string[]}
 */
export function reachLines({ forward, back }) {
  return [wayLine("hub to spoke", forward), wayLine("spoke to hub", back)];
}

/**
 * The first way that is lost, or else the first one: in the examples' VPCs there is one.
 *
 * @param {string} direction
 * @param {Way} way
 */
function wayLine(direction, { reaches, paths }) {
  const path = paths.find((one) => !one.reaches) ?? paths[0];
  const { table = "?", to = "?", through = [] } = path ?? {};
  return reaches
    ? `${direction}  arrives: route table ${table} sends what is for ${to} through ${through.join(", ")}`
    : `${direction}  is lost: route table ${table} leads nothing to ${to}`;
}
