import type { ActionContext } from "../action";
import { apiError } from "../errors";

interface Filter {
  readonly Name?: string;
  readonly Values?: readonly string[];
}

const mostFilters = 10;
const mostValues = 5;

/** How one filter looks at a row. */
export type FilterTable<T> = Readonly<Record<string, (row: T, value: string) => boolean>>;

/** The values of the first filter of a call, if it is this one. */
export function valuesOfFirst({ params }: ActionContext, name: string): readonly string[] | undefined {
  const [first] = params.objects("Filters") as readonly Filter[];
  return first?.Name === name ? (first.Values ?? []) : undefined;
}

/** The rows that pass every filter of a call; of a filter's values, one has to fit. */
export function filtered<T>({ params }: ActionContext, rows: readonly T[], table: FilterTable<T>): T[] {
  const filters = params.objects("Filters") as readonly Filter[];
  if (filters.length > mostFilters) throw apiError("InvalidParameterValue.LimitExceeded", "Filters");
  const tests = filters.map(({ Name = "", Values = [] }) => {
    const test = Object.hasOwn(table, Name) ? table[Name] : undefined;
    if (test === undefined) throw apiError("InvalidParameter", `The filter \`${Name}\` is not known.`);
    if (Values.length === 0) throw apiError("InvalidParameter", `The filter \`${Name}\` has no values.`);
    if (Values.length > mostValues) throw apiError("InvalidParameterValue.LimitExceeded", "Filters.Values");
    return (row: T) => Values.some((value) => test(row, value));
  });
  return rows.filter((row) => tests.every((test) => test(row)));
}
