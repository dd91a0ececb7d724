import type { TableChoice } from "../../../model/route";
import { isKnown } from "../../../model/unknown";

/** Routes that a resource of a program asks for. */
export interface Claim {
  /** The resource that asks, by a name of its own. */
  who: string;
  /** What messages call it. */
  name: string;
  vpcId: string;
  tables: TableChoice;
  destinations: readonly string[];
}

/** A claim, and how many resources had made one before this one made its first. */
type Placed = Claim & { place: number };

/** A destination in a table leads to one place: of two resources of a program that want it, the second is told. */
export class Claims {
  private readonly all = new Map<string, Placed>();
  /** Claims by VPC and destination. */
  private readonly byDestination = new Map<string, Set<Placed>>();

  /** Notes a claim, in place of an earlier one of the same resource. Answers what is wrong with it. */
  claim(claim: Claim): string[] {
    const before = this.all.get(claim.who);
    if (before !== undefined) for (const key of keysOf(before)) this.byDestination.get(key)?.delete(before);
    const others = this.rivals(claim).filter((other) => mayMeet(other, claim));
    const placed = { ...claim, place: before?.place ?? this.all.size };
    this.all.set(claim.who, placed);
    for (const key of keysOf(placed))
      this.byDestination.set(key, (this.byDestination.get(key) ?? new Set()).add(placed));
    return others.flatMap((other) =>
      claim.destinations
        .filter((destination) => other.destinations.includes(destination))
        .map(
          (destination) =>
            `destinations has ${destination}, and so has "${other.name}": in one table of ${claim.vpcId} a destination leads to one place. Leave it out of one of them with \`exclude\` or \`destinations\`, or choose other \`tables\`.`,
        ),
    );
  }

  /** All that claim one of the destinations in the same VPC, in the order of their first claims. */
  private rivals(claim: Claim): Placed[] {
    const found = keysOf(claim).flatMap((key) => [...(this.byDestination.get(key) ?? [])]);
    return [...new Set(found)].sort((a, b) => a.place - b.place);
  }
}

function keysOf({ vpcId, destinations }: Claim): string[] {
  return destinations.map((destination) => `${vpcId} ${destination}`);
}

/** Whether two claims are for the same VPC, and certainly for a table in common. */
function mayMeet(one: Claim, other: Claim): boolean {
  if (one.vpcId !== other.vpcId || !isKnown([one.vpcId, one.tables, other.tables])) return false;
  const [a, b] = [one.tables, other.tables];
  if (Array.isArray(a) && Array.isArray(b)) return a.some((table) => b.includes(table));
  const [words, list] = Array.isArray(a) ? [b, a] : [a, Array.isArray(b) ? b : undefined];
  // Which table is the main one is not known here.
  return list === undefined || (words === "all" && list.length > 0);
}
