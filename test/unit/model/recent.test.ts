import { Recent } from "../../../src/model/recent";

test("the last so many values are remembered, and no more", () => {
  const recent = new Recent<number>(3);
  for (const value of [1, 2, 3, 2, 4]) recent.add(value);
  expect([1, 2, 3, 4].filter((value) => recent.has(value))).toEqual([2, 3, 4]);
});
