import { defined } from "../../../model/defined";
import type { Context } from "../context";
import type { Caller } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";

const PAGE = 100;

/** A list, and which of its rows are asked for. */
interface List extends Pick<Request, "region" | "query"> {
  action: ActionName;
  /** Where the rows stand in an answer, as the table of actions says. */
  rows: string;
}

/** Reads a list of the newer calls to its end. The next page goes by the last id. */
export async function rowsOf<Row extends { id: string }>(
  call: Caller<ActionName, Request>,
  { action, rows, region, query }: List,
  context: Context,
): Promise<Row[]> {
  const all = new Map<string, Row>();
  for (let isLast = false; !isLast;) {
    const marker = [...all.keys()].at(-1);
    const page = { ...query, limit: String(PAGE), ...defined({ marker }) };
    const answer = await call(action, { region, query: page }, context);
    const read = answer[rows] as Row[];
    const before = all.size;
    for (const row of read) all.set(row.id, row);
    isLast = read.length < PAGE || all.size === before;
  }
  return [...all.values()];
}
