import type { ActionContext } from "../action";
import { apiError } from "../errors";

interface Filter {
  readonly Name?: string;
  readonly Values?: readonly string[];
}

const mostFilters = 10;
const mostValues = 5;

/** How each filter looks at a row, by its name. What is called `tag:` stands for every filter whose name begins so. */
export type FilterTable<T> = Readonly<Record<string, (row: T, value: string) => boolean>>;

/** All values that a call gives to a filter. */
export function valuesOf({ params }: ActionContext, name: string): readonly string[] {
  const filters = params.objects("Filters") as readonly Filter[];
  return filters.flatMap(({ Name, Values = [] }) => (Name === name ? Values : []));
}

/** The values of the first filter of a call, if it is this one. */
export function valuesOfFirst({ params }: ActionContext, name: string): readonly string[] | undefined {
  const [first] = params.objects("Filters") as readonly Filter[];
  return first?.Name === name ? (first.Values ?? []) : undefined;
}

/**
 * The rows that pass every filter of a call; of a filter's values, one has to fit. `strangerCode` is what a filter gets
 * that there is not.
 */
export function filtered<T>(
  { params }: ActionContext,
  rows: readonly T[],
  table: FilterTable<T>,
  strangerCode = "InvalidParameter",
): T[] {
  const filters = params.objects("Filters") as readonly Filter[];
  if (filters.length > mostFilters) throw apiError("InvalidParameterValue.LimitExceeded", "Filters");
  const tests = filters.map(({ Name = "", Values = [] }) => {
    const kind = Name.startsWith("tag:") ? "tag:" : Name;
    const test = Object.hasOwn(table, kind) ? table[kind] : undefined;
    if (test === undefined) throw apiError(strangerCode, `The filter \`${Name}\` is not known.`);
    if (Values.length === 0) throw apiError("InvalidParameter", `The filter \`${Name}\` has no values.`);
    if (Values.length > mostValues) throw apiError("InvalidParameterValue.LimitExceeded", "Filters.Values");
    return (row: T) => Values.some((value) => test(row, value));
  });
  return rows.filter((row) => tests.every((test) => test(row)));
}
