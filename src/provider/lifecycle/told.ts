import type { Told } from "../../model/told";
import type { Findings } from "./preflight/report";

/** What a preflight found out, and what it saw on the way. */
export interface Found extends Findings {
  seen: Omit<Told, "complaints">;
}

/**
 * The findings of a preflight, as its resource tells them. A connection on its own complains itself. A part of a hub or mesh
 * hands its complaints to the whole, which puts those of all parts together.
 */
export function toldOf(
  { complaints, warnings, notes, seen }: Found,
  { isTogether }: { isTogether: boolean },
): Findings & { told?: Told } {
  const all = [...complaints, ...seen.beyond.map(({ complaint }) => complaint)];
  const rest = { warnings, notes: all.length > 0 ? [] : notes };
  return isTogether
    ? { ...rest, complaints: [], told: { complaints, ...seen } }
    : { ...rest, complaints: all };
}
