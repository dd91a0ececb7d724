import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { openStack } from "../../../tools/stack/stack.cjs";
import { pathWithPlugin } from "../../../tools/plugin.mjs";

/** @type {typeof import("../../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../../dist/emulator/index.js");

/**
 * What a preview refuses that only shows among several components.
 *
 * @param {import("../../../tools/clouds/index.cjs").CloudFacts} facts
 * @param {import("../../support/report.mjs").Check} check
 */
export async function makeMistakes({ cloud, settings, vpcs }, check) {
  const emulator = await startEmulator({});
  const peering = (
    /** @type {string} */ name,
    /** @type {string} */ from,
    /** @type {string} */ to,
  ) => `  ${name}:
    type: vpc-peering:index:VpcPeering
    properties: { cloud: ${cloud}, requester: { vpcId: ${from} }, accepter: { vpcId: ${to} } }
`;
  const [hub, app] = [vpcs.hub.vpcId, vpcs.app.vpcId];
  const runtime = { manifest: "name: peerings\nruntime: yaml\n", file: "Main.yaml" };
  const program = `resources:\n${peering("there", hub, app)}${peering("and-back", app, hub)}`;
  const stack = await openStack({ emulator, program, runtime, set: { PATH: pathWithPlugin() } });
  try {
    const keys = JSON.stringify({ ...settings.a, endpoint: emulator.url });
    await stack.ok("config", "set", "--secret", `vpc-peering:${cloud}`, keys);
    await check("a preview refuses two peerings of the same VPCs, and names both", async () => {
      const said = await stack.fails("preview");
      assert.match(said, /"(there|and-back)" and "(there|and-back)" both connect/);
      assert.doesNotMatch(said, /\n +at /);
    });
  } finally {
    await stack.close();
  }
}
