import { parse } from "../../../commandLine/options";

const OPTIONS = {
  stack: { type: "string", value: "NAME", help: "" },
  region: { type: "string", value: "ID", multiple: true, default: [] as string[], help: "" },
  json: { type: "boolean", default: false, help: "" },
} as const;

const read = (...args: string[]) => parse({ options: OPTIONS }, args);

test("options have their values, or what they are without", () => {
  const none = { help: false, version: false, json: false };
  expect(read().values).toEqual({ ...none, region: [] });
  expect(read("--stack=a=b", "--region", "x", "--region", "y", "--json").values).toEqual({
    ...none,
    stack: "a=b",
    region: ["x", "y"],
    json: true,
  });
  expect(read("-h").values.help).toBe(true);
  expect(read("--stack", "-").values.stack).toBe("-");
  expect(read("--stack=--odd").values.stack).toBe("--odd");
});

test("arguments without a dash are taken by who names them", () => {
  expect(parse({ options: OPTIONS, operand: "FILE" }, ["a", "--json", "--", "--b"]).operands).toEqual([
    "a",
    "--b",
  ]);
});

const ALL = "The options are --stack NAME, --region ID, --json, --help and --version.";

test.each([
  [["--colour"], `Unknown option '--colour'. ${ALL}`],
  [["--colour=red"], `Unknown option '--colour'. ${ALL}`],
  [["-x"], `Unknown option '-x'. ${ALL}`],
  [["--__proto__"], `Unknown option '--__proto__'. ${ALL}`],
  [["--constructor"], `Unknown option '--constructor'. ${ALL}`],
  [["--no-json"], `Unknown option '--no-json'. ${ALL}`],
  [["start"], `Unexpected argument 'start'. ${ALL}`],
  [["--stack"], "--stack needs a value: --stack NAME."],
  [
    ["--stack", "--json"],
    "--stack needs a value: --stack NAME. If it begins with a dash, write --stack=--json.",
  ],
  [["--json=yes"], "--json takes no value."],
])("%j is refused in these words", (args, message) => {
  expect(() => read(...args)).toThrow(message);
});
