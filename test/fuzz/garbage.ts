import fc from "fast-check";
import { UNKNOWN } from "../../src/model/unknown";

type Props = Record<string, unknown>;

/** One change of what makes sense: a value by the number of its place, and what becomes of it. */
export type Change =
  | { do: "replace"; at: number; by: unknown }
  | { do: "remove"; at: number }
  | { do: "add"; at: number; name: string; value: unknown };

/** Names that some object has of its own accord, that are near to a known one, or that nobody can read. */
const name = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "then",
    "",
    " ",
    "accountID",
    "vpcid",
  ),
  fc.constantFrom("\u202Eevil", "line\nbreak", "\u0000", "n".repeat(300), "\uD800", "expected", "timeout"),
  fc.string({ maxLength: 6 }),
);

/** What no program should say, and people and machines do. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(null, 5, -1, 0.5, 2 ** 60, true, false, [], {}, [null], [[]]),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(UNKNOWN, "", " ", "5 minutes", "10.1.0.0/16", "\u202Etxt", "a\nb"),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>("x".repeat(3000), "\uDC00", "\u0007") },
  { weight: 1, arbitrary: fc.dictionary(name, fc.constantFrom<unknown>("v", 5, null, {}), { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.nat(40).map(deep) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

function deep(levels: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("replace" as const), at: fc.nat(40), by: garbage }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), at: fc.nat(40) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("add" as const), at: fc.nat(6), name, value: garbage }),
  },
);

/** What makes sense, with changes, as the engine would send it. */
export function changed(sense: Props, changes: readonly Change[]): Props {
  const copy = JSON.parse(JSON.stringify(sense)) as Props;
  for (const one of changes) apply(one, copy);
  return copy;
}

function apply(one: Change, to: Props): void {
  const places = placesIn(to);
  if (one.do === "add") {
    const objects = [to, ...places.map(({ within, key }) => within[key]).filter(isObject)];
    put(objects[one.at % objects.length] as Props, one.name, one.value);
    return;
  }
  const place = places[one.at % places.length];
  if (place === undefined) return;
  if (one.do === "remove") Reflect.deleteProperty(place.within, place.key);
  else put(place.within, place.key, one.by);
}

/** Sets a member of any name, also `__proto__`. */
function put(within: Props, key: string, value: unknown): void {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  Object.defineProperty(within, key, { value: copy, enumerable: true, configurable: true, writable: true });
}

interface Place {
  within: Props;
  key: string;
}

function placesIn(within: Props): Place[] {
  return Object.keys(within).flatMap((key) => {
    const value = within[key];
    return [{ within, key }, ...(isObject(value) ? placesIn(value) : [])];
  });
}

function isObject(value: unknown): value is Props {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
