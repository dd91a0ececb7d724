import { argumentsIn } from "../../../../src/cli/preview/arguments";

test("a file, a stack and the flag are read", () => {
  expect(argumentsIn(["--stack", "dev", "--fail-on-replace", "preview.json"])).toEqual({
    file: "preview.json",
    stack: "dev",
    failOnReplace: true,
    help: false,
  });
  expect(argumentsIn([])).toEqual({ failOnReplace: false, help: false });
});

test.each([
  [["a.json", "b.json"], "2 files are given: a.json, b.json. Give one preview"],
  [[""], "FILE is empty."],
  [["--stack", ""], "--stack is empty. Give a name, or leave --stack out"],
  [["--stack=  "], "--stack is empty."],
  [["--stak", "dev"], "--stak"],
])("%j is refused", (args, message) => {
  expect(() => argumentsIn(args)).toThrow(message);
});
