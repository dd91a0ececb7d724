import { parse } from "../../../../commandLine/options";
import { argumentsIn, OPTIONS } from "../../../../src/cli/import/arguments";

const asked = (args: string[]) => argumentsIn(parse({ options: OPTIONS }, args));

test("what is not said has its default", () => {
  expect(asked(["--cloud", "alicloud"])).toEqual({
    cloud: "alicloud",
    regions: [],
    vpcs: [],
    routes: false,
    language: "typescript",
    force: false,
    json: false,
    cwd: ".",
  });
});

test("regions and VPCs may be repeated", () => {
  const args = [
    "--region",
    "a",
    "--vpc",
    "b",
    "--region",
    "c",
    "--routes",
    "--language",
    "yaml",
    "--out",
    "d",
  ];
  expect(asked(["--cloud", "huaweicloud", ...args])).toMatchObject({
    regions: ["a", "c"],
    vpcs: ["b"],
    routes: true,
    language: "yaml",
    out: "d",
  });
});

test.each([
  [[], /^--cloud is missing\. Give one of alicloud, tencentcloud, huaweicloud\.$/],
  [["--cloud", "aws"], /^--cloud is "aws": it must be one of/],
  [
    ["--cloud", "alicloud", "--language", "go"],
    /^--language is "go"\. It must be one of typescript, yaml\.$/,
  ],
  [["--cloud", "alicloud", "--region", ""], /^--region is empty\./],
  [["--cloud", "alicloud", "--out", " "], /^--out is empty\./],
  [["--cloud", "alicloud", "--regions", "a"], /Unknown option '--regions'/],
])("%j is refused", (args, complaint) => {
  expect(() => asked(args)).toThrow(complaint);
});
