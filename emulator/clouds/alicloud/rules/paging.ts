import { illegal } from "../errors";
import type { Params } from "../params";

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
}

/** Cuts a page out of rows that ascend by `keyOf`. The token says after which key to go on, so rows may come and go. */
export function pageOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  params: Params,
  size: number,
): Page<T> {
  const after = readToken(params.get("NextToken"));
  const rest = after === undefined ? rows : rows.filter((row) => keyOf(row) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page,
    nextToken: last !== undefined && rest.length > size ? writeToken(keyOf(last)) : undefined,
  };
}

const mark = "after:";

function writeToken(key: string): string {
  return Buffer.from(mark + key, "utf8").toString("base64url");
}

function readToken(token: string | undefined): string | undefined {
  if (token === undefined || token === "") return undefined;
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (!text.startsWith(mark)) throw illegal("NextToken");
  return text.slice(mark.length);
}
