import type { JsonObject } from "../../core/http/json";
import { apiError } from "./errors";
import type { Members, Shape } from "./shape";

/** Checked parameters: each has the shape that its action declares. */
export class Params {
  constructor(private readonly given: JsonObject) {}

  /** A text, or undefined where it is not given. */
  text(name: string): string | undefined {
    return this.given[name] as string | undefined;
  }

  integer(name: string): number | undefined {
    return this.given[name] as number | undefined;
  }

  /** A yes or no, or undefined where it is not given. */
  boolean(name: string): boolean | undefined {
    return this.given[name] as boolean | undefined;
  }

  integers(name: string): readonly number[] {
    return (this.given[name] ?? []) as readonly number[];
  }

  /** A list of texts; empty where it is not given. */
  texts(name: string): readonly string[] {
    return (this.given[name] ?? []) as readonly string[];
  }

  /** A list of objects; empty where it is not given. */
  objects(name: string): readonly object[] {
    return (this.given[name] ?? []) as readonly object[];
  }

  has(name: string): boolean {
    return this.given[name] !== undefined;
  }
}

/**
 * Checks parameters against what an action declares: nothing else may be there, and every type must be right. In a
 * query or form everything is text, so there numbers may be written as such.
 */
export function checkedParams(
  given: JsonObject,
  { params: members, required, strangerCode = "UnknownParameter" }: Declared,
  { isText }: { readonly isText: boolean },
): Params {
  const checked = checkedObject(given, members, { path: "", isText, strangerCode });
  const missing = required.find((name) => checked[name] === undefined);
  if (missing !== undefined) throw apiError("MissingParameter", missing);
  return new Params(checked);
}

/** What an action declares of its parameters. */
interface Declared {
  readonly params: Members;
  readonly required: readonly string[];
  readonly strangerCode?: string;
}

/** Where a value stands, whether it stands where everything is text, and what a parameter gets that is not declared. */
interface Place {
  readonly path: string;
  readonly isText: boolean;
  readonly strangerCode: string;
}

function checkedObject(given: JsonObject, members: Members, { path, ...place }: Place): JsonObject {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const shape = Object.hasOwn(members, name) ? members[name] : undefined;
      if (shape === undefined) throw apiError(place.strangerCode, path + name);
      return [name, checkedValue(value, shape, { ...place, path: path + name })];
    }),
  );
}

function checkedValue(value: unknown, shape: Shape, place: Place): JsonObject[string] {
  const { path, isText } = place;
  const wrong = () => apiError("InvalidParameter", `The value type of parameter \`${path}\` is not valid.`);
  switch (shape.kind) {
    case "text":
      if (typeof value !== "string") throw wrong();
      return value;
    case "integer": {
      const number = isText && typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
      if (typeof number !== "number" || !Number.isInteger(number)) throw wrong();
      return number;
    }
    case "boolean": {
      const isWritten = isText && (value === "true" || value === "false");
      const truth = isWritten ? value === "true" : value;
      if (typeof truth !== "boolean") throw wrong();
      return truth;
    }
    case "list":
      if (!Array.isArray(value)) throw wrong();
      return value.map(
        (item, index) => checkedValue(item, shape.of, { ...place, path: `${path}.${index}` }) ?? null,
      );
    case "object":
      if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong();
      return checkedObject(value as JsonObject, shape.members, { ...place, path: `${path}.` });
  }
}

/** How many parts the name of a parameter may have in a query or form. */
const deepest = 8;

/** Turns `Filters.0.Values.0=x` into lists and objects. */
export function unflattened(fields: Iterable<readonly [string, string]>): JsonObject {
  const root: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    // No parameter is deeper than `Filters.0.Values.0`; what is deeper keeps its dots and is refused as unknown.
    const path = name.split(".").length > deepest ? [name] : name.split(".");
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(at, step) ? at[step] : undefined;
      at = typeof next === "object" && next !== null ? (next as Record<string, unknown>) : (at[step] = {});
    }
    at[path.at(-1) ?? ""] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, withLists(value)]));
}

/** Objects whose members are numbered from 0 are lists. */
function withLists(value: unknown): JsonObject[string] {
  if (typeof value !== "object" || value === null) return value as string;
  const entries = Object.entries(value).map(([name, part]) => [name, withLists(part)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, part]) => part ?? null) : Object.fromEntries(entries);
}
