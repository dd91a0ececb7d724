import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { AT_ONCE } from "../../../tools/clouds/world.cjs";
import { openStack } from "../../../tools/stack/stack.cjs";
import { command } from "../commands.mjs";
import { pathWithPlugin } from "../../../tools/plugin.mjs";

/** @type {typeof import("../../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../../dist/emulator/index.js");

/** @typedef {import("../../../tools/clouds/index.cjs").CloudFacts} CloudFacts */
/** @typedef {import("../../../tools/stack/stack.cjs").Stack} Stack */

const UP = /** @type {const} */ (["up", "--yes", "--skip-preview"]);
const READ = /^(Describe|Get|List|Show|KeystoneList)/;

/** The calls that put marks on connections; on Tencent Cloud an unmarked one stays so. */
const MARKS = { alicloud: ["TagResources"], tencentcloud: [], huaweicloud: ["UpdateVpcPeering"] };

/**
 * Takes over what somebody made by hand into a stack of YAML: by the engine's own import, and by this package's command.
 *
 * @param {CloudFacts} facts
 * @param {import("../../support/report.mjs").Check} check
 */
export async function importAll(facts, check) {
  await check(
    "pulumi import takes over a connection, its routes and an acceptance, and writes their lines",
    () =>
      inStack(facts, async (stack, made) => {
        const lines = await imported(stack, facts, made);
        await stack.write(`resources:\n${lines.join("")}`);
        await taken(stack, facts);
      }),
  );
  await check("what vpc-peering-import writes takes over the same", () =>
    inStack(facts, async (stack) => {
      await stack.write(withKeys(await written(stack, facts), facts));
      await taken(stack, facts);
    }),
  );
}

/**
 * A stack without resources, in a cloud where a connection of one's own with a route exists, and one that the other
 * account asked for.
 *
 * @param {CloudFacts} facts
 * @param {(stack: Stack, made: {own: string, asked: string}) => Promise<void>} act
 */
async function inStack({ cloud, vpcs, noLimits }, act) {
  const emulator = await startEmulator({ world: { timings: AT_ONCE, limits: noLimits } });
  const runtime = { manifest: "name: peerings\nruntime: yaml\n", file: "Main.yaml" };
  const stack = await openStack({
    emulator,
    program: "resources: {}\n",
    runtime,
    set: { PATH: pathWithPlugin() },
  });
  try {
    const make = async (/** @type {string} */ name, /** @type {string} */ from, /** @type {string} */ to) => {
      const ends = { requester: { vpcId: from }, accepter: { vpcId: to } };
      const row = await stack.admin("POST", "/peerings", { cloud, status: "active", name, ...ends });
      return /** @type {{id: string}} */ (row).id;
    };
    const own = await make("by-hand", vpcs.hub.vpcId, vpcs.app.vpcId);
    const asked = await make("asked", vpcs.partner.vpcId, vpcs.hub.vpcId);
    const tables = /** @type {{vpcId: string, table: string, main: boolean}[]} */ (
      await stack.admin("GET", "/routes")
    );
    const main = tables.find(({ vpcId, main }) => vpcId === vpcs.hub.vpcId && main);
    const hop = { kind: "peering", id: own };
    await stack.admin("POST", "/routes", { cloud, table: main?.table, destination: "10.1.0.0/16", hop });
    await act(stack, { own, asked });
  } finally {
    await stack.close();
  }
}

/**
 * The program's lines of what the engine imports, by the keys of the stack's config.
 *
 * @param {Stack} stack @param {CloudFacts} facts @param {{own: string, asked: string}} made
 */
async function imported(stack, { cloud, settings, vpcs }, { own, asked }) {
  const keys = JSON.stringify({ ...settings.a, endpoint: stack.emulator.url });
  await stack.ok("config", "set", "--secret", `vpc-peering:${cloud}`, keys);
  const { region } = vpcs.hub;
  const all = {
    net: ["Connection", own],
    "net-routes": ["Routes", `${region}/${own}/${vpcs.hub.vpcId}`],
    yes: ["Acceptance", `${region}/${asked}`],
  };
  const lines = [];
  for (const [name, [kind = "", id = ""]] of Object.entries(all)) {
    const out = join(stack.folder, "lines.yaml");
    const type = `vpc-peering:index:${kind}`;
    await stack.ok("import", type, name, id, "--yes", "--skip-preview", "--protect=false", "--out", out);
    lines.push(readFileSync(out, "utf8").replace(/^resources:\n/, ""));
  }
  return lines;
}

/** The program that the command writes. @param {Stack} stack @param {CloudFacts} facts */
async function written(stack, { cloud, settings, vpcs }) {
  const all = Object.entries({ ...settings.a, endpoint: stack.emulator.url });
  const pairs = all.flatMap(([name, value]) => [
    /^(secretKey|secretId|accessKey)$/.test(name) ? "--secret" : "--plaintext",
    `${cloud}:${name}=${value}`,
  ]);
  await stack.ok("config", "set-all", ...pairs);
  // A program in YAML reads what stands under its project's own name.
  await stack.ok("config", "set-all", ...all.flatMap(([name, value]) => ["--secret", `${name}=${value}`]));
  const region = vpcs.hub.region ?? "";
  const asked = ["--cloud", cloud, "--region", region, "--routes", "--language", "yaml"];
  const { code, stdout, output } = await command(stack, "import", ...asked);
  assert.equal(code, 0, output);
  return stdout;
}

/**
 * The same with what its heading says: the provider is given the settings that the stack's config has.
 *
 * @param {string} program @param {CloudFacts} facts
 */
function withKeys(program, { cloud }) {
  const names = /Read with (.*) of the/.exec(program.replaceAll("\n# ", " "))?.[1]?.split(", ") ?? [];
  assert.ok(names.includes("secretKey") && names.includes("endpoint"), program);
  const lines = names.map((name) => `        ${name}: \${${name}}\n`);
  const configuration = names.map((name) => `  ${name}: { type: string, secret: true }\n`);
  const given = program.replace(`      ${cloud}:\n`, (all) => all + lines.join(""));
  return `config:\n${configuration.join("")}${given}`;
}

/** An up changes nothing but marks, and the next one nothing at all. @param {Stack} stack @param {CloudFacts} facts */
async function taken(stack, { cloud }) {
  const routes = await stack.admin("GET", "/routes");
  await stack.newCalls();
  await stack.ok(...UP);
  const writes = (await stack.newCalls()).filter((action) => !READ.test(action));
  assert.deepEqual(writes, MARKS[/** @type {keyof typeof MARKS} */ (cloud)]);
  assert.deepEqual(await stack.admin("GET", "/routes"), routes);
  await stack.ok(...UP, "--expect-no-changes");
  await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  const rows = await stack.peerings();
  assert.deepEqual(
    rows.map(({ name, status }) => [name, status]),
    [
      ["by-hand", "active"],
      ["asked", "active"],
    ],
  );
}
