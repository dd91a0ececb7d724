import type { Options, Taken } from "./options";
import { COMMON, withValue } from "./options";

/** What a command is, to whoever reads its help. */
export interface Usage<O extends Options> extends Taken<O> {
  name: string;
  /** How it is called, one way a line. */
  ways: readonly string[];
  /** What it does. */
  about: string;
  /** What else is to be known: keys, exit codes. */
  notes: string;
}

/** What `--help` prints. */
export function helpOf({ ways, about, options, notes }: Usage<Options>): string {
  const rows = Object.entries<Options[string]>({ ...options, ...COMMON }).map(
    ([name, option]) => [withValue(name, option), option.help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return `${[ways.join("\n"), about, lines.join("\n"), notes]
    .map((part) => (part.trim() === "" ? [] : [part]))
    .flat()
    .join("\n\n")}\n`;
}
