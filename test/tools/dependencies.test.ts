import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { removeTemporaryFolders, runWith, temporaryFolder, writeProgram, type Ended } from "./scripts";

afterAll(removeTemporaryFolders);

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = temporaryFolder();
});

/** An npm that notes how it was called and does only what the text says. */
function npmDoes(text: string): void {
  writeProgram(
    join(path, "npm"),
    `const fs = require("node:fs");
     fs.appendFileSync(${JSON.stringify(join(path, "calls"))}, process.argv.slice(2).join(" ") + "\\n");
     ${text}`,
  );
}

function calls(): string[] {
  const file = join(path, "calls");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

describe("ensureDependencies", () => {
  const ensure = (): Promise<Ended> =>
    runWith("dependencies.mjs", `module.ensureDependencies({ folder: ${JSON.stringify(folder)} })`, {
      PATH: path,
    });

  function lock(packages: Record<string, object>): void {
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...packages } }));
  }

  function installed(packages: Record<string, object>): void {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
  }

  const left = { version: "1.0.0", integrity: "sha512-left" };

  test("installs what is missing, once, and then is quiet", async () => {
    lock({ "node_modules/left": left });
    npmDoes(
      'fs.mkdirSync("node_modules"); fs.copyFileSync("package-lock.json", "node_modules/.package-lock.json");',
    );

    expect((await ensure()).output).toMatch(/^dependencies: npm ci took \S+ s\n$/);
    expect(await ensure()).toEqual({ code: 0, output: "" });
    expect(calls()).toEqual(["ci"]);
  });

  test("of two runs at once, one installs", async () => {
    lock({ "node_modules/left": left });
    npmDoes(
      `setTimeout(() => { fs.mkdirSync("node_modules");
       fs.copyFileSync("package-lock.json", "node_modules/.package-lock.json"); }, 500);`,
    );

    const runs = await Promise.all([ensure(), ensure()]);

    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toEqual(["ci"]);
  });

  test.each([
    ["another version", { "node_modules/left": { ...left, version: "1.0.1" } }, ["ci"]],
    ["another content", { "node_modules/left": { ...left, integrity: "sha512-other" } }, ["ci"]],
    ["a package more", { "node_modules/left": left, "node_modules/right": left }, ["ci"]],
    [
      "a package for another platform",
      { "node_modules/left": left, "node_modules/mac": { ...left, optional: true } },
      [],
    ],
    ["the same", { "node_modules/left": left }, []],
  ])("if the lock file names %s", async (_what, packages, expected) => {
    installed({ "node_modules/left": left });
    lock(packages);
    npmDoes("");

    await ensure();

    expect(calls()).toEqual(expected);
  });

  test("breaks the lock of a process that is gone", async () => {
    lock({});
    npmDoes("");
    const stale = join(folder, ".engine", "dependencies.lock");
    mkdirSync(stale, { recursive: true });
    // Above the largest process id there can be.
    writeFileSync(join(stale, "pid"), "99999999");

    expect((await ensure()).code).toBe(0);
    expect(calls()).toEqual(["ci"]);
    expect(existsSync(stale)).toBe(false);
  });

  test("tells what npm said when it fails", async () => {
    lock({ "node_modules/left": left });
    npmDoes('console.error("npm error no such package"); process.exitCode = 1;');

    const { code, output } = await ensure();

    expect(code).not.toBe(0);
    expect(output).toContain("dependencies: npm ci failed\nnpm error no such package");
  });
});

describe("ensureBuild", () => {
  const ensure = (): Promise<Ended> =>
    runWith("dependencies.mjs", `module.ensureBuild({ folder: ${JSON.stringify(folder)} })`, { PATH: path });

  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);

  function write(file: string, age: number): void {
    const full = join(folder, file);
    mkdirSync(join(full, ".."), { recursive: true });
    writeFileSync(full, "");
    utimesSync(full, now - age, now - age);
  }

  beforeEach(() => {
    for (const file of [
      "package.json",
      "tsconfig.json",
      "src/index.ts",
      "src/deep/wire.ts",
      "emulator/index.ts",
      "commandLine/help.ts",
    ]) {
      write(file, 2 * hour);
    }
    const compiled = ["src/index", "src/deep/wire", "emulator/index", "commandLine/help"];
    for (const file of compiled) write(`dist/${file}.js`, hour);
    npmDoes("");
  });

  test("is quiet if every compiled file is newer than its source", async () => {
    expect(await ensure()).toEqual({ code: 0, output: "" });
    expect(calls()).toEqual([]);
  });

  test.each([
    "src/deep/wire.ts",
    "src/added.ts",
    "emulator/index.ts",
    "commandLine/help.ts",
    "package.json",
    "tsconfig.json",
  ])("builds after a change of %s", async (file) => {
    write(file, 0);

    expect((await ensure()).output).toMatch(/^build: npm run build took/);
    expect(calls()).toEqual(["run build"]);
  });
});
