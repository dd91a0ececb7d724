import { ownerOf, isOfStack } from "../../model/owner";
import type { Owner, Peering } from "../../model/peering";
import { routeMark } from "../../provider/clouds/kit/markerTag";
import type { TableRoute } from "../../provider/clouds/routing";

/** What a connection is called that a run makes. */
export const NAME = "vpc-peering-conformance";

/** The mark of one thing that is made: all begin alike, and none is that of a stack. */
export function markOf(run: string, thing: string): Owner {
  const urn = `urn:pulumi:conformance::${NAME}::${run}::${thing}`;
  return ownerOf({ organization: NAME, urn });
}

const ANY = markOf("", "");

/** Whether a connection bears such a mark, of whichever run. */
export function isOurs({ owner }: Pick<Peering, "owner">): boolean {
  return owner !== undefined && isOfStack(owner.marker, ANY);
}

/** Whether a route does. */
export function isOurRoute({ description = "" }: Pick<TableRoute, "description">): boolean {
  const [, marker] = /^pulumi-vpc-peering ([0-9a-f]{24})$/.exec(description) ?? [];
  return marker !== undefined && description === routeMark(marker) && isOfStack(marker, ANY);
}
