import type { Peering } from "../../model/peering";
import { GOING } from "../../model/status";
import { ownerOf, STACK_CHARACTERS } from "../../model/owner";
import type { StackFacts } from "../kit/pulumi";

/** What the markers of all of a stack's connections begin with. */
export function stackMark({ organization, project, name, unfinished }: StackFacts): ReadonlySet<string> {
  const urn = `urn:pulumi:${name}::${project}::any::any`;
  const pending = unfinished.map(
    ({ inputs = {} }) => inputs["__owner"] as Parameters<typeof ownerOf>[0] | undefined,
  );
  const owners = [{ organization, urn }, ...pending.filter((owner) => owner !== undefined)];
  return new Set(owners.map((owner) => ownerOf(owner).marker.slice(0, STACK_CHARACTERS)));
}

/** The connections that bear a stack's mark and are not in its state. */
export function orphansAmong(
  found: readonly Peering[],
  marks: ReadonlySet<string>,
  { resources }: Pick<StackFacts, "resources">,
): Peering[] {
  const known = new Set(resources.map(({ id }) => id));
  return found.filter(
    ({ id, status, owner }) =>
      owner !== undefined &&
      marks.has(owner.marker.slice(0, STACK_CHARACTERS)) &&
      !known.has(id) &&
      !GOING.has(status),
  );
}
