import { safely } from "../../../model/shown";
import { ENDS } from "../../../model/ends";
import type { Direction } from "../judge/direction";
import type { Finding } from "../judge/finding";
import type { Diagnosis, Judged } from "../judge/judge";
import { hopText } from "../judge/routeFindings";
import { rangeText } from "../judge/ranges";
import type { Leads, Way } from "../judge/ways";
import type { Unseen } from "../judge/known";
import type { Style, Terminal } from "./terminal";
import { painter, wrapped } from "./terminal";

/** How many rows of a table of ways are shown. */
const SHOWN = 8;

/** How something stands, as a sign with its colour. */
const SIGNS = {
  broken: ["✗", "red"],
  risk: ["!", "yellow"],
  unknown: ["?", "cyan"],
  well: ["✓", "green"],
} as const satisfies Record<string, readonly [string, Style]>;

/** How a connection stands. */
export type Standing = keyof typeof SIGNS;

/** How a connection stands: the worst that is said of it. */
export function standingOf({ findings, reaches, notes }: Judged): Standing {
  if (findings.some(({ severity }) => severity === "broken")) return "broken";
  if (findings.length > 0) return "risk";
  return reaches === true || (reaches === false && notes.length > 0) ? "well" : "unknown";
}

/** The report for people. */
export function textOf(diagnosis: Diagnosis, of: string, terminal: Terminal): string {
  const write = new Writer(terminal);
  const order: Standing[] = ["broken", "risk", "unknown", "well"];
  const rows = diagnosis.connections.map((judged) => ({ judged, standing: standingOf(judged) }));
  const sorted = order.flatMap((standing) => rows.filter((row) => row.standing === standing));
  write.paragraph(0, headingOf(rows, of), "bold");
  const { findings, unseen } = diagnosis;
  const isPlain = ({ judged, standing }: Entry): boolean => standing === "well" && judged.notes.length === 0;
  for (const { judged, standing } of sorted.filter((row) => !isPlain(row)))
    write.connection(judged, standing);
  write.plain(sorted.filter(isPlain));
  if (findings.length > 0) {
    write.line("");
    for (const finding of findings) write.finding(finding, 0);
  }
  if (unseen.length > 0) {
    write.line("");
    for (const one of unseen) write.unseen(one, 0);
  }
  return `${write.lines.join("\n")}\n`;
}

/** An entry of the report: a connection, and how it stands. */
interface Entry {
  judged: Judged;
  standing: Standing;
}

function headingOf(rows: readonly Entry[], of: string): string {
  if (rows.length === 0) return `${of} has no connections.`;
  const words: [Standing, string][] = [
    ["broken", "broken"],
    ["risk", "at risk"],
    ["unknown", "not known as a whole"],
    ["well", "well"],
  ];
  const counts = words.flatMap(([standing, word]) => {
    const count = rows.filter((row) => row.standing === standing).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${rows.length} ${rows.length === 1 ? "connection" : "connections"} of ${of}: ${counts.join(", ")}.`;
}

/** What becomes of packets, in a few words. */
const WORDS: Record<Leads, (way: Way) => string> = {
  through: () => "through the connection",
  halted: () => "to the connection, which is not active",
  dead: ({ route }) => `${hopText(route)}, which carries nothing`,
  elsewhere: ({ route }) => hopText(route),
  local: () => "stays in the own VPC",
  nowhere: () => "no route",
  unknown: ({ route }) => `${hopText(route)}: not looked at`,
};

/** That packets go one way only is plain from the two directions, and what mends it is told with that end's routes. */
function isTold({ kind, end }: Finding, all: readonly Finding[]): boolean {
  return kind === "one-way" && all.some((other) => other.kind !== kind && other.end === end);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.\]]$/.test(text) ? "" : "."}`;
}

class Writer {
  readonly lines: string[] = [];
  private readonly paint: ReturnType<typeof painter>;

  constructor(private readonly terminal: Terminal) {
    this.paint = painter(terminal);
  }

  line(text: string): void {
    this.lines.push(text.trimEnd());
  }

  paragraph(indent: number, text: string, ...styles: Style[]): void {
    for (const line of wrapped(text, { indent, width: this.terminal.width })) {
      this.line(`${" ".repeat(indent)}${this.paint(line, ...styles)}`);
    }
  }

  connection(judged: Judged, standing: Standing): void {
    const { known, directions, findings, notes, unseen } = judged;
    const { declared, peering, ends } = known;
    const [sign, style] = SIGNS[standing];
    this.line("");
    const status = peering?.status ?? (ENDS.some((end) => ends[end].status === "missing") ? "missing" : "");
    const named = declared.name === declared.id ? "" : `${this.paint(safely(declared.name), "bold")}  `;
    const more = [declared.id, declared.cloud, status].filter((part) => part !== "").join("  ");
    this.line(`${this.paint(sign, style)} ${named}${this.paint(safely(more), "dim")}`);
    for (const direction of directions) this.direction(direction, judged);
    for (const finding of findings) if (!isTold(finding, findings)) this.finding(finding, 2);
    for (const text of notes) this.bullet("·", "dim", text, 2);
    if (unseen.length > 0) this.line("");
    for (const one of unseen) this.unseen(one, 2);
  }

  /** Connections of which there is nothing to say: a line for each. */
  plain(rows: readonly Entry[]): void {
    if (rows.length > 0) this.line("");
    const cells = rows.map(({ judged: { known } }) => {
      const { declared, ends } = known;
      const pair = `${ends.requester.vpcId ?? ""} ⇄ ${ends.accepter.vpcId ?? ""}`;
      return [declared.name === declared.id ? "" : declared.name, declared.id, pair].map(safely);
    });
    const widthOf = (column: number): number => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0));
    const [first, second] = [widthOf(0), widthOf(1)];
    const [sign, style] = SIGNS.well;
    for (const [name = "", id = "", pair = ""] of cells) {
      const begin = name === "" ? "" : `${this.paint(name.padEnd(first), "bold")}  `;
      this.line(`${this.paint(sign, style)} ${begin}${this.paint(`${id.padEnd(second)}  ${pair}`, "dim")}`);
    }
  }

  finding({ severity, what, meaning, remedy }: Finding, indent: number): void {
    const [sign, style] = SIGNS[severity];
    this.line("");
    this.bullet(sign, style, what, indent);
    this.paragraph(indent + 2, meaning, "dim");
    this.bullet("→", "cyan", remedy, indent + 2);
  }

  unseen({ what, why }: Unseen, indent: number): void {
    this.bullet("?", "cyan", `Not looked at: ${what}. ${sentence(why)}`, indent);
  }

  private bullet(sign: string, style: Style, text: string, indent: number): void {
    const inner = indent + 2;
    const lines = wrapped(text, { indent: inner, width: this.terminal.width });
    for (const [index, line] of lines.entries()) {
      this.line(
        index === 0
          ? `${" ".repeat(indent)}${this.paint(sign, style)} ${line}`
          : `${" ".repeat(inner)}${line}`,
      );
    }
  }

  private direction({ from, to, reaches, paths }: Direction, { known: { ends } }: Judged): void {
    const [sign, style] = SIGNS[reaches === undefined ? "unknown" : reaches ? "well" : "broken"];
    const word = reaches === undefined ? "not known" : reaches ? "arrives" : "gets lost";
    const [there, back] = [from, to].map((end) => safely(ends[end].vpcId ?? `the ${end}`));
    const begin = `  ${this.paint(sign, style)} ${this.paint(word.padEnd(9), style)}  `;
    const isNarrow =
      `  ${sign} ${word.padEnd(9)}  ${there ?? ""} → ${back ?? ""}`.length > this.terminal.width;
    if (isNarrow) this.lines.push(`${begin}${there ?? ""}`, `${" ".repeat(13)}→ ${back ?? ""}`);
    else this.line(`${begin}${there ?? ""} → ${back ?? ""}`);
    if (reaches === true) return;
    const ofAll = paths.filter(({ isUsed }) => isUsed).flatMap(({ ways }) => ways);
    const rows = paths
      .filter(({ isUsed }) => isUsed)
      .flatMap(({ table, ways }) =>
        ways.map((way) => [
          rangeText(way.part),
          `${table.id}${table.isMain ? " (main)" : ""}`,
          WORDS[way.leads](way),
        ]),
      );
    // Where the connection itself is the reason, its tables are none.
    if (ofAll.every(({ leads }) => leads === "halted")) return;
    this.table(rows.slice(0, SHOWN));
    if (rows.length > SHOWN) this.paragraph(6, `and ${rows.length - SHOWN} more: --json shows all`, "dim");
  }

  private table(rows: string[][]): void {
    const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    const [first = 0, second = 0] = widths;
    const last = Math.max(0, ...rows.map((row) => row[2]?.length ?? 0));
    const isNarrow = 6 + first + second + last + 4 > this.terminal.width;
    for (const [destination = "", table = "", leads = ""] of rows) {
      if (!isNarrow) {
        this.line(
          `      ${this.paint(`${destination.padEnd(first)}  ${table.padEnd(second)}  ${leads}`, "dim")}`,
        );
        continue;
      }
      this.line(`      ${this.paint(`${destination.padEnd(first)}  ${leads}`, "dim")}`);
      this.line(`        ${this.paint(table, "dim")}`);
    }
  }
}
