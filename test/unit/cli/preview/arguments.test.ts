import { parse } from "../../../../commandLine/options";
import { argumentsIn, OPTIONS } from "../../../../src/cli/preview/arguments";

const asked = (args: string[]) => argumentsIn(parse({ options: OPTIONS, operand: "FILE" }, args));

test("a file, a stack and the flag are read", () => {
  expect(asked(["--stack", "dev", "--fail-on-replace", "preview.json"])).toEqual({
    file: "preview.json",
    stack: "dev",
    failOnReplace: true,
    json: false,
  });
  expect(asked([])).toEqual({ failOnReplace: false, json: false });
});

test.each([
  [["a.json", "b.json"], "2 files are given: a.json, b.json. Give one preview"],
  [[""], "FILE is empty."],
  [["--stack", ""], "--stack is empty. Give a name, or leave --stack out"],
  [["--stack=  "], "--stack is empty."],
  [["--stak", "dev"], "--stak"],
])("%j is refused", (args, message) => {
  expect(() => asked(args)).toThrow(message);
});
