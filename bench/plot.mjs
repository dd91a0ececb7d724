const [WIDTH, HEIGHT] = [640, 360];
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 20, 40, 50];
const COLOURS = ["#d9480f", "#1864ab", "#2b8a3e", "#868e96"];

/** @typedef {{name: string, points: readonly [number, number][]}} Line */

/** A plot with logarithmic axes, as SVG. @param {string} title @param {string} across @param {string} up @param {readonly Line[]} lines */
export function plot(title, across, up, lines) {
  const points = lines.flatMap((line) => line.points);
  const x = axis(
    points.map(([value]) => value),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axis(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const text = (
    /** @type {number} */ at,
    /** @type {number} */ height,
    /** @type {string} */ words,
    more = "",
  ) => `<text x="${at}" y="${height}" ${more}>${words}</text>`;
  const parts = [
    text(LEFT, 22, title, 'font-weight="bold"'),
    ...x.ticks.flatMap((tick) => [
      `<line x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#dee2e6"/>`,
      text(x.at(tick), HEIGHT - BOTTOM + 18, String(tick), 'text-anchor="middle"'),
    ]),
    ...y.ticks.flatMap((tick) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="#dee2e6"/>`,
      text(LEFT - 8, y.at(tick) + 4, String(tick), 'text-anchor="end"'),
    ]),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across, 'text-anchor="middle"'),
    text(LEFT - 8, TOP - 8, up, 'text-anchor="end"'),
    ...lines.flatMap(({ name, points }, i) => {
      const colour = COLOURS[i % COLOURS.length];
      const path = points.map(([a, b]) => `${x.at(a)},${y.at(b)}`).join(" ");
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...points.map(([a, b]) => `<circle cx="${x.at(a)}" cy="${y.at(b)}" r="3" fill="${colour}"/>`),
        text(LEFT + 10, TOP + 16 + 16 * i, name, `fill="${colour}"`),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>
${parts.join("\n")}
</svg>
`;
}

/** A logarithmic axis over some values, from one place to another. @param {readonly number[]} values @param {number} from @param {number} to */
function axis(values, from, to) {
  const positive = values.filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...positive)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...positive))));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => Number((10 ** (low + i)).toPrecision(1)));
  const at = (/** @type {number} */ value) =>
    Math.round(10 * (from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from))) /
    10;
  return { ticks, at };
}
