/** What the engine sends, in previews, in place of a value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value where it is known throughout; nothing where it is not. */
export function known<T>(value: T): T | undefined {
  return isKnown(value) ? value : undefined;
}

/** Whether a value is known throughout. */
export function isKnown(value: unknown): boolean {
  if (value === UNKNOWN) return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isKnown);
}
