import type { Page } from "../cloud";

/** Reads a list to its end. */
export async function allOf<Row>(pages: AsyncIterable<Page<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pages) all.push(...rows);
  return all;
}
