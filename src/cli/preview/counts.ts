import type { Change } from "./changes";

const WORDS: Record<Change, string> = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  read: "only read",
  same: "unchanged",
};

/** What becomes of so many peerings: `2 to create, 1 unchanged`; empty for none. */
export function countsOf(rows: readonly { change: Change }[]): string {
  return (Object.keys(WORDS) as Change[])
    .map((change) => ({ change, count: rows.filter((row) => row.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => `${count} ${WORDS[change]}`)
    .join(", ");
}
