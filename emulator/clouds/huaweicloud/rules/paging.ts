import type { ActionContext } from "../action";
import { badRequest, isUuid } from "../params";

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly hasMore: boolean;
}

const most = 2000;

/**
 * Cuts a page out of rows that ascend by id: those after the marker, or with `page_reverse` those before it. `problem` is
 * how the list says that it cannot.
 */
export function pageOf<T extends { readonly id: string }>(
  rows: readonly T[],
  { query, settings }: Pick<ActionContext, "query" | "settings">,
  problem: (message: string) => Error = badRequest,
): Page<T> {
  const size = limitOf(query.get("limit") ?? "", problem);
  const marker = query.get("marker") ?? "";
  if (marker !== "" && settings.strictIds && !isUuid(marker)) {
    throw problem(`Invalid input for marker. Reason: '${marker.slice(0, 64)}' is not a valid UUID.`);
  }
  if (/^true$/i.test(query.get("page_reverse") ?? "")) {
    const before = marker === "" ? rows : rows.filter(({ id }) => id < marker);
    return { rows: before.slice(-size), hasMore: before.length > size };
  }
  const rest = rows.filter(({ id }) => id > marker);
  return { rows: rest.slice(0, size), hasMore: rest.length > size };
}

/** None, or 0, is the most there is. */
function limitOf(text: string, problem: (message: string) => Error): number {
  const limit = text === "" ? most : Number(text);
  if (!/^\d*$/.test(text) || limit > 2 ** 31 - 1) {
    throw problem(`Invalid input for limit. Reason: '${text.slice(0, 64)}' is not a non-negative integer.`);
  }
  return limit === 0 ? most : Math.min(limit, most);
}
