import { ownerOf, STACK_CHARACTERS } from "../../model/owner";
import type { Owner } from "../../model/peering";
import type { StackFacts } from "./pulumi";

/** What the markers of all of a stack's connections begin with. */
export function stackMarks({ organization, project, name, unfinished }: StackFacts): ReadonlySet<string> {
  const urn = `urn:pulumi:${name}::${project}::any::any`;
  const pending = unfinished.map(
    ({ inputs = {} }) => inputs["__owner"] as Parameters<typeof ownerOf>[0] | undefined,
  );
  const owners = [{ organization, urn }, ...pending.filter((owner) => owner !== undefined)];
  return new Set(owners.map((owner) => ownerOf(owner).marker.slice(0, STACK_CHARACTERS)));
}

/** Whether a connection's mark is one of those of a stack. */
export function isAmongMarks({ marker }: Owner, marks: ReadonlySet<string>): boolean {
  return marks.has(marker.slice(0, STACK_CHARACTERS));
}
