import { parse } from "../../../../commandLine/options";
import { argumentsIn, OPTIONS } from "../../../../src/cli/doctor/arguments";

const asked = (args: string[]) => argumentsIn(parse({ options: OPTIONS }, args));

test("without options it is the stack that is selected here", () => {
  expect(asked([])).toEqual({ cwd: ".", json: false });
});

test("a stack, or one connection, may be named", () => {
  expect(asked(["--stack", "prod", "--json"])).toMatchObject({ stack: "prod", json: true });
  const one = { cloud: "huaweicloud", region: "cn-north-4", id: "p-1" };
  const args = ["--cloud", one.cloud, "--region", one.region, "--connection", one.id];
  expect(asked(args)).toMatchObject({ one });
});

test.each([
  [["--cloud", "aws", "--region", "r", "--connection", "c"], /--cloud is "aws": it must be one of/],
  [["--region", "r"], /belong together/],
  [["--cloud", "alicloud", "--region", "", "--connection", "c"], /belong together/],
  [["--delete"], /Unknown option '--delete'/],
])("%j is refused", (args, why) => {
  expect(() => asked(args)).toThrow(why);
});
