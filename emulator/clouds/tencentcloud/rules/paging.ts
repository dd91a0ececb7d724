import { apiError } from "../errors";

/** Cuts a page out of rows. */
export function pageOf<T>(rows: readonly T[], offset: number, limit: number, most: number): readonly T[] {
  if (offset < 0) throw apiError("InvalidParameterValue.Range", "Offset", offset);
  if (limit < 1 || limit > most) throw apiError("InvalidParameterValue.Range", "Limit", limit);
  return rows.slice(offset, offset + limit);
}
