import { PeeringError } from "../../../model/errors";
import { difference } from "../../../model/difference";
import type { OwnerInputs } from "../../../model/owner";
import { isOfStack } from "../../../model/owner";
import type { ConnectionSpec, Peering } from "../../../model/peering";
import { joins, joinsInOrder, nameOfPair } from "../../../model/peering";
import { DEAD, GOING } from "../../../model/status";
import type { Verdict } from "../steps/ensure";
import { nameBehind } from "./marks";

/** What is wanted, and what may be taken over for it. */
export interface Wanted {
  spec: ConnectionSpec;
  /** The marks this resource may have put on a connection: its own, and those of its former names. */
  markers: readonly string[];
  /** Who declares it. */
  declarer: OwnerInputs;
  adopt: boolean | string | undefined;
}

/** A connection that is about to be made, and whose the keys are. */
export interface Planned extends Wanted {
  own: string;
  /** Whether routes come with it. */
  isRouted: boolean;
}

/** Decides what to do with the connections found between two VPCs. */
export function judge(found: readonly Peering[], wanted: Wanted): Verdict<Peering> {
  const { spec, adopt } = wanted;
  const present = found.filter((peering) => joins(peering, spec) && !GOING.has(peering.status));
  const alive = present.filter((peering) => !DEAD.has(peering.status));
  const ours = alive.find((peering) => isOurs(peering, wanted));
  if (ours !== undefined) {
    return isAskedFor(ours, spec) && canBecome(ours, spec) ? { take: ours } : { remove: ours };
  }
  const free = alive.find(
    (peering) =>
      isAskedFor(peering, spec) &&
      !isOfThisStack(peering, wanted) &&
      (adopt === peering.id || (adopt === true && peering.owner === undefined)),
  );
  if (free !== undefined) return { take: free };
  if (alive[0] !== undefined) return { foreign: alive[0] };
  const leftover = present.find((peering) => isOurs(peering, wanted));
  return leftover === undefined ? undefined : { remove: leftover };
}

/** Whether a connection bears one of this resource's marks. */
export function isOurs({ owner }: Peering, { markers }: Pick<Wanted, "markers">): boolean {
  return owner !== undefined && markers.includes(owner.marker);
}

/** Whether a connection bears the mark of some resource of this very stack. */
function isOfThisStack({ owner }: Peering, { spec }: Wanted): boolean {
  return owner !== undefined && isOfStack(owner.marker, spec.owner);
}

/** Whether what the cloud cannot change is as it is asked for. */
function isAskedFor(peering: Peering, spec: ConnectionSpec): boolean {
  return (
    joinsInOrder(peering, spec) &&
    peering.requester.region === spec.requester.region &&
    peering.accepter.region === spec.accepter.region &&
    peering.accepter.account === spec.accepter.account
  );
}

/** A connection that nobody has accepted yet is not worth a change that the cloud may refuse: a new one is. */
function canBecome(ours: Peering, spec: ConnectionSpec): boolean {
  return ours.status !== "pending" || Object.keys(difference(spec, ours)?.set ?? {}).length === 0;
}

/** The error for a pair that is connected by a connection that this resource neither made nor may take over. */
export function notOurs(peering: Peering, wanted: Wanted): PeeringError {
  const { id, name, cloudStatus, owner, requester } = peering;
  const { spec } = wanted;
  const called = name === undefined ? id : `${id} ("${name}")`;
  if (isOfThisStack(peering, wanted)) return ofThisStack(peering, called, wanted);
  const whose =
    owner?.stack !== undefined
      ? `which the stack ${owner.stack} made`
      : owner !== undefined
        ? "which another stack made"
        : `which account ${requester.account} made without this package`;
  const remedy = joinsInOrder(peering, spec)
    ? `Leave it to its owner, or take it over with \`adopt: "${id}"\`.`
    : "It was requested from the other side: leave it to its owner, or swap requester and accepter to take it over.";
  return new PeeringError(
    `${nameOfPair(spec)} are connected already by ${called}, ${whose} (status ${cloudStatus}). Nothing was changed.`,
    { kind: "notOurs", remedy },
  );
}

/** The same for a connection of this very stack. Taking it over would end with its deletion as that of the other. */
function ofThisStack(peering: Peering, called: string, { spec, declarer }: Wanted): PeeringError {
  const name = nameBehind(peering, declarer);
  const whose = name === undefined ? "another resource of this very stack" : `"${name}" of this very stack`;
  const alias = `aliases: [{ name: ${JSON.stringify(name ?? "old-name")} }]`;
  return new PeeringError(
    `${nameOfPair(spec)} are connected already by ${called}, which belongs to ${whose} (status ${peering.cloudStatus}). Nothing was changed.`,
    {
      kind: "notOurs",
      remedy: `If that resource was renamed to this one, give this one \`${alias}\`; if both are declared, remove one. In a hub or mesh, \`transforms\` give a member an alias, as docs/topologies.md shows. Or run \`pulumi up\` once without this one: the other is deleted then.`,
    },
  );
}
