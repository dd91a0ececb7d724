import type { ErrorFacts } from "../../../model/errors";

/** What an error code means: its kind, what a user can do, and how long it is worth trying again. */
export type Meaning = Pick<ErrorFacts, "kind" | "remedy" | "retryForMs">;

/**
 * Codes and what they mean. A row's codes stand apart by spaces, each by its exact name, by its beginning
 * (`Invalid*`) or by a part (`*Throttling*`); the first row that fits counts.
 */
export type MeaningTable = readonly (readonly [codes: string, meaning: Meaning])[];

/** Looks a code up. What stands in no row is `unknown`, and told in the cloud's own words. */
export function meaningIn(table: MeaningTable, code: string): Meaning {
  const row = table.find(([codes]) => codes.split(" ").some((pattern) => fits(code, pattern)));
  return row?.[1] ?? { kind: "unknown" };
}

function fits(code: string, pattern: string): boolean {
  const word = pattern.replaceAll("*", "");
  if (pattern.startsWith("*")) return code.includes(word);
  return pattern.endsWith("*") ? code.startsWith(word) : code === word;
}
