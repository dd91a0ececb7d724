import { UNKNOWN } from "../../model/unknown";
import type { Change } from "./changes";
import { isQuiet } from "./changes";
import { countsOf } from "./counts";
import { mermaid } from "./escape";
import type { Fold } from "./folds";
import { foldsOf } from "./folds";
import type { PeeringRow } from "./kinds/row";
import type { Line, Place } from "./map";
import { isDrawn, linesOf, placesIn } from "./map";
import type { Tally } from "./tally";
import { talliesOf } from "./tally";

/** With more lines than these, the graph counts what is unchanged instead of drawing it. */
const FEW_LINES = 20;

/** An arrow and a colour for each change. The colours tell themselves apart for the colour-blind, on white and on black. */
const LINES: Record<Change, { arrow: string; style: string }> = {
  create: { arrow: "==>", style: "stroke:#009e73,stroke-width:4px" },
  update: { arrow: "-->", style: "stroke:#3b82c4,stroke-width:4px" },
  replace: { arrow: "-.->", style: "stroke:#d55e00,stroke-width:4px,stroke-dasharray:9 5" },
  delete: { arrow: "-.-x", style: "stroke:#c0609f,stroke-width:2px,stroke-dasharray:2 4" },
  read: { arrow: "-->", style: "stroke:#808080,stroke-width:1px,stroke-dasharray:2 4" },
  same: { arrow: "-->", style: "stroke:#808080,stroke-width:1px" },
};

/** What stands before a line's name: the colour is not all that tells. */
const SIGNS: Record<Change, string> = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "−",
  read: "read:",
  same: "",
};

/** What the lines mean. */
const LEGEND =
  "Lines: **+** thick green is new, **~** solid blue changes in place, **±** dashed orange is replaced, **−** dotted purple with a cross goes, thin grey stays (dotted: is only read).";

const COUNTED =
  "What is unchanged or only read is counted: at a thin line between two boxes, or in an oval within one.";

const FOLDED =
  "An oval at a line stands for that many spokes of a hub, a hexagon for that many pairs of the VPCs that it is joined to.";

const ONE_SIDED =
  "“…'s routes only”: this stack writes no routes in the other VPC, and without them no answer comes back.";

/** What a graph shows of some peerings. */
interface Picture {
  drawn: readonly Line[];
  counted: readonly Tally[];
  folds: readonly Fold[];
  places: ReadonlyMap<string, Place>;
}

/** The graph of these peerings with its legend, as parts of a comment; what it has no room for is said. */
export function graphParts(rows: readonly PeeringRow[], mostLines: number): string[] {
  const known = rows.filter(isDrawn);
  const places = placesIn(known);
  const isSmall = known.flatMap(linesOf).length <= Math.min(FEW_LINES, mostLines);
  const { folds, rest } = isSmall ? { folds: [], rest: known } : foldsOf(known, places);
  const { fitting, beyond } = upTo(mostLines, isSmall ? known : rest.filter((row) => !isQuiet(row)));
  const { shown, hidden } = talliesOf(isSmall ? [] : rest.filter(isQuiet), places);
  const picture = { drawn: fitting.flatMap(linesOf), counted: shown, folds, places };
  return [
    ["```mermaid", mermaidOf(picture), "```"].join("\n"),
    [
      LEGEND,
      ...(shown.length === 0 ? [] : [COUNTED]),
      ...(folds.length === 0 ? [] : [FOLDED]),
      ...(fitting.some(({ routesOnlyOf }) => routesOnlyOf !== undefined) ? [ONE_SIDED] : []),
    ].join(" "),
    ...notDrawn([...beyond, ...hidden], "more lines would not be readable"),
    ...notDrawn(
      rows.filter((row) => !isDrawn(row)),
      "the preview does not name their VPCs",
    ),
  ];
}

/** As many peerings, from the first, as have together at most these lines. */
function upTo(mostLines: number, rows: readonly PeeringRow[]) {
  let lines = 0;
  const firstBeyond = rows.findIndex((row) => (lines += linesOf(row).length) > mostLines);
  const end = firstBeyond === -1 ? rows.length : firstBeyond;
  return { fitting: rows.slice(0, end), beyond: rows.slice(end) };
}

function notDrawn(rows: readonly PeeringRow[], why: string): string[] {
  return rows.length === 0 ? [] : [`Not in the graph: ${countsOf(rows)}; ${why}.`];
}

/** A Mermaid flowchart: VPCs by cloud, region and account, a line for each connection, what is drawn as one, and the counts. */
function mermaidOf({ drawn, counted, folds, places }: Picture): string {
  const keys = new Set([
    ...drawn.flatMap(({ from, to }) => [from, to]),
    ...folds.flatMap(({ vpcs }) => vpcs),
  ]);
  const vpcs = [...places].filter(([key]) => keys.has(key));
  const vpcIds = new Map(vpcs.map(([key], index) => [key, `v${index}`]));
  const labels = new Set([
    ...vpcs.map(([, { group }]) => group),
    ...folds.flatMap(({ group }) => group ?? []),
    ...counted.flatMap(({ from, to }) => [from, to]),
  ]);
  const groupIds = new Map([...labels].map((label, index) => [label, `g${index}`]));
  const boxes = [...groupIds].flatMap(([label, id]) => {
    const inside = [
      ...vpcs
        .filter(([, { group }]) => group === label)
        .map(([key, place]) => `    ${vpcIds.get(key) ?? ""}["${labelOf(place)}"]`),
      ...folds.flatMap((fold, index) =>
        fold.group === label ? [`    f${index}(["${foldLabel(fold)}"])`] : [],
      ),
      ...counted
        .filter(({ from, to }) => from === label && to === label)
        .map(({ text }) => `    ${id}n(["${mermaid(text)}"])`),
    ];
    // A box without anything in it is no box to Mermaid.
    return inside.length === 0
      ? [`  ${id}["${label}"]`]
      : [`  subgraph ${id}["${label}"]`, ...inside, "  end"];
  });
  const between = counted.filter(({ from, to }) => from !== to);
  const spread = folds.flatMap(({ vpcs, change }, index) => vpcs.map((key) => ({ key, change, index })));
  return [
    "flowchart LR",
    ...boxes,
    ...folds.flatMap((fold, index) =>
      fold.group === undefined ? [`  f${index}{{"${foldLabel(fold)}"}}`] : [],
    ),
    ...drawn.map(
      ({ change, name, from, to }) =>
        `  ${vpcIds.get(from) ?? ""} ${LINES[change].arrow}|"${mermaid(`${SIGNS[change]} ${name}`.trim())}"| ${vpcIds.get(to) ?? ""}`,
    ),
    ...between.map(
      ({ from, to, text }) =>
        `  ${groupIds.get(from) ?? ""} ---|"${mermaid(text)}"| ${groupIds.get(to) ?? ""}`,
    ),
    ...spread.map(({ key, index }) => `  ${vpcIds.get(key) ?? ""} --- f${index}`),
    ...stylesOf([
      ...drawn.map(({ change }) => change),
      ...between.map(() => "same" as const),
      ...spread.map(({ change }) => change),
    ]),
    // Without a colour of its own, a group suits a light and a dark page.
    "  classDef place fill:none,stroke:#808080",
    `  class ${[...groupIds.values()].join(",")} place`,
  ].join("\n");
}

function stylesOf(changes: readonly Change[]): string[] {
  return Object.entries(LINES).flatMap(([change, { style }]) => {
    const numbers = changes.flatMap((one, index) => (one === change ? [index] : []));
    return numbers.length === 0 ? [] : [`  linkStyle ${numbers.join(",")} ${style}`];
  });
}

function foldLabel({ change, text }: Fold): string {
  return mermaid(`${SIGNS[change]} ${text}`.trim());
}

function labelOf({ vpcId }: Place): string {
  return vpcId === undefined || vpcId === UNKNOWN ? "known after apply" : mermaid(vpcId);
}
