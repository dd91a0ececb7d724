import type { Change } from "./changes";
import type { End } from "./ends";
import { markdown, shortened, value } from "./escape";
import type { FieldChange } from "./fields";
import type { PeeringRow } from "./kinds/row";

/** How a change is marked: a sign and a word, never by its colour alone. */
const MARKS: Record<Change, { sign: string; word: string }> = {
  create: { sign: "+", word: "create" },
  update: { sign: "~", word: "update in place" },
  replace: { sign: "±", word: "replace" },
  delete: { sign: "−", word: "delete" },
  read: { sign: "&gt;", word: "read" },
  same: { sign: "=", word: "unchanged" },
};

/** A Markdown table of these peerings. */
export function tableOf(rows: readonly PeeringRow[]): string {
  const withReasons = rows.some(({ reasons }) => reasons.length > 0);
  const columns = [
    "Peering",
    "Cloud",
    "Requester",
    "Accepter",
    "Change",
    ...(withReasons ? ["Why replaced"] : []),
  ];
  const lines = rows.map((row) => [
    nameOf(row),
    markdown(row.cloud),
    endIn(row.requester),
    endIn(row.accepter),
    changeIn(row),
    ...(withReasons ? [row.reasons.map(markdown).join("<br>")] : []),
  ]);
  return [columns, columns.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function nameOf({ name, note, id }: PeeringRow): string {
  return [value(name), ...(note === undefined ? [] : [note]), ...(id === undefined ? [] : [value(id)])].join(
    "<br>",
  );
}

function endIn({ vpcId, region, account }: End): string {
  return [vpcId, region, account]
    .filter((part) => part !== undefined)
    .map(value)
    .join("<br>");
}

function changeIn({ change, fields, routes }: PeeringRow): string {
  const { sign, word } = MARKS[change];
  return [`**${sign} ${word}**`, ...fields.map(fieldIn), ...routes].join("<br>");
}

function fieldIn({ path, before, after }: FieldChange): string {
  return `${markdown(shortened(path))}: ${value(before)} → ${value(after)}`;
}
