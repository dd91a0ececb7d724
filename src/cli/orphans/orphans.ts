import type { Peering } from "../../model/peering";
import { GOING } from "../../model/status";
import type { StackFacts } from "../kit/pulumi";
import { isAmongMarks } from "../kit/stackMarks";

/** The connections that bear a stack's mark and are not in its state. */
export function orphansAmong(
  found: readonly Peering[],
  marks: ReadonlySet<string>,
  { resources }: Pick<StackFacts, "resources">,
): Peering[] {
  const known = new Set(resources.map(({ id }) => id));
  return found.filter(
    ({ id, status, owner }) =>
      owner !== undefined && isAmongMarks(owner, marks) && !known.has(id) && !GOING.has(status),
  );
}
