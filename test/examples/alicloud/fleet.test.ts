import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openStack } from "../../engine/support";

const FLEET = resolve(__dirname, "../../../examples/fleet");

const vpc = (vpcId: string, second: number) => ({
  vpcId,
  accountId: "1000000000000001",
  region: "cn-hangzhou",
  cidrBlocks: [`10.${second}.0.0/16`],
});

test("a fleet is split by hub, and its stacks run side by side on one cloud and one backend", async () => {
  const hubs = [1, 2, 3, 4];
  const peerings = hubs.flatMap((n) =>
    [1, 2].map((m) => ({ hub: `vpc-bp1hub${n}`, spoke: `vpc-bp1spoke${n}${m}` })),
  );
  const ids = [...new Set(peerings.flatMap(({ hub, spoke }) => [hub, spoke]))];
  const stack = await openStack("", {
    world: { alicloud: { vpcs: ids.map(vpc) } },
    isTypeScript: true,
  });
  for (const file of ["index.ts", "package.json", "Pulumi.yaml", "split.mjs"]) {
    cpSync(join(FLEET, file), join(stack.folder, file));
  }
  writeFileSync(join(stack.folder, "fleet.json"), JSON.stringify(peerings));
  const split = execFileSync(process.execPath, ["split.mjs"], { cwd: stack.folder, encoding: "utf8" });
  expect(split).toMatch(/^8 peerings, 4 stacks: vpc-bp1hub1, /);
  expect(readdirSync(join(stack.folder, "operator"))).toHaveLength(4);
  expect(readFileSync(join(stack.folder, "operator/vpc-bp1hub1.yaml"), "utf8")).toMatch(/kind: Stack/);

  const names = hubs.map((n) => `vpc-bp1hub${n}`);
  Object.assign(stack.environment, {
    ALICLOUD_REGION: "cn-hangzhou",
    ALICLOUD_ACCESS_KEY: "LTAIfakeA",
    ALICLOUD_SECRET_KEY: "fakesecretA",
  });
  for (const name of names) {
    appendFileSync(join(stack.folder, `Pulumi.${name}.yaml`), `  alicloud:endpoint: ${stack.emulator.url}\n`);
    await stack.ok("stack", "init", name);
  }
  await Promise.all(names.map((name) => stack.ok("up", "--yes", "--skip-preview", "--stack", name)));
  const live = (await stack.peerings()).map(
    (row) => `${row.requester.vpcId} ${row.accepter.vpcId} ${row.status}`,
  );
  expect(live.sort()).toEqual(peerings.map(({ hub, spoke }) => `${hub} ${spoke} active`).sort());
});

test("a pair that is listed twice is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-fleet-"));
  const fleet = join(folder, "fleet.json");
  writeFileSync(
    fleet,
    JSON.stringify([
      { hub: "vpc-a", spoke: "vpc-b" },
      { hub: "vpc-b", spoke: "vpc-a" },
    ]),
  );
  const split = (): string =>
    execFileSync(process.execPath, [join(FLEET, "split.mjs"), "--fleet", fleet, "--out", folder], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  expect(split).toThrow(/vpc-b and vpc-a are listed twice/);
  rmSync(folder, { recursive: true });
});
