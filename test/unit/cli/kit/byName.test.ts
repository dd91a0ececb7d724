import { byName } from "../../../../src/cli/kit/byName";

test("names are sorted as people count", () => {
  const names = ["s10", "a", "s2", "S1", "s02"];
  const sorted = (some: readonly string[]): string[] =>
    some
      .map((name) => ({ name }))
      .sort(byName)
      .map(({ name }) => name);
  expect(sorted(names)).toEqual(["a", "S1", "s02", "s2", "s10"]);
  expect(sorted([...names].reverse())).toEqual(sorted(names));
});
