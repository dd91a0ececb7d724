import type { Diagnostic } from "./diagnostics";
import { markdown, shortened, value } from "./escape";
import type { PeeringRow } from "./kinds/row";
import type { Preview } from "./steps";
import { nameIn } from "./steps";

const MOST_LINES = 10;
const LONGEST_LINE = 500;

/** What to beware of, as parts of a comment: errors, then warnings, of each at most so many. */
export function messageParts({ diagnostics }: Preview, rows: readonly PeeringRow[], most: number): string[] {
  const ofSeverity = (severity: Diagnostic["severity"]): string[] =>
    diagnostics.filter((one) => one.severity === severity).map(inMarkdown);
  const warnings = [...rows.flatMap(({ cautions }) => cautions), ...ofSeverity("warning")];
  return [...alert("[!CAUTION]", ofSeverity("error"), most), ...alert("[!WARNING]", warnings, most)];
}

/** A coloured box on GitHub and GitLab, a quotation elsewhere. */
function alert(kind: "[!CAUTION]" | "[!WARNING]", messages: readonly string[], most: number): string[] {
  if (messages.length === 0) return [];
  const left = messages.length - most;
  const omitted = `${left} of ${messages.length} messages are not shown: this comment would be too long.`;
  const lines = [...messages.slice(0, most), ...(left > 0 ? [omitted] : [])];
  return [[`> ${kind}`, ...lines.map((line) => `> - ${line}`)].join("\n")];
}

function inMarkdown({ urn, message }: Diagnostic): string {
  const name = urn === undefined ? "" : `${value(nameIn(urn))}: `;
  const lines = message.split("\n");
  const shown = lines.slice(0, MOST_LINES).map((line) => markdown(shortened(line, LONGEST_LINE)));
  const left = lines.length - MOST_LINES;
  return `${name}${[...shown, ...(left > 0 ? [`… (${left} more lines)`] : [])].join("<br>")}`;
}
