/** What would end a line, turn its direction, or not be seen; and what ends or escapes a literal. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\\]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** A text as a literal: in double quotes, unless single ones need fewer escapes. */
export function quoted(text: string): string {
  const [doubles, singles] = ['"', "'"].map((quote) => text.split(quote).length - 1) as [number, number];
  const quote = doubles > singles ? "'" : '"';
  const safe = text.replace(UNSAFE, (character) => SHORT[character] ?? unicode(character));
  return `${quote}${safe.replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** How many columns a text takes: characters of East Asian scripts and pictures take two, accents none. */
export function width(text: string): number {
  const columns = Array.from(text).map((character) =>
    /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1,
  );
  return columns.reduce<number>((sum, one) => sum + one, 0);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Each half of a character beyond the first 65536 by itself. */
function unicode(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((code) => `\\u${code.toString(16).padStart(4, "0")}`)
    .join("");
}
