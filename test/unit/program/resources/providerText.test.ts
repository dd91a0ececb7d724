import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { HandlerName } from "../../../../src/model/resourceKinds";
import { assertInstalled, handler } from "../../../../src/program/resources/providerText";

const NAMES: readonly HandlerName[] = ["connection", "acceptance", "identity", "routes"];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "program-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the text as the engine's provider process does, in the program's folder, and prints what it would show. */
function load(text: string) {
  const script = `
    const m = { exports: {} };
    new Function("exports", "require", "module", ${JSON.stringify(text)})(m.exports, require, m);
    try { console.log("loaded " + JSON.stringify(m.exports.handler())); }
    catch (e) { console.log(\`\${e.message}\\n\${e.stack}\`); }`;
  const env = { ...process.env };
  delete env["NODE_PATH"];
  return spawnSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8", env }).stdout;
}

/** Puts a package in the place where npm would. */
function install(provider: string): void {
  const home = path.join(folder, "node_modules/pulumi-vpc-peering");
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, "package.json"), '{"exports": {"./provider": "./provider.js"}}');
  writeFileSync(path.join(home, "provider.js"), provider);
}

describe.each(NAMES)("the line that is stored to load %s", (name) => {
  test("is short and the same for ever: state holds it twice for each resource", () => {
    expect(handler(name).length).toBeGreaterThanOrEqual(60);
    expect(handler(name).length).toBeLessThanOrEqual(250);
    expect(handler(name)).toMatch(/^[ -~]+$/);
    expect(handler(name)).toBe(
      `exports.handler=()=>{try{return require("pulumi-vpc-peering/provider").${name}}catch(e){e.stack="";e.message="Run npm install: "+e.message;throw e}}`,
    );
  });

  test("loads what is installed where the program is", () => {
    install(`exports.${name} = { it: "is ${name}" };`);
    expect(load(handler(name))).toBe(`loaded {"it":"is ${name}"}\n`);
  });

  test("says what to do where the package is not installed, without a stack", () => {
    const shown = load(handler(name));
    expect(shown).toMatch(/^Run npm install/);
    expect(shown).toContain("pulumi-vpc-peering/provider");
    expect(shown).not.toMatch(/^\s+at /m);
    expect(shown.trim().split("\n").length).toBeLessThanOrEqual(4);
  });

  test("says what is missing where the package lacks one of its own dependencies", () => {
    install('require("zod-is-gone");');
    expect(load(handler(name))).toMatch(/^Run npm install.*zod-is-gone/);
  });
});

test("the module that is loaded has exactly the exports that state knows, with the engine's hooks", async () => {
  const provider = await import("../../../../src/provider/index.js");
  const names = Object.keys(provider).filter((name) => name !== "default");
  expect(names.sort()).toEqual([...NAMES].sort());
  for (const name of NAMES)
    for (const hook of ["configure", "check", "diff", "create", "update", "read", "delete"])
      expect(typeof Reflect.get(provider[name], hook)).toBe("function");
});

test("nothing that the provider process loads is of @pulumi/pulumi", () => {
  const swc = JSON.stringify(require.resolve("@swc/core"));
  const script = `
    const { transformFileSync } = require(${swc});
    const Module = require("node:module");
    const compile = (module, file) => module._compile(transformFileSync(file, {
      jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs", ignoreDynamic: false } }).code, file);
    Module._extensions[".ts"] = compile;
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (name, ...rest) => {
      try { return resolve(name, ...rest); }
      catch (e) { return resolve(name.replace(/\\.js$/, ".ts"), ...rest); }
    };
    require(${JSON.stringify(path.resolve(__dirname, "../../../../src/provider/index.ts"))});
    require(${JSON.stringify(path.resolve(__dirname, "../../../../src/provider/clouds/alicloud/index.ts"))});
    console.log(Object.keys(require.cache).filter((file) => file.includes("@pulumi")).join() || "none");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("none\n");
});

describe("a program", () => {
  const before = process.cwd();
  afterEach(() => {
    process.chdir(before);
  });

  test("from whose folder the package is found may go on", () => {
    expect(assertInstalled).not.toThrow();
  });

  test("from whose folder it is not found is told so at once, and what to do", () => {
    process.chdir(folder);
    expect(assertInstalled).toThrow(/cannot be found from .*npm install pulumi-vpc-peering/);
  });
});
