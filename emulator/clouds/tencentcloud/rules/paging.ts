import type { ActionContext } from "../action";
import { apiError } from "../errors";

/** Cuts a page out of rows. */
export function pageOf<T>(rows: readonly T[], offset: number, limit: number, most: number): readonly T[] {
  if (offset < 0) throw apiError("InvalidParameterValue.Range", "Offset", offset);
  if (limit < 1 || limit > most) throw apiError("InvalidParameterValue.Range", "Limit", limit);
  return rows.slice(offset, offset + limit);
}

/** A number that a call writes as text, as some do with Offset and Limit. */
export function textNumber(
  { params }: Pick<ActionContext, "params">,
  name: string,
  byDefault: number,
): number {
  const given = params.text(name);
  if (given === undefined) return byDefault;
  if (!/^\d+$/.test(given)) throw apiError("InvalidParameterValue.Range", name, given);
  return Number(given);
}
