import { rowsOf } from "./screen.mjs";

const COLUMNS = 122;
const ROWS = 26;

/** Of a character, in pixels. */
const [WIDTH, HEIGHT] = [8, 18];
const [MARGIN, BAR] = [14, 30];

/** How long a row is waited for, in seconds, whatever it took: so that one can read it, and nobody is bored. */
const [SHORTEST_WAIT, LONGEST_WAIT] = [0.08, 1.5];
/** How long the end stays before all begins anew: seconds. */
const AT_THE_END = 6;

const LIGHT = {
  paper: "#ffffff",
  bar: "#f0f2f5",
  edge: "#d0d7de",
  text: "#1f2328",
  dim: "#6e7781",
  red: "#cf222e",
  green: "#1a7f37",
  yellow: "#9a6700",
  blue: "#0969da",
  magenta: "#8250df",
  cyan: "#1b7c83",
};

const DARK = {
  paper: "#0d1117",
  bar: "#161b22",
  edge: "#30363d",
  text: "#e6edf3",
  dim: "#8b949e",
  red: "#ff7b72",
  green: "#3fb950",
  yellow: "#d29922",
  blue: "#58a6ff",
  magenta: "#bc8cff",
  cyan: "#39c5cf",
};

/**
 * A terminal, as an SVG that plays what was printed, over and over, in the colours of a light or a dark page. Whoever
 * wants no motion, or a program that knows no animation, sees the first screen.
 *
 * Two things move, in steps: all rows go up, and until the screen is full, what is not printed yet is covered.
 *
 * @param {readonly import("./screen.mjs").Line[]} lines
 */
export function pictureOf(lines) {
  const rows = rowsOf(lines, COLUMNS);
  const times = timesOf(rows);
  const seconds = (times.at(-1) ?? 0) + AT_THE_END;
  const [width, height] = [COLUMNS * WIDTH + 2 * MARGIN, ROWS * HEIGHT + BAR + 2 * MARGIN];
  /** @param {(shown: number) => number} offset in rows, once so many have been printed */
  const steps = (offset) => {
    /** @type {[percent: string, rows: number][]} */
    const places = times.map((time, index) => [((100 * time) / seconds).toFixed(2), offset(index + 1)]);
    return places
      .filter(([, rows], index) => rows !== places[index - 1]?.[1])
      .map(([percent, rows]) => `${percent}%{transform:translateY(${String(HEIGHT * rows)}px)}`)
      .join("");
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img">
<title>npm run quickstart in a terminal, as docs/quickstart.txt has it</title>
<style>
svg{${variables(LIGHT)}}
@media (prefers-color-scheme:dark){svg{${variables(DARK)}}}
text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--text);white-space:pre}
${Object.keys(LIGHT)
  .slice(3)
  .map((name) => `.${name}{fill:var(--${name})}`)
  .join("")}.bold{font-weight:bold}
.rows{animation:rows ${seconds.toFixed(1)}s step-end infinite}
.cover{animation:cover ${seconds.toFixed(1)}s step-end infinite}
@keyframes rows{${steps((shown) => Math.min(0, ROWS - shown))}}
@keyframes cover{${steps((shown) => Math.min(ROWS, shown) - ROWS)}}
@media (prefers-reduced-motion:reduce){.rows,.cover{animation:none}}
</style>
<rect x=".5" y=".5" width="${String(width - 1)}" height="${String(height - 1)}" rx="8" fill="var(--paper)" stroke="var(--edge)"/>
<path d="M.5 ${String(BAR)}V8a7.5 7.5 0 0 1 7.5-7.5H${String(width - 8)}a7.5 7.5 0 0 1 7.5 7.5V${String(BAR)}z" fill="var(--bar)" stroke="var(--edge)"/>
<g fill="var(--edge)"><circle cx="18" cy="15" r="5"/><circle cx="36" cy="15" r="5"/><circle cx="54" cy="15" r="5"/></g>
<svg x="${String(MARGIN)}" y="${String(BAR + MARGIN)}" width="${String(COLUMNS * WIDTH)}" height="${String(ROWS * HEIGHT)}" xml:space="preserve">
<g class="rows">
${rows.map(rowOf).join("\n")}
</g>
<rect class="cover" y="${String(ROWS * HEIGHT)}" width="100%" height="100%" fill="var(--paper)"/>
</svg>
</svg>
`;
}

/** When each row is there, in seconds. @param {import("./screen.mjs").Row[]} rows */
function timesOf(rows) {
  let time = 0;
  return rows.map(({ at }, index) => {
    if (index === 0) return time;
    const waited = (at - (rows[index - 1]?.at ?? at)) / 1000;
    time += Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, waited));
    return time;
  });
}

/** @param {import("./screen.mjs").Row} row @param {number} index */
function rowOf({ spans }, index) {
  const parts = spans.map(({ text, look }) =>
    look === "" ? escaped(text) : `<tspan class="${look}">${escaped(text)}</tspan>`,
  );
  return `<text y="${String(index * HEIGHT + 13)}">${parts.join("")}</text>`;
}

/** @param {Record<string, string>} colours */
function variables(colours) {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
