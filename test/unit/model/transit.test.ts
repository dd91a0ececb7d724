import fc from "fast-check";
import { forTransit, fromTransit, said } from "../../../src/model/transit";

/** Members of this name only, which an assignment or a literal would not make. */
const named = (name: string): object => JSON.parse(`{"${name}":"x"}`) as object;

test("what the SDK would lose has another name on its way", () => {
  expect(Object.entries(forTransit(named("__proto__")))).toEqual([["___proto__", "x"]]);
  expect(Object.entries(fromTransit(named("___proto__")))).toEqual([["__proto__", "x"]]);
  expect(Object.entries(forTransit(named("toString")))).toEqual([["toString", "x"]]);
});

test.each([fromTransit, said])("what is null is as good as left out, at every depth (%p)", (taken) => {
  expect(taken({ a: null, b: { c: null, d: 0 }, e: [null, { f: null }, ""] })).toStrictEqual({
    b: { d: 0 },
    e: [{}, ""],
  });
});

test("everything else comes out as it went in", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("__proto__", "___proto__", "_".repeat(9) + "proto__", "constructor"),
  );
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(leaf, fc.dictionary(word, tie("tree")), fc.array(tie("tree"))),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const sent = JSON.stringify(forTransit(value));
      // As a member's name: as a text it is harmless.
      expect(sent).not.toContain('"__proto__":');
      expect(JSON.stringify(fromTransit(JSON.parse(sent) as unknown))).toBe(JSON.stringify(value));
    }),
  );
});
