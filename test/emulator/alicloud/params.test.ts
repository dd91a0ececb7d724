import fc from "fast-check";
import { writeJson } from "../../../emulator/core/http/json";
import { redact, redacted } from "../../../emulator/core/http/redact";
import { flag, integer, tagList, textList } from "../../../emulator/clouds/alicloud/params";
import { mergedTags } from "../../../emulator/clouds/alicloud/rules/tags";

const item = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

test("a list reads the same in every spelling", () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
      const repeated = items.map((value, index): [string, string] => [`VpcId.${index + 1}`, value]);
      expect(textList(new Map(repeated), "VpcId")).toEqual(items);
      expect(textList(new Map([["VpcId", items.join(",")]]), "VpcId")).toEqual(items);
      expect(textList(new Map([["VpcId", JSON.stringify(items)]]), "VpcId")).toEqual(items);
    }),
  );
});

test("tags come in the order of their numbers, not of the parameters", () => {
  const tags = fc.array(fc.record({ key: fc.string(), value: fc.string() }), { maxLength: 15 });
  fc.assert(
    fc.property(tags, (list) => {
      const parameters = list.flatMap(({ key, value }, index): [string, string][] => [
        [`Tag.${index + 1}.Key`, key],
        [`Tag.${index + 1}.Value`, value],
      ]);
      expect(tagList(new Map(parameters.reverse()), "Tag")).toEqual(list);
    }),
  );
});

test("a name that another begins with is another list", () => {
  expect(textList(new Map([["VpcIds.1", "a"]]), "VpcId")).toEqual([]);
  expect(tagList(new Map([["Tags.1.Key", "a"]]), "Tag")).toEqual([]);
});

test("whole numbers are read as such, everything else is refused", () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      if (Math.abs(value) <= 2 ** 31 - 1) expect(integer(new Map([["N", String(value)]]), "N")).toBe(value);
    }),
  );
  for (const text of ["1.5", "1e3", "0x1", "ten", " 1", "2147483648"]) {
    expect(() => integer(new Map([["N", text]]), "N")).toThrow("Specified parameter N is not valid.");
  }
  expect(integer(new Map(), "N")).toBeUndefined();
});

test("booleans are true and false in any case", () => {
  expect(["true", "TRUE", "false", "False", ""].map((text) => flag(new Map([["B", text]]), "B"))).toEqual([
    ...[true, true, false, false, false],
  ]);
  expect(() => flag(new Map([["B", "1"]]), "B")).toThrow("Specified parameter B is not valid.");
});

test("JSON is what JSON.stringify writes, with bigints digit for digit", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(writeJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(
    writeJson({ id: 253460731706911258n, list: [1n, undefined as never, "x"].slice(0, 1), gone: undefined }),
  ).toBe('{"id":253460731706911258,"list":[1]}');
});

test("secrets are redacted at any depth, tokens for idempotency are not", () => {
  const params = { ClientToken: "kept", SignatureNonce: "n", deep: [{ SecurityToken: "s", Signature: "x" }] };
  expect(redact(params)).toEqual({
    ClientToken: "kept",
    SignatureNonce: "n",
    deep: [{ SecurityToken: redacted, Signature: redacted }],
  });
});

test("merged tags keep what is not overwritten", () => {
  fc.assert(
    fc.property(
      fc.dictionary(item, item, { maxKeys: 9 }),
      fc.dictionary(item, item, { maxKeys: 9 }),
      (had, added) => {
        const list = Object.entries(added).map(([key, value]) => ({ key, value }));
        expect(mergedTags(had, list)).toEqual({ ...had, ...added });
      },
    ),
  );
});
