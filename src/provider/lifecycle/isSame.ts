import { isKnown } from "../../model/unknown";

/** Whether two values are the same, whatever the order of their keys. */
export function isSame(before: unknown, after: unknown): boolean {
  return Object.is(before, after) || canonical(before) === canonical(after);
}

/** Whether a value may turn out to be another: it is another, or not known yet. */
export function mayDiffer(before: unknown, after: unknown): boolean {
  return !isKnown(after) || !isSame(before, after);
}

function canonical(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify([value], sorted);
}
