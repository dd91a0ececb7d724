import { factsOf } from "../../../model/clouds";
import { isIpv6 } from "../../../model/cidr";
import type { EndName } from "../../../model/ends";
import { otherEnd } from "../../../model/ends";
import type { TableInUse } from "../../../provider/clouds/routing";
import type { Known, Network } from "./known";
import { rangeOf } from "./ranges";
import type { Leads, Way } from "./ways";
import { leadsOf, rulesOf, tablesInUse, waysTo } from "./ways";

/** What becomes of packets to a block of the other VPC, by one table. */
export interface Path {
  table: TableInUse;
  /** Whether packets leave by this table. */
  isUsed: boolean;
  /** The block. */
  to: string;
  ways: Way[];
}

/** What becomes of all packets from one VPC to the other. */
export interface Direction {
  from: EndName;
  to: EndName;
  /** Whether all of them arrive; nothing where that could not be found out. */
  reaches: boolean | undefined;
  paths: Path[];
}

/** Works out what becomes of packets from one end to the other: of IPv4, by longest prefix in each table. */
export function directionFrom(from: EndName, known: Known, bridges: Network["bridges"]): Direction {
  const to = otherEnd(from);
  const { declared, ends } = known;
  const { tables, blocks: own = [] } = ends[from];
  const { blocks } = ends[to];
  // Where nobody sees the other VPC, what the program routes is what can be looked at.
  const targets = blocks ?? declared[from].routes?.destinations.filter((block) => !isIpv6(block)) ?? [];
  const used = tablesInUse(ends[from]);
  const keepsAll = factsOf(declared.cloud).routing?.ownRefused === "vpc";
  const hasSubnets = tables?.some(({ subnets }) => subnets > 0) === true;
  const paths = (tables ?? []).flatMap((table) => {
    const local = [...table.local, ...(keepsAll || !hasSubnets ? own : [])];
    const rules = rulesOf(table, local, (route) => leadsOf(route, known, bridges));
    return targets.flatMap((block): Path[] => {
      const target = rangeOf(block);
      if (target?.version !== 4) return [];
      return [{ table, isUsed: used.includes(table), to: block, ways: waysTo(target, rules) }];
    });
  });
  const leads = paths.filter(({ isUsed }) => isUsed).flatMap(({ ways }) => ways.map((way) => way.leads));
  const isComplete = blocks !== undefined && tables !== undefined;
  return { from, to, reaches: isComplete ? reachesBy(leads) : reachesByPart(leads, known), paths };
}

/** Whether all packets arrive, where this is all that becomes of them. */
function reachesBy(leads: readonly Leads[]): boolean | undefined {
  if (leads.some(isLost)) return false;
  return leads.includes("unknown") ? undefined : leads.length > 0;
}

/** The same where this is only what could be looked at. */
function reachesByPart(leads: readonly Leads[], { ends, peering }: Known): false | undefined {
  const isHalted = peering === undefined ? ends.requester.status === "missing" : peering.status !== "active";
  return isHalted || leads.some(isLost) ? false : undefined;
}

function isLost(leads: Leads): boolean {
  return leads !== "through" && leads !== "unknown";
}
