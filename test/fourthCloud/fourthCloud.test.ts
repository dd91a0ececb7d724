import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Compiler } from "./compiler";
import { openCompiler } from "./compiler";
import type { Copy } from "./copy";
import { copyWithFourthCloud } from "./copy";
import { REGISTRIES } from "./lines";

let copy: Copy;
let compiler: Compiler;

beforeAll(() => {
  copy = copyWithFourthCloud();
  compiler = openCompiler(copy.folder);
});

afterAll(() => {
  copy.remove();
});

test("one more cloud takes 7 shared files, a line each", () => {
  expect(copy.editedFiles).toEqual([
    "emulator/clouds/index.ts",
    "src/model/clouds/index.ts",
    "src/program/clouds/index.ts",
    "src/program/clouds/registry.ts",
    "src/provider/clouds/registry.ts",
    "test/clouds/index.cjs",
    "tools/clouds/index.cjs",
  ]);
});

test("with all its parts it compiles", () => {
  const files = compiler.files();
  expect(files).toEqual(expect.arrayContaining([...copy.ownFiles, ...copy.editedFiles]));
  expect(compiler.errorsIn(files)).toEqual([]);
});

test.each(REGISTRIES.map(({ file }) => file))("without its line in %s it does not compile", (file) => {
  const root = join(__dirname, "..", "..");
  compiler.replace(file, readFileSync(join(root, file), "utf8"));
  const error = compiler.firstErrorIn([...copy.editedFiles, ...copy.ownFiles, "test/contract/clouds.ts"]);
  compiler.replace(file, undefined);
  expect(error).toMatch(/nova|Nova/);
});

test("the contract holds on what it has", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join("node_modules", "jest", "bin", "jest.js"), "--runInBand", "test/contract", "-t", "novacloud"],
    { cwd: copy.folder, encoding: "utf8" },
  );
  expect(stderr).toMatch(/Tests: +\d+ skipped, 38 passed/);
  expect(status).toBe(0);
});
