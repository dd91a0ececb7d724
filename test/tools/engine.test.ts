import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { engineBin } from "../../tools/engine/environment.cjs";
import {
  isRunning,
  removeTemporaryFolders,
  startNode,
  temporaryFolder,
  tools,
  until,
  writeProgram,
  type Ended,
} from "./scripts";

afterAll(removeTemporaryFolders);

const programs = ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
const reserved = { into: "", path: "" };

/** A place to install to, and an otherwise empty PATH. */
beforeEach(() => {
  const folder = temporaryFolder();
  reserved.into = join(folder, "engine");
  reserved.path = join(folder, "path");
  mkdirSync(reserved.path);
});

function start(env: NodeJS.ProcessEnv = { CI: "true" }, flags: string[] = []) {
  const args = [join(tools, "engine", "install.mjs"), "--into", reserved.into, ...flags];
  return startNode(args, { PATH: reserved.path, ...env });
}

function install(env?: NodeJS.ProcessEnv, flags?: string[]): Promise<Ended> {
  return start(env, flags).ended;
}

function onPath(name: string, text: string): void {
  writeProgram(join(reserved.path, name), text);
}

/** A program that is under way in a moment, unlike one of Node.js. */
function shellOnPath(name: string, text: string): void {
  writeFileSync(join(reserved.path, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

function pulumiOnPath(version: string): void {
  onPath(
    "pulumi",
    `if (process.argv[2] === "version") console.log(${JSON.stringify(version)});
     else { console.error("error: this one cannot"); process.exitCode = 255; }`,
  );
  onPath("pulumi-language-nodejs", 'console.error("Usage of pulumi-language-nodejs:")');
  onPath("pulumi-resource-pulumi-nodejs", "");
}

describe("without an engine", () => {
  test("one error names the three ways and why each did not work", async () => {
    const { code, output } = await install();

    expect(code).toBe(1);
    expect(output).toContain("found no usable Pulumi engine");
    expect(output).toMatch(/^ {2}the pulumi on PATH: there is none$/m);
    expect(output).toMatch(/^ {2}the vendor's installer: not tried, because CI is set$/m);
    expect(output).toMatch(/^ {2}a Go build: no go on PATH; Go 1\.\d+\.\d+ or later is needed$/m);
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(join(reserved.into, "bin"))).toBe(false);
  });

  test("a pulumi that is too old is skipped", async () => {
    pulumiOnPath("v3.100.0");

    const { code, output } = await install();

    expect(code).toBe(1);
    expect(output).toContain("skipped the pulumi on PATH: it is version 3.100.0; 3.216.0 or later is needed");
  });

  test("a pulumi without its helper programs is skipped", async () => {
    pulumiOnPath("v3.250.0");
    rmSync(join(reserved.path, "pulumi-language-nodejs"));

    expect((await install()).output).toMatch(
      /skipped the pulumi on PATH: .*pulumi comes without pulumi-language-nodejs/,
    );
  });

  test("a pulumi that does not get through an up is skipped, with its own words", async () => {
    pulumiOnPath("v3.250.0");

    const { output } = await install();

    expect(output).toContain("skipped the pulumi on PATH: pulumi stack failed");
    expect(output).toContain("error: this one cannot");
  });

  test("what an earlier run left in the folder itself does not count as on PATH", async () => {
    reserved.into = temporaryFolder();
    reserved.path = join(reserved.into, "bin");
    pulumiOnPath("v3.250.0");

    expect((await install()).output).toContain("the pulumi on PATH: there is none");
  });

  test("a Go that is too old is told its age", async () => {
    onPath("go", 'console.log("go1.21.13")');

    expect((await install()).output).toMatch(
      /a Go build: go on PATH is 1\.21\.13; 1\.\d+\.\d+ or later is needed/,
    );
  });

  test("a Go build that fails is told in Go's words", async () => {
    onPath(
      "go",
      'if (process.argv[2] === "env") console.log("go1.99.0"); else { console.error("no such module"); process.exitCode = 1; }',
    );

    const { code, output } = await install();

    expect(code).toBe(1);
    expect(output).toMatch(/a Go build: go build of \S+ failed\nno such module/);
  });
});

describe("the vendor's installer", () => {
  test("is ended with everything it started when its time is over", async () => {
    const note = join(reserved.path, "started");
    // Its own PATH leads to nothing but this program.
    shellOnPath("npm", `PATH=/usr/bin:/bin sleep 600 & printf '%s' "$! $*" > '${note}'; wait`);

    const { code, output } = await install({}, ["--vendor-seconds", "5"]);

    expect(code).toBe(1);
    expect(output.match(/^engine: .*the vendor's installer.*$/gm)).toEqual([
      "engine: skipped the vendor's installer: not done within 5 s",
    ]);
    const [pid, ...command] = readFileSync(note, "utf8").split(" ");
    expect(command.join(" ")).toMatch(/^exec --yes --package=pulumi@\d+\.\d+\.\d+ -- pulumi version$/);
    await until(() => !isRunning(Number(pid)));
    expect(existsSync(join(reserved.into, "vendor"))).toBe(false);
  });

  test("is used if it comes with a usable engine", async () => {
    onPath(
      "npm",
      `const { mkdirSync, symlinkSync } = require("node:fs");
       const version = process.argv.join(" ").match(/pulumi@(\\S+)/)[1];
       const bin = process.env.PULUMI_HOME + "/versions/" + version + "/bin";
       mkdirSync(bin, { recursive: true });
       for (const name of ${JSON.stringify(programs)}) symlinkSync(${JSON.stringify(engineBin)} + "/" + name, bin + "/" + name);`,
    );

    const { code, output } = await install({});

    expect(output).toMatch(/Pulumi \S+ \(the vendor's installer\) is ready in/);
    expect(code).toBe(0);
  });
});

describe("an interrupted build", () => {
  test("leaves no program, no lock and no process behind", async () => {
    const note = join(reserved.path, "building");
    onPath(
      "go",
      `const fs = require("node:fs");
       if (process.argv[2] === "env") return console.log("go1.99.0");
       fs.writeFileSync(process.argv[process.argv.indexOf("-o") + 1], "half a program");
       fs.writeFileSync(${JSON.stringify(note)}, String(process.pid));
       setTimeout(() => {}, 600_000);`,
    );

    const script = start();
    await until(() => existsSync(note) && readFileSync(note, "utf8") !== "");
    process.kill(script.pid, "SIGTERM");

    expect((await script.ended).code).toBe(143);
    await until(() => !isRunning(Number(readFileSync(note, "utf8"))));
    expect(existsSync(join(reserved.into, "bin"))).toBe(false);
    expect(existsSync(join(reserved.into, "engine.lock"))).toBe(false);
  });
});

describe("with an engine on PATH", () => {
  beforeEach(() => {
    for (const name of programs) symlinkSync(join(engineBin, name), join(reserved.path, name));
  });

  test("it is proven once, and then only looked at", async () => {
    const first = await install();
    expect(first.output).toContain("an up of one resource took");
    expect(first.output).toMatch(/Pulumi \S+ \(the pulumi on PATH\) is ready in/);
    expect(first.code).toBe(0);

    const second = await install();
    expect(second.output).toMatch(/^engine: Pulumi \S+ \(the pulumi on PATH\) is ready; checked in \S+ s\n$/);
    expect(second.code).toBe(0);
  });

  test("what was proven is not believed of other programs", async () => {
    await install();

    rmSync(join(reserved.into, "bin", "pulumi-language-nodejs"));
    expect((await install()).output).toContain("an up of one resource took");

    rmSync(join(reserved.into, "bin", "pulumi"));
    writeProgram(join(reserved.into, "bin", "pulumi"), 'console.log("v3.250.0")');
    expect((await install()).output).toContain("an up of one resource took");
  });

  test("of two runs at once, one does the work", async () => {
    const outputs = (await Promise.all([install(), install()])).map(({ output }) => output);

    expect(outputs.filter((output) => output.includes("an up of one resource took"))).toHaveLength(1);
    expect(outputs.filter((output) => output.includes("is ready; checked in"))).toHaveLength(1);
  });
});

describe("the provider of dynamic resources", () => {
  test("says what to do where @pulumi/pulumi is not installed", () => {
    const { status, stderr } = spawnSync(join(tools, "engine", "pulumi-resource-pulumi-nodejs"), {
      cwd: temporaryFolder(),
      encoding: "utf8",
    });

    expect(stderr).toMatch(
      /^pulumi-resource-pulumi-nodejs: @pulumi\/pulumi is not installed for .*npm install there\n$/,
    );
    expect(status).toBe(1);
  });
});
