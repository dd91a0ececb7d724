import fc from "fast-check";
import { shown, shownName } from "../../../src/model/shown";
import { UNKNOWN } from "../../../src/model/unknown";

class Output {
  readonly __pulumiOutput = true;
  toJSON(): string {
    return "Calling [toJSON] on an [Output<T>] is not supported.";
  }
}

const endless: Record<string, unknown> = {};
endless["self"] = endless;

test.each<[unknown, string]>([
  ["hub", '"hub"'],
  [17, "17"],
  [Number.NaN, "NaN"],
  [10n, "10n"],
  [true, "true"],
  [null, "null"],
  [undefined, "nothing"],
  [() => 1, "a function"],
  [Symbol("x"), "a symbol"],
  [{ a: [1, undefined, 2n] }, '{"a":[1,"nothing","2n"]}'],
  [{ toString: "x" }, '{"toString":"x"}'],
  [endless, "an object that cannot be shown"],
  [new Output(), "an Output"],
  [Promise.resolve(), "a Promise"],
  [UNKNOWN, "a value that is not known yet"],
  [{ vpcId: UNKNOWN }, '{"vpcId":"a value that is not known yet"}'],
  [{ vpcId: new Output() }, '{"vpcId":"an Output"}'],
  ["a\u202Eb\u0007\n\u2028\u200B", '"a\\u202eb\\u0007\\n\\u2028\\u200b"'],
  ["\uD800", '"\\ud800"'],
  ["x".repeat(80), `"${"x".repeat(80)}"`],
  ["x".repeat(81), `"${"x".repeat(80)}…" (81 characters)`],
  [`${"x".repeat(79)}😀😀`, `"${"x".repeat(79)}…" (83 characters)`],
])("a value is shown in one line, and not more of it than helps (%#)", (value, text) => {
  expect(shown(value)).toBe(text);
});

test("a name is shown without quotes, and safely", () => {
  expect(shownName(["tags", "http://x"])).toBe("tags.http://x");
  expect(shownName(["tags", "a\u202Eb\nc"])).toBe("tags.a\\u202eb\\u000ac");
  expect(shownName(["tags", "k".repeat(200)])).toBe(`tags.${"k".repeat(80)}…`);
});

test("whatever it is, it is short, in one line, and read from left to right", () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, withMap: true });
  const text = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(anything, text, fc.dictionary(text, anything)), (value) => {
      for (const told of [
        shown(value),
        shownName(["tags", String(Object.keys(Object(value) as object)[0])]),
      ]) {
        expect(told.length).toBeLessThan(1_000);
        expect(told).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }),
    { numRuns: 1_000 },
  );
});
