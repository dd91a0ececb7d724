const UNITS_MS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
const DURATION = /^(\d+(\.\d+)?(h|m|s|ms))+$/;

/** What a duration is like, for messages. */
export const DURATION_RULE = 'a duration such as "90s", "10m" or "1h30m"';

/** Whether a value is a duration as engines write it: `90s`, `10m` or `1h30m`. */
export function isDuration(given: unknown): given is string {
  return typeof given === "string" && DURATION.test(given);
}

/** Reads `90s`, `10m` or `1h30m`; nothing where none is given, or none can be read. */
export function millisecondsIn(text: string | undefined): number | undefined {
  const parts = [...(text ?? "").matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  const sum = parts.reduce((ms, [, amount, unit]) => ms + Number(amount) * (UNITS_MS[unit ?? ""] ?? 0), 0);
  return sum || undefined;
}
