import { UNKNOWN } from "../../model/unknown";
import type { Change } from "./changes";
import type { End, Ends } from "./ends";
import { mermaid } from "./escape";
import type { PeeringRow } from "./kinds/row";

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
export const LEGEND =
  "Lines: **+** thick green is new, **~** solid blue changes in place, **±** dashed orange is replaced, **−** dotted purple with a cross goes, thin grey stays (dotted: is only read).";

interface Edge {
  change: Change;
  name: string;
  cloud: string;
  from: Vpc;
  to: Vpc;
}

interface Vpc extends End {
  key: string;
  cloud: string;
}

/** A Mermaid flowchart of these peerings: VPCs by cloud, region and account, and a line for each connection. */
export function graphOf(rows: readonly PeeringRow[]): string {
  const edges = rows.flatMap(edgesOf);
  const vpcs = placed(edges.flatMap(({ from, to }) => [from, to]));
  const numbers = new Map(vpcs.map(({ key }, index) => [key, `v${index}`]));
  const lines = ["flowchart LR"];
  const groups = [...grouped(vpcs)].map(([label, members], index) => [`g${index}`, label, members] as const);
  for (const [id, label, members] of groups) {
    lines.push(`  subgraph ${id}["${label}"]`);
    for (const vpc of members) lines.push(`    ${numbers.get(vpc.key) ?? ""}["${labelOf(vpc)}"]`);
    lines.push("  end");
  }
  for (const { change, name, from, to } of edges) {
    const text = mermaid(`${SIGNS[change]} ${name}`.trim());
    lines.push(
      `  ${numbers.get(from.key) ?? ""} ${LINES[change].arrow}|"${text}"| ${numbers.get(to.key) ?? ""}`,
    );
  }
  for (const [change, { style }] of Object.entries(LINES)) {
    const drawn = edges.flatMap((edge, index) => (edge.change === change ? [index] : []));
    if (drawn.length > 0) lines.push(`  linkStyle ${drawn.join(",")} ${style}`);
  }
  // Without a colour of its own, a group suits a light and a dark page.
  lines.push(
    "  classDef place fill:none,stroke:#808080",
    `  class ${groups.map(([id]) => id).join(",")} place`,
  );
  return lines.join("\n");
}

/** Whether anything is known of its ends: of a connection that is only read, a preview may tell neither. */
export function isDrawn({ requester, accepter }: PeeringRow): boolean {
  return requester.vpcId !== undefined || accepter.vpcId !== undefined;
}

/** A replacement between other VPCs is two lines: one that goes, and one that comes. */
function edgesOf(row: PeeringRow): Edge[] {
  if (!isDrawn(row)) return [];
  const { name, cloud, change, formerEnds } = row;
  const edge = (kind: Change, ends: Ends, when: string): Edge => ({
    change: kind,
    name,
    cloud,
    from: vpcOf(row, ends.requester, `requester ${when}`),
    to: vpcOf(row, ends.accepter, `accepter ${when}`),
  });
  const former = formerEnds === undefined ? [] : [edge("delete", formerEnds, "before")];
  return [edge(change, row, "after"), ...former];
}

/** A VPC that is not known yet is nobody else's. */
function vpcOf({ urn, cloud }: PeeringRow, end: End, side: string): Vpc {
  const known = end.vpcId !== undefined && end.vpcId !== UNKNOWN;
  return { ...end, cloud, key: JSON.stringify(known ? [cloud, end.vpcId] : [urn, side]) };
}

/** Each VPC once, with all that any peering says of it: what the first says goes before what later ones do. */
function placed(vpcs: readonly Vpc[]): Vpc[] {
  const places = new Map<string, Vpc>();
  for (const vpc of vpcs) {
    places.set(vpc.key, { ...vpc, ...knownPlace(vpc), ...knownPlace(places.get(vpc.key)) });
  }
  return [...places.values()];
}

function knownPlace({ region, account }: End = {}): Pick<End, "region" | "account"> {
  return {
    ...(region === undefined || region === UNKNOWN ? {} : { region }),
    ...(account === undefined || account === UNKNOWN ? {} : { account }),
  };
}

function grouped(vpcs: readonly Vpc[]): Map<string, Vpc[]> {
  const groups = new Map<string, Vpc[]>();
  for (const vpc of vpcs) {
    const parts = [vpc.cloud, vpc.region, vpc.account]
      .filter((part) => part !== undefined && part !== "" && part !== UNKNOWN)
      .map((part) => mermaid(part ?? ""));
    const label = parts.length === 0 ? mermaid("") : parts.join(" · ");
    groups.set(label, [...(groups.get(label) ?? []), vpc]);
  }
  return groups;
}

function labelOf({ vpcId }: Vpc): string {
  return vpcId === undefined || vpcId === UNKNOWN ? "known after apply" : mermaid(vpcId);
}
