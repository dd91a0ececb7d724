import type { Change } from "./changes";
import { isQuiet } from "./changes";
import type { Diagnostic } from "./diagnostics";
import { markdown, value } from "./escape";
import { graphOf, isDrawn, LEGEND } from "./graph";
import type { PeeringRow } from "./kinds/row";
import { peeringsIn } from "./peerings";
import type { Preview } from "./steps";
import { nameIn } from "./steps";
import { MARKS, tableOf } from "./table";

/** GitHub takes comments of 65536 characters; GitLab's limit is higher. */
export const COMMENT_LIMIT = 65_000;

/** Beyond this Mermaid's graphs are no longer drawn, or not to be read. */
const MOST_LINES = 100;

/** How much of everything a comment shows. */
interface Room {
  rows: number;
  lines: number;
  unchanged: boolean;
  warnings: number;
}

/** From everything down to almost nothing; the first that fits is taken. */
const ROOMS: readonly Room[] = [
  { rows: Infinity, lines: MOST_LINES, unchanged: true, warnings: Infinity },
  { rows: Infinity, lines: MOST_LINES, unchanged: false, warnings: Infinity },
  { rows: Infinity, lines: 40, unchanged: false, warnings: 50 },
  { rows: 100, lines: 40, unchanged: false, warnings: 50 },
  { rows: 40, lines: 0, unchanged: false, warnings: 20 },
  { rows: 10, lines: 0, unchanged: false, warnings: 5 },
  { rows: 0, lines: 0, unchanged: false, warnings: 0 },
];

/** The hidden first line of a comment, by which a pipeline finds it again. */
export function markerOf(stack: string): string {
  return `<!-- vpc-peering-preview:${stack.replace(/[^\w./-]|--+/g, "_")} -->`;
}

/**
 * A preview as one Markdown comment: what happens to each peering, a graph of the result, and what to beware of.
 *
 * @param stack What the comment is known by; default: `project/stack`, as the preview tells it.
 */
export function commentOf(preview: Preview, stack = preview.stack ?? "unknown"): string {
  const rows = peeringsIn(preview);
  const comments = ROOMS.map((room) => () => commentIn(room, preview, rows, stack));
  const fitting = comments.find((comment) => comment().length <= COMMENT_LIMIT);
  return (fitting ?? comments[comments.length - 1])?.() ?? "";
}

/** Whether a connection that exists goes: replaced, or deleted. */
export function cutsTraffic(preview: Preview): boolean {
  return peeringsIn(preview).some(({ isCut }) => isCut);
}

function commentIn(room: Room, preview: Preview, rows: readonly PeeringRow[], stack: string): string {
  const loud = rows.filter((row) => !isQuiet(row));
  const quiet = rows.filter(isQuiet);
  const parts = [
    `${markerOf(stack)}\n### VPC peerings of ${value(stack)}: ${titleOf(preview, rows)}`,
    ...problems(preview, rows, room.warnings),
    ...(loud.length === 0
      ? []
      : [tableOf(loud.slice(0, room.rows)), ...notShown(loud.length - room.rows, "changes")]),
    ...graph(rows, room.lines),
    ...unchanged(quiet, room.unchanged),
    ...hidden(preview),
  ];
  return `${parts.join("\n\n")}\n`;
}

function titleOf({ diagnostics }: Preview, rows: readonly PeeringRow[]): string {
  const failed = diagnostics.some(({ severity }) => severity === "error") ? ["**the preview failed**"] : [];
  const counted = (Object.keys(MARKS) as Change[])
    .map((change) => ({ change, count: rows.filter((row) => row.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => `${count} ${MARKS[change].count}`);
  const counts = counted.length === 0 && failed.length === 0 ? ["none"] : counted;
  return [...failed, ...counts].join(", ");
}

function problems({ diagnostics }: Preview, rows: readonly PeeringRow[], most: number): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(inWords);
  const warnings = [
    ...rows.flatMap(({ cautions }) => cautions),
    ...diagnostics.filter(({ severity }) => severity === "warning").map(inWords),
  ];
  return [...alert("CAUTION", errors, most), ...alert("WARNING", warnings, most)];
}

/** A coloured box on GitHub and GitLab, a quotation elsewhere. */
function alert(kind: string, messages: readonly string[], most: number): string[] {
  if (messages.length === 0) return [];
  const lines = [...messages.slice(0, most), ...notShown(messages.length - most, "messages")];
  return [[`> [!${kind}]`, ...lines.map((line) => `> - ${line}`)].join("\n")];
}

function inWords({ urn, message }: Diagnostic): string {
  const lines = message.split("\n").map((line) => markdown(line.slice(0, 500)));
  const name = urn === undefined ? [] : [`${value(nameIn(urn))}: `];
  return [...name, lines.slice(0, 10).join("<br>")].join("");
}

function graph(rows: readonly PeeringRow[], most: number): string[] {
  if (!rows.some(isDrawn)) return [];
  if (most === 0) return ["The graph is left out: this comment would be too long."];
  const fence = ["```mermaid", graphOf(rows.slice(0, most)), "```"].join("\n");
  return [fence, LEGEND, ...notShown(rows.length - most, "peerings, unchanged ones first,")];
}

function unchanged(rows: readonly PeeringRow[], shown: boolean): string[] {
  if (rows.length === 0) return [];
  const summary = `${rows.length} unchanged or only read`;
  if (!shown) return [`${summary}, not listed: this comment would be too long.`];
  return [`<details><summary>${summary}</summary>\n\n${tableOf(rows)}\n\n</details>`];
}

function hidden({ hiddenSames, diagnostics }: Preview): string[] {
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return hiddenSames === 0 || failed
    ? []
    : ["Unchanged peerings are not shown: `pulumi preview --json --show-sames` includes them."];
}

function notShown(count: number, what: string): string[] {
  return count > 0 ? [`${count} more ${what} are not shown: this comment would be too long.`] : [];
}
