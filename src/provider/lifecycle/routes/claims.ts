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

/** A destination in a table leads to one place: of two resources of a program that want it, the second is told. */
export class Claims {
  private readonly all = new Map<string, Claim>();

  /** Notes a claim, in place of an earlier one of the same resource. Answers what is wrong with it. */
  claim(claim: Claim): string[] {
    this.all.set(claim.who, claim);
    const others = [...this.all.values()].filter((other) => other.who !== claim.who && mayMeet(other, claim));
    return others.flatMap((other) =>
      claim.destinations
        .filter((destination) => other.destinations.includes(destination))
        .map(
          (destination) =>
            `destinations has ${destination}, and so has "${other.name}": in one table of ${claim.vpcId} a destination leads to one place. Leave it out of one of them with \`exclude\` or \`destinations\`, or choose other \`tables\`.`,
        ),
    );
  }
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
