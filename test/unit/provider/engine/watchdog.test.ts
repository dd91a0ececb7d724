import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { transformSync } from "@swc/core";
import { isProviderProcess, watchEngine } from "../../../../src/provider/engine/watchdog";

describe("the engine's provider process", () => {
  test.each([
    "/p/node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js",
    "/p/node_modules/@pulumi/pulumi/cmd/dynamic-provider",
    "C:\\p\\node_modules\\@pulumi\\pulumi\\cmd\\dynamic-provider\\index.js",
  ])("is known by its script: %s", (script) => {
    expect(isProviderProcess(["node", script, "127.0.0.1:1"])).toBe(true);
  });

  test.each([
    "/p/node_modules/@pulumi/pulumi/cmd/run",
    "/p/node_modules/jest/bin/jest.js",
    "/p/cmd/dynamic-provider/index.js.bak",
    "/p/cmd/dynamic-provider/other.js",
    "/p/my-cmd/dynamic-provider-2/index.js",
    "",
  ])("is no other: %s", (script) => {
    expect(isProviderProcess(["node", script, "127.0.0.1:1"])).toBe(false);
  });

  test("is not this one, nor one without a script", () => {
    expect(isProviderProcess()).toBe(false);
    expect(isProviderProcess(["node"])).toBe(false);
  });
});

describe("nothing is watched", () => {
  const script = "/p/cmd/dynamic-provider/index.js";

  test.each([
    ["in a program", ["node", "/p/cmd/run", "127.0.0.1:1"]],
    ["without the engine's address", ["node", script]],
    ["where the engine is on another machine", ["node", script, "10.0.0.1:1234"]],
    ["where the address is none", ["node", script, "127.0.0.1:port"]],
  ])("%s", (_, argv) => {
    const timer = jest.spyOn(global, "setInterval");
    watchEngine(argv);
    expect(timer).not.toHaveBeenCalled();
    timer.mockRestore();
  });
});

describe("a provider process", () => {
  let folder: string;
  let script: string;
  let engine: net.Server;
  let child: ChildProcess | undefined;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "watchdog-"));
    const source = readFileSync(path.join(__dirname, "../../../../src/provider/engine/watchdog.ts"), "utf8");
    const { code } = transformSync(source, {
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    });
    mkdirSync(path.join(folder, "cmd/dynamic-provider"), { recursive: true });
    writeFileSync(path.join(folder, "watchdog.js"), code);
    script = path.join(folder, "cmd/dynamic-provider/index.js");
    // Without an engine to end it, the process would live for ever, as the real one does.
    writeFileSync(
      script,
      'require("../../watchdog.js").watchEngine(); require("node:net").createServer().listen(0, "127.0.0.1");',
    );
  });

  beforeEach(async () => {
    engine = net.createServer((socket) => socket.on("error", () => undefined).resume());
    await new Promise<void>((ready) => engine.listen(0, "127.0.0.1", ready));
  });

  afterEach(() => {
    engine.close();
    child?.kill("SIGKILL");
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const address = (): string => `127.0.0.1:${(engine.address() as AddressInfo).port}`;
  const looks = async (count: number): Promise<void> => {
    await new Promise<void>((resolve) => {
      let seen = 0;
      engine.on("connection", () => {
        if (++seen === count) resolve();
      });
    });
  };

  test("lives while the engine does, and ends after it", async () => {
    child = spawn(process.execPath, [script, address()], { stdio: "ignore" });
    const ended = new Promise<number | null>((resolve) => child?.on("exit", resolve));
    await looks(2);
    expect(child.exitCode).toBeNull();
    engine.close();
    expect(await ended).toBe(1);
  });

  test("that has nothing more to do is not kept alive by the watching", async () => {
    const idle = path.join(folder, "idle/cmd/dynamic-provider/index.js");
    mkdirSync(path.dirname(idle), { recursive: true });
    writeFileSync(idle, `require(${JSON.stringify(path.join(folder, "watchdog.js"))}).watchEngine();`);
    child = spawn(process.execPath, [idle, address()], { stdio: "ignore" });
    expect(await new Promise((resolve) => child?.on("exit", resolve))).toBe(0);
  });
});
