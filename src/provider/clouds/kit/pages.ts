import type { Peering } from "../../../model/peering";
import type { Page } from "../cloud";

/** Reads a list to its end. */
export async function allOf(pages: AsyncIterable<Page>): Promise<Peering[]> {
  const all: Peering[] = [];
  for await (const { peerings } of pages) all.push(...peerings);
  return all;
}
