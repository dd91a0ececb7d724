import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type * as path from "node:path";
import { version } from "../../commandLine/version";
import { isUsersFile } from "../../src/program/resources/sourcePosition";
import { readProfiles } from "../../src/provider/clouds/alicloud/keyFiles";
import { readProfile } from "../../src/provider/clouds/huaweicloud/keyFiles";
import { regionOf } from "../../src/provider/clouds/tencentcloud/keys";

// This machine, as if it were one with Windows: its paths, its home, and no file but those that a test puts there.
jest.mock("node:path", () => jest.requireActual<typeof path>("node:path").win32);
jest.mock("node:os", () => ({ homedir: () => "C:\\Users\\me" }));
jest.mock("node:fs/promises", () => ({ readFile: jest.fn() }));
jest.mock("node:fs", () => ({
  existsSync: (path: string) => path === MANIFEST,
  readFileSync: jest.fn(() => '{"version":"1.2.3"}'),
}));

const PACKAGE = "C:\\app\\node_modules\\pulumi-vpc-peering";
const MANIFEST = `${PACKAGE}\\package.json`;

test("the keys that clouds' own tools keep are looked for in the home folder", async () => {
  const noFile = Object.assign(new Error("no such file"), { code: "ENOENT" });
  const read = jest.mocked(readFile).mockRejectedValue(noFile);
  await readProfiles(undefined);
  await readProfile(undefined, undefined);
  await regionOf(() => undefined);
  expect(read.mock.calls.map(([path]) => path)).toEqual([
    "C:\\Users\\me\\.aliyun\\config.json",
    "C:\\Users\\me\\.hcloud\\config.json",
    "C:\\Users\\me\\.tccli\\default.configure",
  ]);
});

test("the package's version is that of the package.json above its files", () => {
  expect(version(`${PACKAGE}\\dist\\commandLine`)).toBe("1.2.3");
  expect(jest.mocked(readFileSync).mock.calls.at(-1)?.[0]).toBe(MANIFEST);
});

test.each([
  ["the user's", "C:\\app\\index.ts", true],
  ["the user's, as a module", "file:///C:/app/index.mjs", true],
  ["another package's", "C:\\app\\node_modules\\@pulumi\\pulumi-network\\index.js", true],
  ["the SDK's", "C:\\app\\node_modules\\@pulumi\\pulumi\\resource.js", false],
  ["the SDK's, as a module", "file:///C:/app/node_modules/@pulumi/pulumi/resource.js", false],
  ["this package's", `${PACKAGE}\\dist\\src\\program\\vpcPeering.js`, false],
  ["of Node.js", "node:internal/process/task_queues", false],
])("a line of a stack: %s", (_, file, expected) => {
  expect(isUsersFile(file, `${PACKAGE}\\dist\\src\\program\\`)).toBe(expected);
});
