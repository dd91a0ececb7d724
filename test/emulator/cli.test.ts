import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildCli } from "./builtCli";
import { accountA, keyA, v3Client } from "./example";

const { cli, remove } = buildCli();
const folder = mkdtempSync(join(tmpdir(), "vpc-peering-worlds-"));
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(async () => {
  const alive = running
    .splice(0)
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(alive.map((child) => end(child, "SIGKILL")));
});

afterAll(() => {
  remove();
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [cli, ...args]);
  running.push(child);
  return child;
}

async function end(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): Promise<unknown> {
  const exit = once(child, "exit");
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}

async function ready(
  child: ChildProcessWithoutNullStreams,
): Promise<{ url: string; pid: number; world: object }> {
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return JSON.parse(line) as { url: string; pid: number; world: object };
}

/** Runs to the end and returns what was printed. */
async function outcome(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = run(...args);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => (stdout += String(data)));
  child.stderr.on("data", (data) => (stderr += String(data)));
  const [code] = (await once(child, "close")) as [unknown];
  return { code, stdout, stderr };
}

function worldFile(text: string): string {
  const path = join(folder, `world-${Math.random()}.json`);
  writeFileSync(path, text);
  return path;
}

test("prints one line when it is ready, works, and ends on SIGTERM and SIGINT", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const child = run();
    const { url, pid, world } = await ready(child);
    expect(pid).toBe(child.pid);
    expect(await (await fetch(`${url}/_emulator/world`)).json()).toEqual(world);
    expect((await v3Client(url, keyA)("GetCallerIdentity")).body).toMatchObject({ AccountId: accountA });
    expect(await end(child, signal)).toBe(0);
  }
});

test("takes a port, a world file as tools of Windows write it, and a time", async () => {
  const world = worldFile(
    '\ufeff{"alicloud":{"accounts":[{"accountId":"42","accessKeyId":"k","accessKeySecret":"s"}]}}\r\n',
  );
  const child = run("--world", world, "--now", "2030-01-01T00:00:00Z", "--port", "0");
  const { url } = await ready(child);
  const { now } = (await (await fetch(`${url}/_emulator/clock`)).json()) as { now: string };
  expect(now).toMatch(/^2030-01-01/);
  expect(await (await fetch(`${url}/_emulator/world`)).json()).toMatchObject({
    alicloud: { accounts: [{ accountId: "42" }] },
  });
});

test("with --verbose tells each request in a line on stderr, without secrets", async () => {
  const child = run("--verbose");
  const { url } = await ready(child);
  const line = once(createInterface(child.stderr), "line");
  await v3Client(url, keyA)("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-none" });
  const [text] = (await line) as [string];
  expect(text).toMatch(
    / alicloud GetVpcPeerConnectionAttribute by 1000000000000001: 400 ResourceNotFound\.InstanceId$/,
  );
  expect(text).not.toMatch(/fakesecret|LTAI/);
});

test("a port that is taken is named, with what to do", async () => {
  const { url } = await ready(run());
  const { port } = new URL(url);
  expect(await outcome("--port", port)).toEqual({
    code: 1,
    stdout: "",
    stderr: `vpc-peering-emulator: Port ${port} on 127.0.0.1 is taken: stop what listens there, or choose another port (0 picks a free one).\n`,
  });
});

test.each([
  [["--port", "http"], '--port is "http": give a whole number from 0 to 65535'],
  [["--port", "65536"], '--port is "65536"'],
  [
    ["--colour"],
    "Unknown option '--colour'. The options are --port N, --world FILE, --now ISO, --verbose, --help and --version.",
  ],
  [["start"], "Unexpected argument 'start'."],
  [["--now", "noon"], 'now is "noon", which is no time: write one such as 2026-01-31T12:00:00Z.'],
  [["--world", "missing.json"], "World file missing.json does not exist: give the path of a JSON file"],
  [["--world", worldFile("{")], "is not JSON:"],
  [
    ["--world", worldFile('{"timings":{"acceptMs":"soon"}}')],
    'timings.acceptMs is "soon": must be a whole number',
  ],
])("%j ends with one line and no stack", async (args, message) => {
  const { code, stdout, stderr } = await outcome(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("--help says how", async () => {
  const { code, stdout } = await outcome("--help");
  expect(code).toBe(0);
  for (const option of ["--port N", "--world FILE", "--now ISO", "--verbose"])
    expect(stdout).toContain(option);
});

test("the command can be run as a program", () => {
  expect(readFileSync(cli, "utf8").startsWith("#!/usr/bin/env node\n")).toBe(true);
});
