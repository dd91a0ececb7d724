import fc from "fast-check";
import { resourceNames } from "../../../../src/cli/import/names";

const names = (connections: Record<string, string | undefined>, taken: string[] = []) =>
  Object.fromEntries(
    resourceNames(
      Object.entries(connections).map(([id, name]) => (name === undefined ? { id } : { id, name })),
      taken,
    ),
  );

test.each([
  ["a plain name stays", { "pcc-1": "hub-spoke_2.a" }, ["hub-spoke_2.a"]],
  ["letters of any script stay", { "pcc-1": "总部 → 分部" }, ["总部-分部"]],
  ["what is no letter becomes a hyphen", { "pcc-1": ' a::b\n"c"/${d} ' }, ["a-b-c-d"]],
  ["without a name it is the id", { "pcc-1": undefined, "pcc-2": "…" }, ["pcc-1", "pcc-2"]],
  ["equal names get ids", { "pcc-1": "a b", "pcc-2": "a/b", "pcc-3": "a" }, ["a-b-pcc-1", "a-b-pcc-2", "a"]],
  ["a name may be another's id", { "pcc-1": "pcc-2", "pcc-2": "" }, ["pcc-2", "pcc-2-2"]],
  ["a long name is cut", { "pcc-1": "x".repeat(60) }, ["x".repeat(48)]],
  ["wide letters count twice", { "pcc-1": "网".repeat(60) }, ["网".repeat(24)]],
])("%s", (_, connections, expected) => {
  expect(Object.values(names(connections))).toEqual(expected);
});

test("the name of a provider instance is not taken twice", () => {
  expect(names({ "pcc-1": "cn-hangzhou" }, ["cn-hangzhou"])).toEqual({ "pcc-1": "cn-hangzhou-pcc-1" });
});

test("whatever the names, those of resources are unique, fit a URN, and do not depend on the order", () => {
  const name = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("a", "pcc-1", "a-pcc-1", "peering"));
  const all = fc.dictionary(fc.constantFrom("pcc-1", "pcc-2", "pcc-3", "a", "peering"), name);
  fc.assert(
    fc.property(all, (connections) => {
      const named = names(connections);
      const values = Object.values(named);
      expect(new Set(values).size).toBe(values.length);
      expect(values.filter((value) => !/^[\p{L}\p{N}._-]+$/u.test(value))).toEqual([]);
      expect(names(Object.fromEntries(Object.entries(connections).reverse()))).toEqual(named);
    }),
  );
});
