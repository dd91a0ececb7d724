import { safely } from "../../../model/shown";

/** How a text looks in a terminal that has colours. */
const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2, bold: 1 } as const;

/** A style. */
export type Style = keyof typeof CODES;

/** What is known of where a report goes. */
export interface Terminal {
  /** Characters in a line. */
  width: number;
  hasColours: boolean;
}

/** How wide a report is that goes to a file or pipe. */
const USUAL_WIDTH = 100;
/** A terminal may be narrower: its lines then break by themselves. */
const LEAST_WIDTH = 40;

/** What a stream can show. `NO_COLOR` and `FORCE_COLOR` are what they are elsewhere; the first goes before the second. */
export function terminalOf(
  stream: { isTTY?: boolean; columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  const isForced = FORCE_COLOR !== "" && FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  const isAble = stream.isTTY === true && TERM !== "dumb" && FORCE_COLOR === "";
  return {
    width: stream.isTTY === true ? Math.max(LEAST_WIDTH, stream.columns ?? USUAL_WIDTH) : USUAL_WIDTH,
    hasColours: NO_COLOR === "" && (isForced || isAble),
  };
}

/** A text with a style, or as it is where there are no colours. */
export function painter({ hasColours }: Terminal) {
  return (text: string, ...styles: Style[]): string =>
    hasColours && text !== ""
      ? `${styles.map((style) => `\u001b[${CODES[style]}m`).join("")}${text}\u001b[0m`
      : text;
}

/** A paragraph in lines of this width: the first after one indent, the others after as many spaces. */
export function wrapped(text: string, { indent, width }: { indent: number; width: number }): string[] {
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  for (const word of safely(text).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
