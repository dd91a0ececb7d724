import type { Told } from "../../model/told";
import type { Findings } from "./preflight/report";

/** What a preflight found out, and what it saw on the way. */
export interface Found extends Findings {
  seen: Omit<Told, "complaints">;
}

/** The findings of one connection, all that is wrong among them; or handed to the hub or mesh that it is a part of. */
export function toldOf(
  { complaints, warnings, notes, seen }: Found,
  isTogether: boolean,
): Findings & { told?: Told } {
  const all = [...complaints, ...seen.beyond.map(({ complaint }) => complaint)];
  const rest = { warnings, notes: all.length > 0 ? [] : notes };
  return isTogether
    ? { ...rest, complaints: [], told: { complaints, ...seen } }
    : { ...rest, complaints: all };
}
