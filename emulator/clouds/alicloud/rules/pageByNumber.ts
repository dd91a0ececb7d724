import { invalid } from "../errors";
import { integer, type Params } from "../params";

const largestPage = 50;

/** One page of rows, with what lists of Vpc tell of it. */
interface NumberedPage<T> {
  readonly TotalCount: number;
  readonly PageNumber: number;
  readonly PageSize: number;
  readonly rows: readonly T[];
}

/** Reads which page a call asks for. Lists of Vpc count their pages from 1. */
export function pageByNumber(params: Params): <T>(rows: readonly T[]) => NumberedPage<T> {
  const PageNumber = integer(params, "PageNumber") ?? 1;
  const PageSize = integer(params, "PageSize") ?? 10;
  if (PageNumber < 1) throw invalid("PageNumber");
  if (PageSize < 1 || PageSize > largestPage) throw invalid("PageSize");
  return (rows) => ({
    TotalCount: rows.length,
    PageNumber,
    PageSize,
    rows: rows.slice((PageNumber - 1) * PageSize, PageNumber * PageSize),
  });
}
