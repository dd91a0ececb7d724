import fc from "fast-check";
import { defaultName } from "../../../../../src/provider/clouds/alicloud/inputs";
import { complain } from "./inputsSupport";

describe("a name made from a resource's name", () => {
  const isName = /^[A-Za-z\p{Script=Han}][A-Za-z0-9\p{Script=Han}_-]{1,127}$/u;

  test.each([
    ["hub-spoke", "hub-spoke"],
    ["中文", "中文"],
    ["hub.spoke/1", "hub-spoke-1"],
    ["x", "peering-x"],
    ["9lives", "peering-9lives"],
    ["-", "peering--"],
    ["", "peering-"],
    ["a::b", "a--b"],
  ])("%j is %j", (resourceName, name) => {
    expect(defaultName(resourceName)).toBe(name);
  });

  test("is one that the cloud takes, whatever the resource's name", () => {
    const letters = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom("中", "a", "é", "-", "🙂", "\n"), maxLength: 200 }),
    );
    fc.assert(
      fc.property(letters, (resourceName) => {
        const name = defaultName(resourceName);
        expect(name).toMatch(isName);
        expect(complain({ name })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("is left as it is if the cloud takes it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{1,127}$/), (resourceName) => {
        expect(defaultName(resourceName)).toBe(resourceName);
      }),
    );
  });
});

test("a name made of a resource's never has a letter cut in two", () => {
  expect(complain({ name: defaultName(`a${"𠀀".repeat(80)}`) })).toEqual([]);
});
