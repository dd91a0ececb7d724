import { nameOfPair } from "../../model/peering";
import { safely } from "../../model/shown";
import type { Found, Searched } from "../kit/search";

/** What became of an orphan. */
export interface Outcome {
  found: Found;
  /** Deleted, or why not; nothing if deletion was not asked for. */
  deleted?: true | { failure: string };
}

/** What a search has come to. */
export interface Report {
  stack: string;
  outcomes: readonly Outcome[];
  searched: readonly Searched[];
  /** The stacks whose state could not be read. */
  unread: readonly string[];
}

/** The report for a terminal. */
export function textOf({ stack, outcomes, searched, unread }: Report): string {
  const rows = outcomes.map(({ found: { cloud, peering }, deleted }) => {
    const { id, status, name = "", createdAt = "" } = peering;
    return [cloud, id, status, name, nameOfPair(peering), createdAt, stateOf(deleted)].map(inLine);
  });
  return [
    headingOf(outcomes.length, stack, searched),
    ...(rows.length === 0
      ? []
      : ["", ...table([["CLOUD", "ID", "STATUS", "NAME", "VPCS", "CREATED", ""], ...rows])]),
    "",
    "Searched:",
    ...searched.map(({ cloud, region = "", keys, failure }) => {
      const result = failure === undefined ? "" : `: NOT SEARCHED, ${failure}`;
      return `  ${[cloud, region].join(" ").trim()} with the keys of ${keys}${result}`;
    }),
    ...unread.map((name) => `  the state of stack ${name}: NOT READ; it may hold one of these`),
    ...(searched.length === 0 ? ["  nothing: no cloud is named in state, config or by --cloud"] : []),
    "",
  ].join("\n");
}

/** The same for programs. */
export function jsonOf({ stack, outcomes, searched, unread }: Report): string {
  const orphans = outcomes.map(({ found: { cloud, peering }, deleted }) => {
    const { id, status, name, requester, accepter, createdAt } = peering;
    const failure = typeof deleted === "object" ? deleted.failure : undefined;
    return { cloud, id, status, name, requester, accepter, createdAt, deleted: deleted === true, failure };
  });
  return `${JSON.stringify({ stack, orphans, searched, unread }, undefined, 2)}\n`;
}

function headingOf(count: number, stack: string, searched: readonly Searched[]): string {
  const isAll = searched.length > 0 && searched.every(({ failure }) => failure === undefined);
  if (count === 0 && !isAll) return `Not everything could be searched for connections of ${stack}.`;
  if (count === 0) return `Every connection that bears the mark of ${stack} is in a stack's state.`;
  const [bears, is] = count === 1 ? ["connection bears", "is"] : ["connections bear", "are"];
  return `${count} ${bears} the mark of ${stack} and ${is} not in its state:`;
}

function stateOf(deleted: Outcome["deleted"]): string {
  if (deleted === undefined) return "";
  return deleted === true ? "deleted" : `NOT DELETED: ${deleted.failure}`;
}

/** A cell, whatever a cloud has put into it. */
function inLine(text: string): string {
  return safely(text.replace(/\s+/g, " "));
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
