import { illegal, invalid } from "./errors";

/** The decoded parameters of a call, wherever they stood. */
export type Params = ReadonlyMap<string, string>;

/** A tag as requests carry it. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Whether a parameter is there with a value, or a list with an item. */
export function isGiven(params: Params, name: string): boolean {
  return Boolean(params.get(name)) || [...params.keys()].some((key) => key.startsWith(`${name}.`));
}

/** A 32-bit integer, or undefined where the parameter is not given. */
export function integer(params: Params, name: string): number | undefined {
  const text = params.get(name);
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || Math.abs(value) > 2 ** 31 - 1) throw invalid(name);
  return value;
}

/** A boolean; false where the parameter is not given. */
export function flag(params: Params, name: string): boolean {
  const text = params.get(name)?.toLowerCase();
  if (text === undefined || text === "" || text === "false") return false;
  if (text === "true") return true;
  throw invalid(name);
}

/** An integer within bounds, or its default. */
export function pageSize(params: Params, byDefault: number, max: number): number {
  const size = integer(params, "MaxResults") ?? byDefault;
  if (size < 1 || size > max) throw illegal("MaxResults");
  return size;
}

/** A list in any spelling clients use: `Name.1=a&Name.2=b`, `Name=a,b`, `Name=a` or `Name=["a","b"]`. */
export function textList(params: Params, name: string): string[] {
  const repeated = indices(params, name).flatMap((index) => params.get(`${name}.${index}`) ?? []);
  const single = params.get(name) ?? "";
  return [...repeated, ...splitList(single)].filter((item) => item !== "");
}

function splitList(text: string): string[] {
  if (text.startsWith("[")) {
    try {
      return (JSON.parse(text) as unknown[]).map(String);
    } catch {
      return [text];
    }
  }
  return text.split(",").map((item) => item.trim());
}

/** Tags: `Tag.1.Key=a&Tag.1.Value=b`. A missing value is an empty one. */
export function tagList(params: Params, name: string): Tag[] {
  return indices(params, name).map((index) => ({
    key: params.get(`${name}.${index}.Key`) ?? "",
    value: params.get(`${name}.${index}.Value`) ?? "",
  }));
}

/** A list of objects: `RouteEntries.1.NextHop=a&RouteEntries.1.Name=b`. */
export function objectList(params: Params, name: string): Readonly<Record<string, string>>[] {
  return indices(params, name).map((index) => {
    const prefix = `${name}.${index}.`;
    const fields = [...params].filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(fields.map(([key, value]) => [key.slice(prefix.length), value]));
  });
}

/** The numbers used with a list parameter, ascending. */
function indices(params: Params, name: string): number[] {
  const prefix = `${name}.`;
  const found = [...params.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => /^(\d+)(\.|$)/.exec(key.slice(prefix.length))?.[1])
    .filter((index) => index !== undefined)
    .map(Number);
  return [...new Set(found)].sort((a, b) => a - b);
}
