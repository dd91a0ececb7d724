import type { Arguments } from "./arguments";
import type { Left } from "./compose";
import type { Seen } from "./existing";
import type { Program } from "./program";

/** What came of it: what was seen, and what the program declares of that. */
export interface Outcome extends Seen {
  /** Whose keys were used, in words. */
  keys: string;
  program: Program;
  left: readonly Left[];
}

/** The report for a terminal, in lines. */
export function linesOf(
  { connections, searched, unread, keys, program, left }: Outcome,
  asked: Pick<Arguments, "cloud" | "vpcs">,
): string[] {
  const isTold = connections.length > 0 || unread.length === 0;
  return [
    ...searched.flatMap(({ region = "", failure }) =>
      failure === undefined ? [`Read ${asked.cloud} ${region} with the keys of ${keys}.`] : [],
    ),
    ...unread.map((sentence) => `NOT READ: ${sentence}`),
    ...(isTold ? summary(program.declarations.length, left, asked) : []),
  ];
}

/** The same for programs, with the program itself if there is one. */
export function jsonOf({ connections, unread, program, left }: Outcome, text: string | undefined): string {
  const undeclared = new Set(left.map(({ existing: { peering } }) => peering.id));
  const declared = connections.flatMap(({ peering: { id } }) => (undeclared.has(id) ? [] : [id]));
  const report = {
    cloud: program.cloud,
    declared: declared.sort(),
    left: left.map(({ existing: { peering }, why }) => ({ id: peering.id, name: peering.name, why })),
    unread,
    program: text ?? null,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function summary(count: number, left: readonly Left[], { vpcs }: Pick<Arguments, "vpcs">): string[] {
  const all = count + left.length;
  const of = vpcs.length === 0 ? "" : ` of ${vpcs.join(", ")}`;
  if (all === 0) return [`There are no connections${of} to declare.`];
  return [
    `${all} ${all === 1 ? "connection" : "connections"}${of}: ${count} declared, ${left.length} not.`,
    ...left.map(({ existing: { peering }, why }) => `  ${peering.id}: ${why}`),
  ];
}
