/** What a JSON answer may hold. A bigint is written digit for digit, as clouds write their 64-bit ids. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

/**
 * A JSON object; a field that is undefined is left out.
 *
 * @inline
 */
export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

/** Writes JSON without sending bigints through a JavaScript number. */
export function writeJson(value: Json): string {
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(",")}]`;
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`${JSON.stringify(name)}:${writeJson(field)}`],
  );
  return `{${fields.join(",")}}`;
}

/** Whether a value with parts is a list, and no object. */
export function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
