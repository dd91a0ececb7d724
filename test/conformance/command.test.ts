import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudName, Emulator, FaultInput, RequestRow } from "../../emulator";
import { startEmulator } from "../../emulator";
import { parseWorld } from "../../emulator/world/world";
import { clouds as emulated } from "../../emulator/clouds";
import { adminOf } from "../../tools/stack/admin.cjs";
import { clouds as allClouds } from "../clouds/index.cjs";
import { clouds, emulating, leftIn } from "./support";
import { worldOf } from "./worlds";

// The command as it is installed, in a process of its own, in real time.
const COMMAND = join(__dirname, "../../dist/src/cli/conformance/cli.js");

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Command {
  process: ChildProcess;
  /** What came of it: the exit code, and all that it printed. */
  end: Promise<{ code: number | null; output: string }>;
  report: string;
}

function conformance(cloud: CloudName, { url }: Pick<Emulator, "url">, args: string[]): Command {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  folders.push(folder);
  const { config, variables } = worldOf(cloud);
  const [file, report] = [join(folder, "config.json"), join(folder, "report.json")];
  writeFileSync(file, JSON.stringify({ endpoint: url, ...config }));
  const all = [COMMAND, "--cloud", cloud, "--config", file, "--report", report, ...args];
  const child = spawn(process.execPath, all, { cwd: folder, env: { ...process.env, ...variables } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (output += text.toString()));
  const end = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on("close", (code) => {
      resolve({ code, output });
    }),
  );
  return { process: child, end, report };
}

const requests = async ({ url }: Emulator) => (await adminOf(url)("GET", "/requests")) as RequestRow[];

async function plant({ url }: Emulator, fault: FaultInput): Promise<void> {
  await adminOf(url)("POST", "/faults", fault);
}

/** Waits until the emulator holds a call of an action back. */
async function held(emulator: Emulator, action: string): Promise<void> {
  while (!(await requests(emulator)).some((row) => row.action === action && row.httpStatus === null))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A probe that every cloud has, and that asks for a connection first. */
const PROBED = "deadBlocksPair";

describe.each(clouds)("%s", (cloud) => {
  const { config, variables, reject } = worldOf(cloud);

  test("a run that was killed is cleaned up, and what others have made stays", async () => {
    const emulator = await emulating(cloud, {});
    const { first, second, third } = config.vpcs;
    const mark = allClouds[cloud].marked("0123456789abcdef01234567");
    const theirs = [
      // Not even the name of a run's connections is a mark, and a stack's mark is not that of a run.
      { name: "vpc-peering-conformance", requester: second, accepter: third },
      { name: "of a stack", requester: first, accepter: third, ...mark },
    ];
    const admin = adminOf(emulator.url);
    for (const body of theirs) await admin("POST", "/peerings", { cloud, ...body });
    const before = await leftIn(emulator);
    expect(before).toHaveLength(2);

    await plant(emulator, { cloud, action: reject, times: 1, fault: { type: "hold" } });
    const run = conformance(cloud, emulator, ["--only", PROBED, "--yes"]);
    await held(emulator, reject);
    run.process.kill("SIGKILL");
    await run.end;
    await admin("DELETE", "/faults");
    expect(await leftIn(emulator)).toHaveLength(3);

    const { code, output } = await conformance(cloud, emulator, ["--clean"]).end;
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/^removed connection \S+\n$/) as string,
    });
    expect(await leftIn(emulator)).toEqual(before);
  });

  test("a run writes a report that the emulator takes as its world, without a secret or anybody's id", async () => {
    const emulator = await emulating(cloud, {});
    const run = conformance(cloud, emulator, ["--only", PROBED, "--yes"]);
    const { code, output } = await run.end;
    expect(output).toContain("0 not found out");
    expect(code).toBe(0);
    const text = readFileSync(run.report, "utf8");
    const { [cloud]: world } = parseWorld(emulated, JSON.parse(text), "The report");
    expect(world.guesses).toEqual(emulator.world[cloud].guesses);
    const accounts = Object.values(config.accounts as Record<string, { projectId?: string }>);
    const ids = [...Object.values(variables), ...accounts.flatMap(({ projectId }) => projectId ?? [])];
    for (const id of [...ids, "1000000000000001", "100000000001"]) expect(text + output).not.toContain(id);
    expect(await leftIn(emulator)).toEqual([]);
  });
});

test("Ctrl-C ends a run after the probe that is running, and nothing is left", async () => {
  const emulator = await emulating("alicloud", {});
  const action = "GetVpcPeerConnectionAttribute";
  await plant(emulator, { cloud: "alicloud", action, times: 1, fault: { type: "hold" } });
  const run = conformance("alicloud", emulator, ["--yes"]);
  await held(emulator, action);
  run.process.kill("SIGINT");
  await adminOf(emulator.url)("DELETE", "/faults");
  const { code, output } = await run.end;
  expect(output).toContain("skipped, the run was stopped");
  expect(code).toBe(1);
  expect(await leftIn(emulator)).toEqual([]);
});

test("without --yes no call is made, and all that would be is told", async () => {
  const emulator = await startEmulator();
  try {
    const { code, output } = await conformance("alicloud", emulator, []).end;
    expect(code).toBe(0);
    expect(output).toMatch(/^\d+ probes ask \d+ settings\./);
    expect(output).toContain("Makes a connection within one region, and routes into it. Costs nothing");
    expect(output).toContain("Nothing was done: add --yes to ask.");
    expect(await requests(emulator)).toEqual([]);
  } finally {
    await emulator.close();
  }
});

test("with --read-only nothing is written", async () => {
  const emulator = await emulating("huaweicloud", {});
  const { code } = await conformance("huaweicloud", emulator, ["--read-only"]).end;
  expect(code).toBe(0);
  const actions = (await requests(emulator)).map(({ action }) => action);
  expect(actions.filter((action) => !/^(Describe|Get|List|Show|Keystone)/.test(action))).toEqual([]);
});

test.each([
  [{ accounts: { own: { secretKey: "AKIDsecret" } } }, "accounts.own.secretKey must not be in a file"],
  [
    { accounts: { own: { environment: { accessKey: "NO_SUCH_VARIABLE" } } } },
    "the variable NO_SUCH_VARIABLE is not set",
  ],
  [{ vpcs: { first: { vpcId: "vpc-1" } } }, "vpcs.first.region"],
  [
    { vpcs: { first: { vpcId: "vpc-1", region: "a" }, foreign: { vpcId: "vpc-2", region: "a" } } },
    "vpcs.foreign needs accounts.other",
  ],
  [{ vpcs: { first: { vpcId: "vpc-1", region: "a" }, second: { vpcId: "vpc-1", region: "a" } } }, "twice"],
  [
    { vpcs: { first: { vpcId: "vpc-1", region: "a" }, far: { vpcId: "vpc-2", region: "a" } } },
    "another region",
  ],
  [{ vpc: {} }, "vpc"],
])(
  "a config that is wrong is refused, with the mark of Windows' tools before it, too: %j",
  async (part, words) => {
    const folder = mkdtempSync(join(tmpdir(), "conformance-"));
    folders.push(folder);
    const file = join(folder, "config.json");
    const config = { vpcs: { first: { vpcId: "vpc-1", region: "a" } }, ...part };
    writeFileSync(file, `\ufeff${JSON.stringify(config)}`);
    const child = spawn(process.execPath, [COMMAND, "--cloud", "alicloud", "--config", file]);
    let output = "";
    child.stderr.on("data", (text: Buffer) => (output += text.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).not.toContain("AKIDsecret");
  },
);
