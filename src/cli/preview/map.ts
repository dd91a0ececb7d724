import { UNKNOWN } from "../../model/unknown";
import type { Change } from "./changes";
import type { End, Ends } from "./ends";
import { mermaid } from "./escape";
import type { PeeringRow } from "./kinds/row";

/** A line of the graph: a connection between two VPCs, each by its key. */
export interface Line {
  change: Change;
  name: string;
  from: string;
  to: string;
}

/** A VPC, and the label of its group: its cloud, region and account, as far as any peering names them. */
export interface Place {
  vpcId: string | undefined;
  group: string;
}

interface Vpc extends End {
  key: string;
  cloud: string;
}

/** Whether anything is known of its ends: of a connection that is only read, a preview may tell neither. */
export function isDrawn({ requester, accepter }: PeeringRow): boolean {
  return requester.vpcId !== undefined || accepter.vpcId !== undefined;
}

/** The lines of a peering. A replacement between other VPCs is two: one that comes, and one that goes. */
export function linesOf(row: PeeringRow): Line[] {
  const mark = row.routesOnlyOf === undefined ? "" : `, ${row.routesOnlyOf}'s routes only`;
  return stretchesOf(row).map(({ change, from, to }, index) => ({
    change,
    // What goes goes with all its routes.
    name: index === 0 && change !== "delete" ? `${row.name}${mark}` : row.name,
    from: from.key,
    to: to.key,
  }));
}

/** Every VPC of these peerings by its key, with all that any of them says of it. */
export function placesIn(rows: readonly PeeringRow[]): Map<string, Place> {
  const vpcs = new Map<string, Vpc>();
  for (const vpc of rows.flatMap(stretchesOf).flatMap(({ from, to }) => [from, to])) {
    // What the first peering says of a VPC goes before what later ones say.
    vpcs.set(vpc.key, { ...vpc, ...knownPart(vpc), ...knownPart(vpcs.get(vpc.key)) });
  }
  return new Map([...vpcs].map(([key, vpc]) => [key, { vpcId: vpc.vpcId, group: groupOf(vpc) }]));
}

function stretchesOf(row: PeeringRow): { change: Change; from: Vpc; to: Vpc }[] {
  const stretch = (change: Change, { requester, accepter }: Ends) => ({
    change,
    from: vpcOf(row, requester, `requester, ${change}`),
    to: vpcOf(row, accepter, `accepter, ${change}`),
  });
  const former = row.formerEnds === undefined ? [] : [stretch("delete", row.formerEnds)];
  return [stretch(row.change, row), ...former];
}

/** A VPC that is not known yet is nobody else's. */
function vpcOf({ urn, cloud }: PeeringRow, end: End, side: string): Vpc {
  const isKnown = end.vpcId !== undefined && end.vpcId !== UNKNOWN;
  return { ...end, cloud, key: JSON.stringify(isKnown ? [cloud, end.vpcId] : [urn, side]) };
}

function knownPart({ region, account }: End = {}): Pick<End, "region" | "account"> {
  return {
    ...(region === undefined || region === UNKNOWN ? {} : { region }),
    ...(account === undefined || account === UNKNOWN ? {} : { account }),
  };
}

function groupOf({ cloud, region, account }: Vpc): string {
  const parts = [cloud, region, account]
    .filter((part) => part !== undefined && part !== "" && part !== UNKNOWN)
    .map((part) => mermaid(part ?? ""));
  return parts.length === 0 ? mermaid("") : parts.join(" · ");
}
