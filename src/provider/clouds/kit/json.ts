import { parse } from "lossless-json";

/** The fields of a JSON object. Integers too large for a JavaScript number are strings. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a text; nothing if it is not a JSON object. */
export function fieldsIn(text: string): Fields | undefined {
  try {
    const value = parse(text, undefined, numberOf);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value has fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Account ids may have 18 digits, which a JavaScript number would round. */
function numberOf(digits: string): number | string {
  const value = Number(digits);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? digits : value;
}
