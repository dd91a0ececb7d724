import { isQuiet } from "./changes";
import { countsOf } from "./counts";
import { value } from "./escape";
import { graphParts } from "./graph";
import type { PeeringRow } from "./kinds/row";
import { isDrawn } from "./map";
import { messageParts } from "./messages";
import { peeringsIn } from "./peerings";
import type { Preview } from "./steps";
import { tableOf } from "./table";

/** GitHub takes comments of 65536 characters; GitLab's limit is higher. */
export const COMMENT_LIMIT = 65_000;

/** Beyond this Mermaid's graphs are no longer drawn, or not to be read. */
const MOST_LINES = 100;

const TOO_LONG = "this comment would be too long";

/** How much of everything a comment shows. */
interface Room {
  rows: number;
  lines: number;
  unchanged: boolean;
  messages: number;
}

/** From everything down to almost nothing; the first that fits is taken. */
const ROOMS: readonly Room[] = [
  { rows: Infinity, lines: MOST_LINES, unchanged: true, messages: Infinity },
  { rows: Infinity, lines: MOST_LINES, unchanged: false, messages: Infinity },
  { rows: Infinity, lines: 40, unchanged: false, messages: 50 },
  { rows: 100, lines: 40, unchanged: false, messages: 50 },
  { rows: 40, lines: 0, unchanged: false, messages: 20 },
  { rows: 10, lines: 0, unchanged: false, messages: 5 },
  { rows: 0, lines: 0, unchanged: false, messages: 0 },
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
  const head = `${markerOf(stack)}\n### VPC peerings of ${value(stack)}: ${titleOf(preview, rows)}`;
  let comment = "";
  for (const room of ROOMS) {
    comment = `${[head, ...partsIn(room, preview, rows)].join("\n\n")}\n`;
    if (comment.length <= COMMENT_LIMIT) break;
  }
  return comment;
}

/** Whether a connection that exists goes: replaced, or deleted. */
export function cutsTraffic(preview: Preview): boolean {
  return peeringsIn(preview).some(({ isCut }) => isCut);
}

function titleOf(preview: Preview, rows: readonly PeeringRow[]): string {
  const counts = countsOf(rows);
  if (hasFailed(preview)) return ["**the preview failed**", ...(counts === "" ? [] : [counts])].join(", ");
  return counts === "" ? "none" : counts;
}

function partsIn(room: Room, preview: Preview, rows: readonly PeeringRow[]): string[] {
  return [
    ...messageParts(preview, rows, room.messages),
    ...changedParts(
      rows.filter((row) => !isQuiet(row)),
      room,
    ),
    ...drawnParts(rows, room),
    ...unchangedParts(rows.filter(isQuiet), room),
    ...hiddenParts(preview),
  ];
}

function changedParts(rows: readonly PeeringRow[], room: Room): string[] {
  const [listed, others] = [rows.slice(0, room.rows), rows.slice(room.rows)];
  return [
    ...(listed.length === 0 ? [] : [tableOf(listed)]),
    ...(others.length === 0 ? [] : [`Not in the table: ${countsOf(others)}; ${TOO_LONG}.`]),
  ];
}

function drawnParts(rows: readonly PeeringRow[], room: Room): string[] {
  if (!rows.some(isDrawn)) return [];
  return room.lines === 0 ? [`The graph is left out: ${TOO_LONG}.`] : graphParts(rows, room.lines);
}

function unchangedParts(rows: readonly PeeringRow[], room: Room): string[] {
  if (rows.length === 0) return [];
  const summary = `${rows.length} unchanged or only read`;
  if (!room.unchanged) return [`${summary}, not listed: ${TOO_LONG}.`];
  return [`<details><summary>${summary}</summary>\n\n${tableOf(rows)}\n\n</details>`];
}

function hiddenParts(preview: Preview): string[] {
  return preview.hiddenSames === 0 || hasFailed(preview)
    ? []
    : ["This preview leaves out what is unchanged: `pulumi preview --json --show-sames` includes it."];
}

function hasFailed({ diagnostics }: Preview): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
