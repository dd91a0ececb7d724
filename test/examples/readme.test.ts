import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { reach } from "../engine/reach";
import type { Stack } from "../engine/support";
import { openStack } from "../engine/support";
import { shownCloud } from "./shownCloud";

const { settings, vpcs } = shownCloud;

/** The program that stands first under a heading of the README, after lines that it needs, as JavaScript. */
async function programUnder(heading: string, before = ""): Promise<string> {
  const page = await readFile(join(__dirname, "../../README.md"), "utf8");
  const [, program] = new RegExp(`\n## ${heading}\n[^#]*?\`\`\`ts\n(.*?)\`\`\``, "s").exec(page) ?? [];
  if (program === undefined) throw new Error(`The README has no program under "${heading}".`);
  const jsc = { target: "es2022", parser: { syntax: "typescript" } } as const;
  return transformSync(before + program, { jsc, module: { type: "commonjs" } }).code;
}

/** Runs a program until there is nothing to do, looks whether packets then find their way, and takes all down again. */
async function live(stack: Stack, connection: object, [from, to]: readonly [string, string]): Promise<void> {
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await stack.peerings()).toMatchObject([{ status: "active", ...connection }]);
  expect((await reach(stack, from, to)).reaches).toBe(true);
  await stack.newCalls();
  await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  expect(await stack.newCalls()).toEqual([]);
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  expect((await reach(stack, from, to)).reaches).toBe(false);
}

test("the README's first program makes a connection and the routes of both VPCs; again, it calls nothing", async () => {
  const stack = await openStack(await programUnder("A connection"));
  const config = Object.entries({ ...settings.a, endpoint: stack.emulator.url });
  const pairs = config.flatMap(([name, value]) => ["--secret", `alicloud:${name}=${value}`]);
  await stack.ok("config", "set-all", ...pairs);
  await live(stack, { name: "app-data", bandwidth: 200 }, ["vpc-bp1app01", "vpc-2zedata01"]);
});

test("the README's program of two accounts takes the keys of each from its profile", async () => {
  const ids = `const hubVpcId = "${vpcs.hub.vpcId}", spokeVpcId = "${vpcs.afar.vpcId}";\n`;
  const program = await programUnder("Between two accounts", ids);
  // Where the emulator is has to be said to each instance.
  const stack = await openStack(program.replaceAll("region:", "endpoint: process.env.EMULATOR, region:"));
  const profiles = Object.entries({ hub: settings.a, spoke: settings.b }).map(([name, keys]) => ({
    name,
    mode: "AK",
    access_key_id: keys["accessKey"],
    access_key_secret: keys["secretKey"],
  }));
  const folder = join(String(stack.environment["HOME"]), ".aliyun");
  await mkdir(folder);
  await writeFile(join(folder, "config.json"), JSON.stringify({ profiles }));
  const { a, b } = shownCloud.accounts;
  const sides = { requester: { account: a }, accepter: { account: b } };
  await live(stack, { name: "hub-spoke", ...sides }, [vpcs.hub.vpcId, vpcs.afar.vpcId]);
});
