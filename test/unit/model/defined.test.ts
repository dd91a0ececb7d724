import fc from "fast-check";
import { defined } from "../../../src/model/defined";

test("what is undefined goes, and everything else stays, also what looks like nothing", () => {
  const given = { a: undefined, b: null, c: 0, d: "", e: false, f: Number.NaN, g: { h: undefined } };
  const kept = defined(given);
  expect(Object.keys(kept)).toEqual(["b", "c", "d", "e", "f", "g"]);
  expect(kept.g).toBe(given.g);
});

test("the given object stays as it is", () => {
  const given = Object.freeze({ a: undefined, b: 1 });
  expect(defined(given)).not.toBe(given);
  expect(Object.keys(given)).toEqual(["a", "b"]);
});

test("for any object: exactly its members that are not undefined, in their order", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.option(fc.anything(), { nil: undefined })), (given) => {
      const kept = defined(given) as Record<string, unknown>;
      expect(Object.entries(kept)).toEqual(Object.entries(given).filter(([, value]) => value !== undefined));
    }),
  );
});
