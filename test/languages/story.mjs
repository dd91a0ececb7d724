import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { AT_ONCE } from "../../tools/clouds/world.cjs";
import { configOf } from "../../tools/languages/language.mjs";
import { openStack } from "../../tools/stack/stack.cjs";
import { killWhileHeld } from "../support/heldCall.cjs";
import { command, comment } from "./commands.mjs";

/** @type {typeof import("../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../dist/emulator/index.js");

/** @typedef {import("../../tools/clouds/index.cjs").CloudFacts} CloudFacts */
/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */

const UP = /** @type {const} */ (["up", "--yes", "--skip-preview"]);

/** The actions that tell whose keys they are asked with. */
const WHOSE = ["GetCallerIdentity", "KeystoneListProjects"];

/**
 * The life of a connection whose program is in a language: it is cut short, made, changed in place, replaced, brought
 * back from what was done behind its back, and destroyed.
 *
 * @param {import("../../tools/languages/language.mjs").Language} language
 * @param {CloudFacts} facts
 * @param {import("../support/report.mjs").Check} check
 */
export async function tell({ runtime, programFor, set }, facts, check) {
  const emulator = await startEmulator({ world: { timings: AT_ONCE, limits: facts.noLimits } });
  const stack = await openStack({ emulator, program: programFor(facts), runtime, set });
  try {
    await stack.ok("config", "set-all", ...configOf(facts, emulator.url));
    await live(stack, facts, check);
  } finally {
    await stack.close();
  }
}

/** @param {Stack} stack @param {CloudFacts} facts @param {import("../support/report.mjs").Check} check */
async function live(stack, { cloud, actions, vpcs }, check) {
  /** The one connection that there is. */
  const theOne = async () => {
    const [row, ...others] = (await stack.peerings()).filter(({ deleted }) => !deleted);
    assert.ok(row, "there is no connection");
    assert.equal(others.length, 0, `there are ${others.length} connections too many`);
    return row;
  };
  /** Whether packets find their way, and their answers back. @param {string} from */
  const reach = async (from) =>
    /** @type {{reaches: boolean}} */ (
      await stack.admin("GET", `/reach?from=${from}&to=${vpcs.partner.vpcId}`)
    ).reaches;
  /** The API actions of one kind among those since the last look. */
  const changes = async () =>
    (await stack.newCalls()).filter((action) =>
      /** @type {(string | undefined)[]} */ ([actions.create, actions.update, actions.delete]).includes(
        action,
      ),
    );

  await check(
    "an up that was killed in the midst of the create, and another, make one connection",
    async () => {
      await killWhileHeld(stack, { cloud, action: actions.create }, ...UP);
      const { id: orphan } = await theOne();
      const { code, output } = await command(stack, "orphans");
      assert.deepEqual([code, output.includes(orphan)], [2, true], output);
      await stack.ok(...UP);
      const { id, status, name } = await theOne();
      assert.deepEqual([status, name], ["active", "first"]);
      assert.equal(await reach(vpcs.hub.vpcId), true);
      const outputs = JSON.parse(await stack.ok("stack", "output", "--json"));
      assert.deepEqual([outputs.connectionId, outputs.status], [id, "active"]);
      assert.deepEqual(Object.keys(outputs.routes).sort(), ["accepter", "requester"]);
    },
  );

  await check(
    "what the component shows is stored, for programs of other stacks that refer to it",
    async () => {
      const { id } = await theOne();
      const component = (await stack.state()).find(({ type }) => type === "vpc-peering:index:VpcPeering");
      assert.equal(component?.outputs?.["connectionId"], id);
    },
  );

  await check("the doctor sees it with the keys of both accounts, and finds it well", async () => {
    const { code, output } = await command(stack, "doctor");
    assert.match(output, /: 1 well\.\n/);
    assert.equal(code, 0, output);
    assert.equal((await command(stack, "orphans")).code, 0);
  });

  await check("an up of the same program asks nothing but whose keys there are", async () => {
    await stack.newCalls();
    await stack.ok(...UP, "--expect-no-changes");
    const calls = await stack.newCalls();
    assert.deepEqual(
      calls.filter((action) => !WHOSE.includes(action)),
      [],
    );
  });

  await check("a new name is given in place", async () => {
    const { id } = await theOne();
    await stack.config("name", "second");
    await stack.ok(...UP);
    const now = await theOne();
    assert.deepEqual([now.id, now.name], [id, "second"]);
    assert.deepEqual(await changes(), [actions.update]);
  });

  await check("another VPC replaces the connection", async () => {
    const { id } = await theOne();
    await stack.config("hubVpc", vpcs.app.vpcId);
    const said = await comment(stack);
    assert.match(said, /^### .*: 1 to replace$/m);
    assert.match(
      said,
      new RegExp(`requester.vpcId: <code>${vpcs.hub.vpcId}</code> → <code>${vpcs.app.vpcId}</code>`),
    );
    assert.match(said, /requester's routes in .*accepter's routes in /);
    await stack.ok(...UP);
    const now = await theOne();
    assert.notEqual(now.id, id);
    assert.equal(now.requester.vpcId, vpcs.app.vpcId);
    assert.deepEqual((await changes()).sort(), [actions.create, actions.delete].sort());
    assert.equal(await reach(vpcs.app.vpcId), true);
  });

  await check("a refresh sees what was done behind its back, and the next up undoes it", async () => {
    const { id } = await theOne();
    await stack.admin("PATCH", `/peerings/${id}`, { name: "stranger" });
    await stack.ok("refresh", "--yes", "--skip-preview");
    assert.match(await stack.ok("preview", "--diff"), /~ name *: "stranger" => "second"/);
    await stack.ok(...UP);
    const now = await theOne();
    assert.deepEqual([now.id, now.name], [id, "second"]);
    await stack.ok("preview", "--refresh", "--expect-no-changes");
  });

  await check("destroy leaves nothing", async () => {
    await stack.ok("destroy", "--yes", "--skip-preview");
    assert.deepEqual(
      (await stack.peerings()).filter(({ deleted }) => !deleted),
      [],
    );
    assert.equal(await reach(vpcs.app.vpcId), false);
    assert.deepEqual(await stack.state(), []);
  });
}
