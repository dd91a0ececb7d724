import type { Change } from "./changes";
import { isQuiet } from "./changes";
import type { PeeringRow } from "./kinds/row";
import type { Place } from "./map";
import { linesOf } from "./map";
import { grouped } from "../../model/grouped";
import type { Topology } from "./topologies";

/** As many peerings of a hub or mesh as change alike are drawn one by one; what is unchanged never is. */
const FEW = 20;

/** Peerings of one hub or mesh to which the same happens, drawn as one. */
export interface Fold {
  change: Change;
  /** `58 unchanged spokes of net`, `mesh m: 55 unchanged pairs`. */
  text: string;
  /** The VPCs that it is drawn between: the hub, or all members. */
  vpcs: readonly string[];
  /** The group of the spokes; a mesh is in none. */
  group: string | undefined;
}

/** What of a large picture is drawn as one, and what is left. */
export function foldsOf(
  rows: readonly PeeringRow[],
  places: ReadonlyMap<string, Place>,
): { folds: Fold[]; rest: PeeringRow[] } {
  const sets = [...grouped(rows, (row) => setOf(row, places)).values()];
  const alike = grouped(rows, ({ topology, change }) => JSON.stringify([topology?.urn, change]));
  const isFolded = ({ topology, change, formerEnds }: PeeringRow): boolean => {
    if (topology === undefined || formerEnds !== undefined) return false;
    return isQuiet({ change }) || (alike.get(JSON.stringify([topology.urn, change]))?.length ?? 0) > FEW;
  };
  return {
    folds: sets.flatMap((set) => {
      const folded = set.filter(isFolded);
      const [first] = folded;
      return first?.topology === undefined ? [] : [foldOf(folded, first.topology, places)];
    }),
    rest: rows.filter((row) => !isFolded(row)),
  };
}

/** Spokes go together by hub and place, pairs by mesh; either by what becomes of them. */
function setOf(row: PeeringRow, places: ReadonlyMap<string, Place>): string {
  const { topology, change } = row;
  const [line] = linesOf(row);
  const where = topology?.kind === "hub" ? [line?.from, places.get(line?.to ?? "")?.group] : [];
  return JSON.stringify([topology?.urn, change, ...where]);
}

function foldOf(
  rows: readonly PeeringRow[],
  { kind, name }: Topology,
  places: ReadonlyMap<string, Place>,
): Fold {
  const lines = rows.flatMap(linesOf);
  const change = rows[0]?.change ?? "same";
  const which = change === "same" ? `${rows.length} unchanged` : String(rows.length);
  const things = (word: string): string => `${which} ${word}${rows.length === 1 ? "" : "s"}`;
  if (kind === "mesh") {
    const vpcs = [...new Set(lines.flatMap(({ from, to }) => [from, to]))];
    return { change, text: `mesh ${name}: ${things("pair")}`, vpcs, group: undefined };
  }
  const [line] = lines;
  return {
    change,
    text: `${things("spoke")} of ${name}`,
    vpcs: line === undefined ? [] : [line.from],
    group: places.get(line?.to ?? "")?.group,
  };
}
