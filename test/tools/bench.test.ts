import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const load = async <Exports>(name: string): Promise<Exports> =>
  (await import(pathToFileURL(join(__dirname, "../../bench", name)).href)) as Exports;

test("a budget of which nothing is kept is named with its row and cloud", async () => {
  interface Budgets {
    missing: (rows: readonly object[], results: readonly object[]) => string[];
  }
  const { missing } = await load<Budgets>("budgets.mjs");
  const measures = { up: { unit: "s", budget: 3 }, calls: { unit: "" }, loose: { unit: "" } };
  const rows = [{ name: "one", only: ["alicloud", "tencentcloud"], measures }];
  const kept = [{ row: "one", cloud: "alicloud", measures: [{ what: "up", unit: "s", values: [2] }] }];
  expect(missing(rows, kept)).toEqual(['one: nothing is kept of "up" on tencentcloud']);
});

/** A process that looks like a provider's. */
const LIKE_A_PROVIDER = ["-e", "console.log(process.pid); setInterval(() => {}, 1000)", "dynamic-provider"];

// Memory is read from /proc.
const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("memory is that of the bench's own providers, whatever else runs on the machine", async () => {
  interface Memory {
    withMemory: (command: Promise<object>) => Promise<{ memory: number }>;
  }
  const { withMemory } = await load<Memory>("memory.mjs");
  const shell = 'node="$1"; shift; "$node" "$@" >/dev/null 2>&1 & echo $!';
  const stranger = spawnSync("sh", ["-c", shell, "sh", process.execPath, ...LIKE_A_PROVIDER], {
    encoding: "utf8",
  });
  try {
    expect(await withMemory(Promise.resolve({}))).toEqual({ memory: 0 });
    const own = spawn(process.execPath, LIKE_A_PROVIDER, { stdio: ["ignore", "pipe", "inherit"] });
    await once(own.stdout, "data");
    const { memory } = await withMemory(Promise.resolve({}));
    expect(memory).toBeGreaterThan(10);
    own.kill();
    await once(own, "close");
  } finally {
    process.kill(Number(stranger.stdout));
  }
});
