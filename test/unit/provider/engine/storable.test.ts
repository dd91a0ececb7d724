import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import fc from "fast-check";
import { storable } from "../../../../src/provider/engine/storable";

test("what the engine cannot store goes, wherever it stands", () => {
  const given = {
    kept: { text: "", zero: 0, no: false, none: null, list: [1, "2"] },
    gone: undefined,
    nested: { gone: undefined, list: [{ gone: undefined, kept: 1 }] },
  };
  expect(JSON.stringify(storable(given))).toBe(
    '{"kept":{"text":"","zero":0,"no":false,"none":null,"list":[1,"2"]},"nested":{"list":[{"kept":1}]}}',
  );
  expect("gone" in storable(given)).toBe(false);
});

test("large integers keep all their digits, as text", () => {
  expect(storable({ uid: 253460731706911258n, deep: [{ uid: 1n }] })).toEqual({
    uid: "253460731706911258",
    deep: [{ uid: "1" }],
  });
});

test("a date becomes text instead of nothing", () => {
  expect(storable({ at: new Date("2026-01-02T03:04:05Z") })).toEqual({ at: "2026-01-02T03:04:05.000Z" });
});

test("the given value stays as it is", () => {
  const given = Object.freeze({ a: Object.freeze({ gone: undefined }) });
  expect(storable(given)).not.toBe(given);
  expect("gone" in given.a).toBe(true);
});

test("whatever is given can be stored: the engine's own encoding takes it and gives it back", () => {
  const odd = fc.anything({
    key: fc.string().filter((key) => key !== "__proto__"),
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((key) => key !== "__proto__"),
        odd,
      ),
      (given) => {
        const stored = storable(given);
        const back = Struct.fromJavaScript(
          stored as Parameters<typeof Struct.fromJavaScript>[0],
        ).toJavaScript();
        expect(back).toEqual(stored);
        expect(storable(stored)).toEqual(stored);
      },
    ),
  );
});
