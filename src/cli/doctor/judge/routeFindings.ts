import { factsOf } from "../../../model/clouds";
import { grouped } from "../../../model/grouped";
import type { Place } from "../../../model/route";
import type { EndName } from "../../../model/ends";
import { otherEnd } from "../../../model/ends";
import type { TableRoute } from "../../../provider/clouds/routing";
import type { Known, Network } from "./known";
import type { Direction } from "./direction";
import type { Finding } from "./finding";
import type { Cause, Loss } from "./losses";
import { lossesIn } from "./losses";
import { remedyFor } from "./remedies";

/** How many places a sentence names. */
const NAMED = 3;

/** What is wrong with the routes of one direction, and what the program itself leaves out. */
export function routeFindings(
  direction: Direction,
  known: Known,
  bridges: Network["bridges"],
): { findings: Finding[]; notes: string[] } {
  const losses = lossesIn(direction, known, bridges);
  const wanted = losses.filter((loss) => !loss.isLeftOut && !isToCome(loss, direction.from, known));
  const groups = grouped(wanted, ({ cause, isUsed, route }) =>
    [cause, isUsed, route?.hop.id, route?.destination].join(" "),
  );
  const findings = [...groups.values()].map((group) => findingOf(group, direction.from, known));
  const leftOut = losses.filter(({ isLeftOut, isUsed }) => isLeftOut && isUsed);
  const { vpcId = "" } = known.ends[direction.from];
  const notes =
    leftOut.length === 0
      ? []
      : [`As declared, ${vpcId} does not reach all of the other VPC: ${named(leftOut)} left out.`];
  return { findings, notes };
}

/** Routes that come by themselves with the connection's next step. */
function isToCome({ cause }: Loss, from: EndName, { declared, peering }: Known): boolean {
  const isWaiting = cause === "route-missing" || cause === "route-coming";
  return isWaiting && peering?.status !== "active" && declared[from].routes !== undefined;
}

function findingOf(group: readonly [Loss, ...Loss[]], end: EndName, known: Known): Finding {
  const [first] = group;
  const { declared, ends } = known;
  const { vpcId = "" } = ends[end];
  const other = ends[otherEnd(end)].vpcId ?? `the ${otherEnd(end)}'s VPC`;
  return {
    kind: first.cause,
    severity: first.isUsed ? "broken" : "risk",
    end,
    places: group.map(({ table, destination }): Place => ({ table, destination })),
    what: WORDS[first.cause]({ group, id: declared.id, vpcId, cloud: factsOf(declared.cloud).title }),
    meaning: first.isUsed
      ? `What ${vpcId} sends there does not reach ${other}.`
      : "No subnet uses this table now. Packets of one that will get lost.",
    remedy: remedyFor(group, end, known),
  };
}

/** What a sentence is made of. */
interface Facts {
  group: readonly [Loss, ...Loss[]];
  id: string;
  vpcId: string;
  cloud: string;
}

const WORDS: Record<Cause, (facts: Facts) => string> = {
  "route-missing": ({ group, id, vpcId }) => {
    const { route } = group[0];
    const instead =
      route === undefined ? "" : ` ${route.destination} takes packets to ${hopText(route)} instead.`;
    return `${vpcId} has no route through ${id}: ${named(group)}.${instead}`;
  },
  "route-disabled": ({ group, id, vpcId }) =>
    `${vpcId} has a route through ${id} that is disabled: ${named(group)}.`,
  "route-coming": ({ group, id, cloud }) =>
    `${cloud} is still at work on the route through ${id}: ${named(group)}.`,
  "route-elsewhere": ({ group, vpcId }) =>
    `A route of ${vpcId} leads to ${hopText(group[0].route)}: ${named(group)}.`,
  "route-shadowed": ({ group, id, vpcId }) =>
    `${vpcId} has a route through ${id}, but ${group[0].route?.destination ?? "another"} is longer and leads to ${hopText(group[0].route)}: ${named(group)}.`,
  "route-dead": ({ group, vpcId }) =>
    `A route of ${vpcId} leads to connection ${group[0].route?.hop.id ?? ""}, which carries nothing any more: ${named(group)}.`,
  overlap: ({ group, vpcId }) => `${vpcId} has addresses of the other VPC itself: ${named(group)}.`,
};

/** `NatGateway ngw-1`: what a route leads to. */
export function hopText(route: TableRoute | undefined): string {
  if (route === undefined) return "something else";
  const { word, id } = route.hop;
  return [word, id].filter((part) => part !== "").join(" ") || "something else";
}

/** `10.2.0.0/16 in vtb-1, 10.2.0.0/16 in vtb-2, and 4 more`. */
export function named(places: readonly Place[]): string {
  const texts = places.map(({ table, destination }) => `${destination} in ${table}`);
  const rest = texts.length - NAMED;
  return [...texts.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}
