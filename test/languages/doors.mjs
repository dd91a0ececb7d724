import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { prelude } from "../../tools/clouds/program.cjs";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { openStack } from "../../tools/stack/stack.cjs";

/** @type {typeof import("../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../dist/emulator/index.js");

const UP = /** @type {const} */ (["up", "--yes", "--skip-preview"]);
const READ = /^(Describe|Get|List|Show|KeystoneList)/;

/** By each door, the types of the resources that carry a peering, and the package of its keys. */
const DOORS = { plugin: "vpc-peering:index:", dynamic: "pulumi-nodejs:dynamic/vpcPeering:" };

/**
 * A stack in JavaScript moves from dynamic resources to the plugin and back, by its config. Nothing is changed in the cloud
 * on the way, and either door can go on with what the other one has left.
 *
 * @param {import("../../tools/clouds/index.cjs").CloudFacts} facts
 * @param {import("../support/report.mjs").Check} check
 */
export async function changeDoors(facts, check) {
  const { cloud, vpcs, actions, noLimits } = facts;
  const emulator = await startEmulator({ world: { timings: AT_ONCE, limits: noLimits } });
  const program = `${prelude(facts)}
new VpcPeering("net", { cloud: "${cloud}", name: config.get("name"), requester: { vpcId: "${vpcs.hub.vpcId}" },
  accepter: { vpcId: "${vpcs.partner.vpcId}", provider: b() }, routes: true }, { provider: a(), customTimeouts: { create: "5m" } });`;
  const stack = await openStack({ emulator, program, set: { PATH: pathWithPlugin() } });
  const cloudNow = async () => [await stack.peerings(), await stack.admin("GET", "/routes")];
  try {
    await stack.config("name", "first");
    await stack.ok(...UP);
    for (const [door, types] of Object.entries(DOORS)) {
      await check(`to the ${door} door, without a call that changes anything`, async () => {
        const before = await cloudNow();
        await stack.config("vpc-peering:door", door);
        await stack.newCalls();
        const preview = await stack.ok("preview", "--diff");
        assert.doesNotMatch(preview, /to replace|\+-|-\+/);
        await stack.ok(...UP);
        assert.deepEqual(
          (await stack.newCalls()).filter((action) => !READ.test(action)),
          [],
        );
        assert.deepEqual(await cloudNow(), before);
        const kinds = (await stack.state()).filter(({ type }) =>
          /:(Connection|Acceptance|Routes)$/.test(type),
        );
        assert.equal(kinds.length, 4);
        assert.deepEqual(
          kinds.filter(({ type }) => !type.startsWith(types)),
          [],
        );
        await stack.ok(...UP, "--expect-no-changes");
        await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      });
      await check(`and the ${door} door changes in place what the other one made`, async () => {
        await stack.config("name", door);
        await stack.newCalls();
        await stack.ok(...UP);
        const writes = (await stack.newCalls()).filter((action) => !READ.test(action));
        assert.deepEqual(writes, [actions.update]);
      });
    }
    await check("destroy leaves nothing", async () => {
      await stack.ok("destroy", "--yes", "--skip-preview");
      assert.deepEqual(
        (await stack.peerings()).filter(({ deleted }) => !deleted),
        [],
      );
    });
  } finally {
    await stack.close();
  }
}
