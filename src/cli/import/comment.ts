import { safely } from "../../model/shown";

/** How long a line of a comment is, unless a single word is longer. */
const LONGEST = 100;

/** A sentence as lines of a comment, none of which anything in it can end. What continues an item is indented. */
export function comment(sentence: string, begin: "//" | "#"): string[] {
  const indent = sentence.startsWith("- ") ? "  " : "";
  const lines: string[] = [];
  let line: string = begin;
  for (const word of safely(sentence.replace(/\s+/g, " ")).split(" ")) {
    const isLong = line !== begin && line.length + 1 + word.length > LONGEST;
    if (isLong) lines.push(line);
    line = isLong ? `${begin} ${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line].map((one) => one.trimEnd());
}
