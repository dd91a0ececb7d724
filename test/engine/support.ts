import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Emulator, PeeringRow, RequestRow, WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { engineEnvironment } from "../../tools/engine/environment.cjs";
import { expectNoSecret, expectNoSecretIn, watchArguments } from "./secrets";

// The real engine takes its time.
jest.setTimeout(180_000);

const ROOT = resolve(__dirname, "../..");

/** Everything at once, and nothing refused for its rate: what a test does not ask for does not happen. */
const QUICK: WorldInput = {
  timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 },
  limits: { alicloudPerMinute: 0 },
};

/** What a command of the engine did. */
export interface Outcome {
  code: number;
  /** All that it printed. */
  output: string;
}

/** One resource of a stack's state. */
export interface StateRow {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  initErrors?: string[];
}

/** A command of the engine that goes on. */
export interface Running {
  pid: number;
  /** What it printed so far. */
  output(): string;
  ended: Promise<Outcome>;
}

/** A stack of a program, run by the real engine against an emulator of its own. */
export interface Stack {
  folder: string;
  emulator: Emulator;
  /** Runs `pulumi` with these arguments. */
  pulumi(...args: string[]): Promise<Outcome>;
  /** Starts `pulumi` with these arguments and does not wait for its end. */
  start(...args: string[]): Running;
  /** Runs `pulumi` and fails the test, with all that it printed, unless it exits with 0. */
  ok(...args: string[]): Promise<string>;
  /** Runs `pulumi` and fails the test unless it fails. */
  fails(...args: string[]): Promise<string>;
  write(program: string): Promise<void>;
  config(key: string, value: string): Promise<void>;
  state(): Promise<StateRow[]>;
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The API actions since the last time this was asked. */
  newCalls(): Promise<string[]>;
  requests(): Promise<RequestRow[]>;
  peerings(): Promise<PeeringRow[]>;
  environment: NodeJS.ProcessEnv;
}

const cleanUps: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Makes a stack whose program is this JavaScript; `modules` is where it finds its packages. */
export async function openStack(
  program: string,
  { world = {}, modules = join(ROOT, "node_modules") }: { world?: WorldInput; modules?: string } = {},
): Promise<Stack> {
  const emulator = await startEmulator({ world: merged(QUICK, world) });
  const folder = await mkdtemp(join(tmpdir(), "vpc-peering-test-"));
  cleanUps.push(async () => {
    try {
      // Whatever a test was about: no secret is left behind.
      expectNoSecret("the emulator's log", JSON.stringify(await stack.requests()));
      await expectNoSecretIn(join(folder, "engine", "state"));
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
  const project = join(folder, "project");
  await mkdir(project);
  if (modules !== join(project, "node_modules")) await symlink(modules, join(project, "node_modules"));
  await writeFile(join(project, "Pulumi.yaml"), "name: peerings\nruntime: nodejs\nmain: index.js\n");
  await writeFile(join(project, "package.json"), "{}");
  const environment = engineEnvironment({ folder: join(folder, "engine"), set: { EMULATOR: emulator.url } });
  const admin = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await answer.json();
  };
  let seen = 0;
  const stack: Stack = {
    folder: project,
    emulator,
    environment,
    start: (...args) => start("pulumi", [...args, "--non-interactive"], project, environment),
    pulumi: (...args) => stack.start(...args).ended,
    ok: async (...args) => {
      const { code, output } = await stack.pulumi(...args);
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")} exited with ${code}:\n${output}`);
      return output;
    },
    fails: async (...args) => {
      const { code, output } = await stack.pulumi(...args);
      if (code === 0) throw new Error(`pulumi ${args.join(" ")} should have failed:\n${output}`);
      return output;
    },
    write: (text) => writeFile(join(project, "index.js"), text),
    config: async (key, value) => {
      await stack.ok("config", "set", key, value);
    },
    state: async () => {
      const { deployment } = JSON.parse(await stack.ok("stack", "export")) as {
        deployment: { resources?: StateRow[] };
      };
      return deployment.resources ?? [];
    },
    admin,
    requests: async () => (await admin("GET", "/requests")) as RequestRow[],
    newCalls: async () => {
      const all = await stack.requests();
      const fresh = all.slice(seen).map(({ action }) => action);
      seen = all.length;
      return fresh;
    },
    peerings: async () => (await admin("GET", "/peerings")) as PeeringRow[],
  };
  await stack.write(program);
  await stack.ok("stack", "init", "dev");
  return stack;
}

/**
 * What was printed, without the debugging events among streamed JSON: there Pulumi's SDK tells all that it sends to
 * the engine, of every package.
 */
function withoutDebugEvents(output: string): string {
  const lines = output.split("\n");
  return lines.filter((line) => !/"severity": ?"debug"/.test(line)).join("\n");
}

/** Starts a program. What it prints and what it starts are searched for secrets. */
function start(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const pid = child.pid ?? 0;
  const argumentsSeen = watchArguments(pid);
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr.on("data", (text: Buffer) => (output += text.toString()));
  const closed = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? -1);
    });
  });
  const ended = async (): Promise<Outcome> => {
    const code = await closed.finally(argumentsSeen);
    expectNoSecret(`what ${command} ${args[0] ?? ""} printed`, withoutDebugEvents(output));
    return { code, output };
  };
  return { pid, output: () => output, ended: ended() };
}

function merged(base: WorldInput, over: WorldInput): WorldInput {
  return {
    ...base,
    ...over,
    timings: { ...base.timings, ...over.timings },
    limits: { ...base.limits, ...over.limits },
  };
}

/** The lines that every program of the tests begins with: two accounts, each with its own keys. */
export const PRELUDE = `
const pulumi = require("@pulumi/pulumi");
const { AlicloudProvider, VpcPeering } = require("pulumi-vpc-peering");
const endpoint = process.env.EMULATOR;
const config = new pulumi.Config();
const a = (name = "a", more = {}) => new AlicloudProvider(name, { region: "cn-hangzhou", accessKey: "LTAIfakeA", secretKey: "fakesecretA", endpoint, ...more });
const b = (name = "b", more = {}) => new AlicloudProvider(name, { region: "cn-beijing", accessKey: "LTAIfakeB", secretKey: "fakesecretB", endpoint, ...more });
`;
