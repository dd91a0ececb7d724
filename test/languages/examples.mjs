import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { clouds } from "../../tools/clouds/index.cjs";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import { run } from "../../tools/process.cjs";
import { root } from "../../tools/root.mjs";
import { openStack } from "../../tools/stack/stack.cjs";

/** @type {typeof import("../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../dist/emulator/index.js");

/**
 * An example in another language than TypeScript: two accounts, on Alibaba Cloud.
 *
 * @typedef {object} Example
 * @property {string} folder of examples/
 * @property {{name: string, command: readonly string[]}} [lint] what finds fault with it without running it
 * @property {NodeJS.ProcessEnv} set variables for the engine, the program and that command
 */

const { settings, vpcs, noLimits } = clouds.alicloud;
const CONFIG = {
  hubRegion: vpcs.hub.region,
  hubVpc: vpcs.hub.vpcId,
  hubAccessKey: settings.a["accessKey"],
  hubSecretKey: settings.a["secretKey"],
  partnerRegion: vpcs.afar.region,
  partnerVpc: vpcs.afar.vpcId,
  partnerAccessKey: settings.b["accessKey"],
  partnerSecretKey: settings.b["secretKey"],
};

/**
 * Looks an example over, and has it run where it is.
 *
 * @param {Example} example
 * @param {import("../support/report.mjs").Check} check
 */
export async function tryOut({ folder, lint, set }, check) {
  const program = join(root, "examples", folder);
  if (lint !== undefined)
    await check(`${lint.name} finds no fault with it`, async () => {
      const [command = "", ...args] = lint.command;
      const { code, output } = await run(command, args, { cwd: program, env: { ...process.env, ...set } });
      assert.equal(code, 0, output);
    });
  await check("it connects two accounts' VPCs, with routes, and takes all away again", () =>
    live(program, set),
  );
}

/** @param {string} program @param {NodeJS.ProcessEnv} set */
async function live(program, set) {
  const emulator = await startEmulator({ world: { timings: AT_ONCE, limits: noLimits } });
  // Its config and state stay outside of the checkout.
  const manifest = readFileSync(join(program, "Pulumi.yaml"), "utf8");
  const runtime = { manifest, file: "Pulumi.yaml" };
  const stack = await openStack({ emulator, program: manifest, runtime, set });
  try {
    const pairs = Object.entries({ ...CONFIG, endpoint: emulator.url }).flatMap(([name, value]) => [
      name.endsWith("SecretKey") ? "--secret" : "--plaintext",
      `${name}=${value}`,
    ]);
    await stack.ok("config", "set-all", ...pairs);
    const here = ["--cwd", program, "--stack", "dev", "--config-file", join(stack.folder, "Pulumi.dev.yaml")];

    await stack.ok("up", "--yes", "--skip-preview", ...here);
    const [row] = await stack.peerings();
    assert.deepEqual([row?.name, row?.status], ["hub-partner", "active"]);
    const outputs = JSON.parse(await stack.ok("stack", "output", "--json"));
    assert.deepEqual(outputs, {
      connectionId: row?.id,
      status: "active",
      routes: {
        requester: [{ table: "vtb-bp1hub01", destination: "10.9.0.0/16", status: "present" }],
        accepter: [{ table: "vtb-2zepartner02", destination: "10.0.0.0/16", status: "present" }],
      },
    });
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes", ...here);
    await stack.ok("destroy", "--yes", "--skip-preview", ...here);
    assert.deepEqual(
      (await stack.peerings()).filter(({ deleted }) => !deleted),
      [],
    );
  } finally {
    await stack.close();
  }
}
