import { argumentsIn } from "../../../../src/cli/import/arguments";

test("what is not said has its default", () => {
  expect(argumentsIn(["--cloud", "alicloud"])).toEqual({
    cloud: "alicloud",
    regions: [],
    vpcs: [],
    routes: false,
    language: "typescript",
    force: false,
    cwd: ".",
  });
  expect(argumentsIn(["--help"])).toBe("help");
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
  expect(argumentsIn(["--cloud", "huaweicloud", ...args])).toMatchObject({
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
  expect(() => argumentsIn(args)).toThrow(complaint);
});
