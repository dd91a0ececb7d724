import type { EndName } from "../../../model/ends";
import { ENDS, otherEnd } from "../../../model/ends";
import type { Known, KnownEnd, Network, QuotaUse } from "./known";
import type { Direction } from "./direction";
import type { Finding } from "./finding";
import { common, rangeOf } from "./ranges";
import { named } from "./routeFindings";
import { carries } from "./ways";

/** How much of a quota is nearly all of it. */
const NEARLY = 0.9;

/** Packets that arrive, and whose answers get lost. */
export function oneWay([one, other]: readonly [Direction, Direction], { declared, ends }: Known): Finding[] {
  const arriving = [one, other].find(({ reaches }) => reaches === true);
  const lost = [one, other].find(({ reaches }) => reaches === false);
  if (arriving === undefined || lost === undefined) return [];
  const [from, to] = [ends[arriving.from].vpcId ?? "", ends[arriving.to].vpcId ?? ""];
  const isLeftOut = declared[lost.from].routes === undefined && declared.role === "declared";
  return [
    {
      kind: "one-way",
      severity: "broken",
      end: lost.from,
      places: [],
      what: `What ${from} sends reaches ${to}; what ${to} answers gets lost.`,
      meaning: "Connections time out, as if a firewall was in between.",
      remedy: isLeftOut
        ? `Set \`routes: true\`, which is for both ends, instead of the routes of one.`
        : `Mend the routes of ${to}.`,
    },
  ];
}

/** Routes through a connection that count on what is behind the other VPC. */
export function transit(
  end: EndName,
  known: Known,
  { connections }: Network,
): { findings: Finding[]; notes: string[] } {
  const { declared, ends } = known;
  const { vpcId = "", tables = [] } = ends[end];
  const { vpcId: between = "", blocks } = ends[otherEnd(end)];
  if (blocks === undefined) return { findings: [], notes: [] };
  const findings: Finding[] = [];
  const notes: string[] = [];
  const beyond = tables.flatMap((table) =>
    table.routes
      .filter(
        (route) => route.hop.id === declared.id && carries(route) && isBeyond(route.destination, blocks),
      )
      .map(({ destination }) => ({ table: table.id, destination })),
  );
  for (const destination of new Set(beyond.map((place) => place.destination))) {
    const places = beyond.filter((place) => place.destination === destination);
    const owner = ownerOf(destination, { cloud: declared.cloud, besides: [vpcId, between] }, connections);
    if (owner === undefined) {
      notes.push(`${named(places)} leads through ${declared.id}, too, and ${between} has no such addresses.`);
      continue;
    }
    // Where the two are connected, that route is told of with their own connection.
    if (areConnected(vpcId, owner, connections)) continue;
    findings.push({
      kind: "transit",
      severity: "broken",
      end,
      places,
      what: `${vpcId} has a route through ${declared.id} to addresses of ${owner}: ${named(places)}. The connection ends in ${between}.`,
      meaning: `What comes through one connection does not leave through another: packets get lost in ${between}.`,
      remedy: `Connect ${vpcId} with ${owner} directly, and lead that route there; or remove it.`,
    });
  }
  return { findings, notes };
}

function isBeyond(destination: string, blocks: readonly string[]): boolean {
  const range = rangeOf(destination);
  return range?.version === 4 && blocks.every((block) => !overlaps(destination, block));
}

function areConnected(one: string, other: string, connections: readonly Known[]): boolean {
  return connections.some(({ ends }) => {
    const joined = ENDS.map((end) => ends[end].vpcId);
    return joined.includes(one) && joined.includes(other);
  });
}

/** Another VPC of the network that has some of these addresses. */
function ownerOf(
  destination: string,
  { cloud, besides }: { cloud: string; besides: readonly string[] },
  connections: readonly Known[],
): string | undefined {
  const ends = connections
    .filter(({ declared }) => declared.cloud === cloud)
    .flatMap((known): KnownEnd[] => ENDS.map((end) => known.ends[end]));
  return ends.find(
    ({ vpcId = "", blocks = [] }) =>
      !besides.includes(vpcId) && blocks.some((block) => overlaps(destination, block)),
  )?.vpcId;
}

function overlaps(one: string, other: string): boolean {
  const [first, second] = [rangeOf(one), rangeOf(other)];
  return first !== undefined && second !== undefined && common(first, second) !== undefined;
}

/** Quotas that are nearly used up. */
export function quotaFindings(quotas: readonly QuotaUse[]): Finding[] {
  return quotas
    .filter(({ used, limit }) => limit > 0 && used >= NEARLY * limit)
    .map(({ of, owner, used, limit }) => ({
      kind: of === "routes" ? "quota-routes" : "quota-connections",
      severity: "risk",
      places: [],
      what: `${owner} has ${used} of at most ${limit} ${of}.`,
      meaning:
        used >= limit
          ? `The cloud refuses the next one.`
          : `After ${limit - used} more, the cloud refuses the next one.`,
      remedy:
        of === "routes"
          ? "Ask the cloud for a higher quota; or route fewer, wider blocks by `destinations`."
          : "Ask the cloud for a higher quota, or delete connections that nobody uses.",
    }));
}
