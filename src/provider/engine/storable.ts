/**
 * A copy that the engine can store. It would lose a resource over `undefined` or a bigint among its outputs,
 * and hang over `undefined` in an error's properties.
 */
export function storable<T extends object>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part)),
  ) as T;
}
