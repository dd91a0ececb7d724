import type { CloudName } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import type { OwnerInputs } from "../../../model/owner";
import { isOfStack, markersOf, nameInUrn, ownerOf, renamed } from "../../../model/owner";
import type { Owner, Peering } from "../../../model/peering";
import { isChangedInPlace, markProperty } from "../../../model/properties";
import type { ConnectionOutputs } from "./state";

/** Whether the mark on a connection can follow it to another owner. Elsewhere it tells who made it, and no more. */
export function marksCanChange(cloud: CloudName): boolean {
  return isChangedInPlace(markProperty(cloud), cloud);
}

/**
 * The mark that a connection should bear; nothing if it is to bear what it bears. Where a later mark shows in the name, a
 * connection that bears none stays as it is, for nobody else's has to be outdone, and so does one with a long name.
 */
export function markFor(
  owner: Owner | undefined,
  seen: Pick<Peering, "owner" | "name">,
  cloud: CloudName,
  name = seen.name,
): Owner | undefined {
  if (!marksCanChange(cloud)) return undefined;
  const { remarkedIn } = factsOf(cloud);
  if (remarkedIn === undefined) return owner;
  const hasRoom = Array.from(name ?? "").length <= remarkedIn.longest;
  return seen.owner !== undefined && hasRoom ? owner : undefined;
}

/** What to say of a connection that goes on bearing another's mark, for there is no room for its own. */
export function unmarkedWarning(owner: Owner, seen: Peering, cloud: CloudName): string | undefined {
  const { remarkedIn } = factsOf(cloud);
  const bearsAnothers = seen.owner !== undefined && seen.owner.marker !== owner.marker;
  if (remarkedIn === undefined || !bearsAnothers || markFor(owner, seen, cloud) !== undefined)
    return undefined;
  return `Connection ${seen.id} goes on bearing the mark of its former owner, whose \`pulumi up\` may take it back: its name leaves no room for another mark. Take it out of the former owner's program, or declare a \`name\` of at most ${remarkedIn.longest} characters.`;
}

/**
 * Whether a connection in this state bears the mark of another stack: it came here by `pulumi state move`, or the
 * stack was renamed. A mark of this stack stays, also after `aliases` have renamed its resource.
 */
export function isMovedHere(
  { marker = "", cloud }: Pick<ConnectionOutputs, "marker" | "cloud">,
  owner: OwnerInputs | undefined,
): boolean {
  if (owner === undefined || marker === "" || !marksCanChange(cloud)) return false;
  return !isOfStack(marker, ownerOf(owner));
}

/** Whose a connection is by its mark, if that is neither the one in the state nor one of the resource's own. */
export function otherOwner(
  { owner }: Pick<Peering, "owner">,
  { marker, cloud }: Pick<ConnectionOutputs, "marker" | "cloud">,
  declarer: OwnerInputs | undefined,
): Owner | undefined {
  // A state that knows no mark, or no owner, has nothing to compare with.
  if (owner === undefined || marker === undefined || declarer === undefined) return undefined;
  // Where later marks stand elsewhere than the first one, whoever has taken it over has left one there.
  const isLater = factsOf(cloud).remarkedIn === undefined || owner.within !== undefined;
  if (!marksCanChange(cloud) || !isLater) return undefined;
  return [marker, ...markersOf(declarer)].includes(owner.marker) ? undefined : owner;
}

/** `the stack acme/net/prod`, or as near to it as the mark tells. */
export function whoseMark({ stack, marker }: Owner, declarer: OwnerInputs | undefined): string {
  if (declarer !== undefined && isOfStack(marker, ownerOf(declarer))) return "another resource of this stack";
  return stack === undefined ? "another stack" : `the stack ${stack}`;
}

/**
 * The name of the resource of this stack that bears a mark, if the connection has kept its resource's name, which is
 * its own by default. A mark is a hash of the name, so a name that fits is proven.
 */
export function nameBehind({ owner, name }: Peering, declarer: OwnerInputs): string | undefined {
  if (owner === undefined || name === undefined) return undefined;
  const urn = renamed(declarer.urn, name);
  return ownerOf({ ...declarer, urn }).marker === owner.marker ? nameInUrn(urn) : undefined;
}
