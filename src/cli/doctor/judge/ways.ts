import type { Peering } from "../../../model/peering";
import type { TableInUse, TableRoute } from "../../../provider/clouds/routing";
import type { KnownEnd, Network, Known } from "./known";
import type { Range } from "./ranges";
import { common, rangeOf, without } from "./ranges";

/** What becomes of packets. */
export type Leads =
  | "through" // the connection, or another active one between the same two VPCs
  | "halted" // the connection, which is not active
  | "dead" // another connection, which is gone or not active
  | "elsewhere" // something else, or a connection to another VPC
  | "local" // they stay in their own VPC
  | "nowhere"
  | "unknown"; // a connection that nobody could look at

/** What becomes of packets to some addresses, by one table. */
export interface Way {
  part: Range;
  leads: Leads;
  /** The route that they go by. */
  route?: TableRoute;
  /** How long the prefix of that route is. */
  bits?: number;
}

/** A rule of a table: a route that carries packets, or a block that stays inside. */
interface Rule {
  range: Range;
  leads: Leads;
  route?: TableRoute;
}

/** The rules of a table, in the order in which packets obey them: longest prefix first, and what is local before others. */
export function rulesOf(
  table: TableInUse,
  local: readonly string[],
  leadsBy: (route: TableRoute) => Leads,
): Rule[] {
  const inside = local.map((block): [string, Omit<Rule, "range">] => [block, { leads: "local" }]);
  const made = table.routes
    .filter(carries)
    .map((route): [string, Omit<Rule, "range">] => [route.destination, { leads: leadsBy(route), route }]);
  return [...inside, ...made]
    .flatMap(([cidr, rule]) => {
      const range = rangeOf(cidr);
      return range === undefined ? [] : [{ range, ...rule }];
    })
    .sort((one, other) => other.range.bits - one.range.bits);
}

/** What becomes of packets to these addresses: the whole of them, in parts that fare alike. */
export function waysTo(target: Range, rules: readonly Rule[]): Way[] {
  const ways: Way[] = [];
  let left = [target];
  for (const { range, leads, route } of rules) {
    const parts = left.flatMap((piece) => common(piece, range) ?? []);
    if (parts.length === 0) continue;
    left = left.flatMap((piece) => without(piece, range));
    ways.push(...parts.map((part): Way => ({ part, leads, bits: range.bits, ...(route && { route }) })));
    if (left.length === 0) break;
  }
  return [...ways, ...left.map((part): Way => ({ part, leads: "nowhere" }))];
}

/** Whether a route leads packets now. One that is on its way to another goal still leads to the old one. */
export function carries({ state }: TableRoute): boolean {
  return state === "present" || state === "changing";
}

/** What becomes of packets that go by a route of one end of a connection. */
export function leadsOf(
  { hop }: TableRoute,
  { declared, peering, ends }: Known,
  bridges: Network["bridges"],
): Leads {
  if (hop.kind === "other") return "elsewhere";
  const bridge = hop.id === declared.id ? (peering ?? statusOf(ends)) : bridges.get(hop.id);
  if (bridge === undefined) return "unknown";
  const isOurs = hop.id === declared.id;
  if (bridge === "missing") return isOurs ? "halted" : "dead";
  if (!isOurs && !joinsEnds(bridge, ends)) return "elsewhere";
  return bridge.status === "active" ? "through" : isOurs ? "halted" : "dead";
}

function statusOf({ requester, accepter }: Known["ends"]): "missing" | undefined {
  return requester.status === "missing" || accepter.status === "missing" ? "missing" : undefined;
}

function joinsEnds({ requester, accepter }: Peering, ends: Known["ends"]): boolean {
  const wanted = [ends.requester, ends.accepter].map(({ vpcId }) => vpcId).sort();
  return [requester.vpcId, accepter.vpcId].sort().every((vpcId, index) => vpcId === wanted[index]);
}

/** The tables by which packets leave a VPC: those that subnets use; of a VPC without subnets, the main one. */
export function tablesInUse({ tables = [] }: Pick<KnownEnd, "tables">): TableInUse[] {
  const used = tables.filter(({ subnets }) => subnets > 0);
  return used.length > 0 ? used : tables.filter(({ isMain }) => isMain).slice(0, 1);
}
