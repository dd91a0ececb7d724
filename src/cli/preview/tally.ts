import { countsOf } from "./counts";
import type { PeeringRow } from "./kinds/row";
import type { Place } from "./map";
import { linesOf } from "./map";

/** More counts than these are no help to a reader. */
const MOST_TALLIES = 10;

/** How many peerings there are between two groups, or within one. */
export interface Tally {
  from: string;
  to: string;
  /** `12 unchanged` */
  text: string;
}

/** Peerings counted by the groups of their ends, in either direction; those that are left out are the fewest. */
export function talliesOf(
  rows: readonly PeeringRow[],
  places: ReadonlyMap<string, Place>,
): { shown: Tally[]; hidden: PeeringRow[] } {
  const byGroups = new Map<string, { from: string; to: string; members: PeeringRow[] }>();
  for (const row of rows) {
    const groups = linesOf(row)
      .flatMap(({ from, to }) => [from, to])
      .map((key) => places.get(key)?.group ?? "");
    const [from = "", to = ""] = groups.sort();
    const key = JSON.stringify([from, to]);
    const members = byGroups.get(key)?.members ?? [];
    byGroups.set(key, { from, to, members: [...members, row] });
  }
  const tallies = [...byGroups.values()].sort((a, b) => b.members.length - a.members.length);
  return {
    shown: tallies
      .slice(0, MOST_TALLIES)
      .map(({ from, to, members }) => ({ from, to, text: countsOf(members) })),
    hidden: tallies.slice(MOST_TALLIES).flatMap(({ members }) => members),
  };
}
