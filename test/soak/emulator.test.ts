import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RequestRow } from "../../emulator";
import { Deadline, systemClock } from "../../src/io/clock";
import type { Cloud, Context } from "../../src/provider/clouds/cloud";
import { cloudModule } from "../../src/provider/clouds/registry";
import { AT_ONCE, vpcIdOf, worldOf } from "../../tools/clouds/world.cjs";
import { adminOf } from "../../tools/stack/admin.cjs";
import type { TestCloud } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";
import { growthIn, isFull, LOOKABLE, lookedAt } from "./flat";

const REQUESTS = isFull ? 100_000 : 5_000;
const KEPT = 500;
const SPOKES = 50;
const CLOUDS = Object.values(clouds);

/** A world with all clouds, each with a hub and spokes, that keeps little of what is over. */
function world(): object {
  const worlds = CLOUDS.map((under) => worldOf(under, { own: SPOKES, partners: 0 }));
  return Object.assign({}, ...worlds, {
    timings: AT_ONCE,
    keep: { requests: KEPT, deletedPeerings: 50 },
    limits: Object.assign({}, ...worlds.map(({ limits }) => limits)) as object,
    quotas: Object.assign({}, ...worlds.map(({ quotas }) => quotas)) as object,
  }) as object;
}

/** The emulator as the package ships it, in a process of its own. */
async function started() {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-soak-"));
  writeFileSync(join(folder, "world.json"), JSON.stringify(world()));
  const cli = resolve(__dirname, "../../dist/emulator/cli.js");
  const args = [...LOOKABLE, cli, "--world", join(folder, "world.json")];
  const emulator = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  let printed = "";
  emulator.stdout?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  while (!printed.includes("\n")) await once(emulator.stdout as NonNullable<typeof emulator.stdout>, "data");
  const { url } = JSON.parse(printed) as { url: string };
  const end = async (): Promise<void> => {
    emulator.kill("SIGTERM");
    await once(emulator, "close");
    rmSync(folder, { recursive: true });
  };
  return { emulator, url, end };
}

const context: Context = {
  clock: systemClock,
  deadline: new Deadline(systemClock, 3_600_000),
  report: () => undefined,
  warn: () => undefined,
};

/** The life of a connection of the hub with one spoke, number so many of all: 5 requests. */
async function life(under: TestCloud, cloud: Cloud, n: number): Promise<void> {
  const { region } = under.vpcs.hub;
  const side = (vpc: number) => ({ vpcId: vpcIdOf(under, vpc), region, account: under.accounts.a });
  const seed = { marker: `life-${n}`, attempt: 0 };
  const spec = { name: `life-${n}`, requester: side(0), accepter: side(1 + (n % SPOKES)), owner: seed };
  const id = await cloud.create({ spec, seed }, context);
  await cloud.get({ id, region }, context);
  await cloud.find?.(spec, context);
  await cloud.delete({ id, region, seed, force: false }, context);
  expect(await cloud.get({ id, region }, context)).toBeUndefined();
}

test(`after ${REQUESTS} requests the emulator keeps as many as its world says, and holds no more memory`, async () => {
  const { emulator, url, end } = await started();
  try {
    const opened = await Promise.all(
      CLOUDS.map(async (under) => {
        const settings: Record<string, unknown> = { endpoint: url, ...under.settings.a };
        const module = await cloudModule(under.cloud);
        return { under, cloud: module.open((key) => settings[key.replace(`${under.cloud}:`, "")]) };
      }),
    );
    const looks = await lookedAt(emulator, REQUESTS / 5, async (n) => {
      const { under, cloud } = opened[n % opened.length] as (typeof opened)[number];
      await life(under, cloud, n);
    });
    const admin = adminOf(url);
    const rows = (await admin("GET", "/requests")) as RequestRow[];
    const last = rows.at(-1)?.seq ?? 0;
    expect(last).toBeGreaterThanOrEqual(REQUESTS);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: KEPT }, (_, i) => last - KEPT + 1 + i));
    expect(await admin("GET", "/requests/dropped")).toEqual({ dropped: last - KEPT });
    expect(growthIn(looks)).toBeLessThanOrEqual(0.05);
  } finally {
    await end();
  }
});
