/** @typedef {{ at: number, text: string }} Line a line that a program printed, colours included, and when, in milliseconds */
/** @typedef {{ text: string, look: string }} Span a part of a row, and how it looks: `bold green` */
/** @typedef {{ at: number, spans: Span[] }} Row a row of the screen, and when it is there */

/** The first eight colours of a terminal; the next eight are the same, brighter. */
const COLOURS = ["dim", "red", "green", "yellow", "blue", "magenta", "cyan", ""];

/** Bold and dim; colours as 31, as 91 or as 38;5;1. All else ends what was before. */
const STYLES = /^(?:(?<bold>1)|(?<dim>2)|(?:3|9|38;5;)(?<colour>\d+))$/;

/**
 * The rows of a screen that is so wide: a longer line goes on in the next row.
 *
 * @param {readonly Line[]} lines @param {number} columns @returns {Row[]}
 */
export function rowsOf(lines, columns) {
  return lines.flatMap(({ at, text }) => {
    const cells = cellsOf(text);
    const starts = Array.from({ length: Math.ceil(cells.length / columns) || 1 }, (_, row) => row * columns);
    return starts.map((from) => ({ at, spans: joined(cells.slice(from, from + columns)) }));
  });
}

/** The characters of a line, each with its look, without blanks at its end. @param {string} text */
function cellsOf(text) {
  let look = "";
  const cells = text.split(/(\u001b\[[\d;]*m)/).flatMap((part) => {
    if (!part.startsWith("\u001b")) return [...part].map((character) => ({ text: character, look }));
    look = lookAfter(look, part.slice(2, -1));
    return [];
  });
  return cells.slice(0, cells.findLastIndex((cell) => cell.text !== " ") + 1);
}

/** @param {string} look @param {string} code */
function lookAfter(look, code) {
  const { bold, dim, colour } = STYLES.exec(code)?.groups ?? {};
  const more = bold ? "bold" : dim ? "dim" : colour ? COLOURS[Number(colour) % 8] : undefined;
  return more === undefined ? "" : `${look} ${more}`.trim();
}

/** Neighbours that look alike become one. @param {Span[]} cells */
function joined(cells) {
  /** @type {Span[]} */
  const spans = [];
  for (const { text, look } of cells) {
    const last = spans.at(-1);
    if (last?.look === look) last.text += text;
    else spans.push({ text, look });
  }
  return spans;
}
