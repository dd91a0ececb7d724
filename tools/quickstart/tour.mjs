import { callLines } from "./calls.mjs";
import { Failure } from "./failure.mjs";
import { heading, line, proof } from "./print.mjs";
import { reachLines } from "./reach.mjs";

/** @typedef {import("./emulator.mjs").CloudPeering} CloudPeering */

/**
 * The four things to see of a connection, and what they are to packets.
 *
 * @param {object} stage
 * @param {import("./clouds.mjs").Cloud} stage.cloud
 * @param {import("./emulator.mjs").Emulator} stage.emulator
 * @param {import("./stack.mjs").Stack} stage.stack
 */
export async function tour({ cloud, emulator, stack }) {
  const { accounts, title } = cloud.facts;
  const { hubVpc = "", spokeVpc = "" } = cloud.config(cloud.facts);
  const names = { [accounts.a]: "hub", [accounts.b]: "spoke" };
  let seen = 0;

  /** Shows the calls since the last look. */
  const showCalls = async () => {
    const calls = (await emulator.calls()).slice(seen);
    seen += calls.length;
    line(`\n  ${String(calls.length)} API calls to ${title}, from the emulator's log:`);
    for (const each of callLines(calls, names)) line(`    ${each}`);
    line("");
  };

  /**
   * Shows where packets get, which has to be as told.
   *
   * @param {string} when
   * @param {"find their way" | "be lost"} expected
   */
  const showReach = async (when, expected) => {
    const reach = await emulator.reach(hubVpc, spokeVpc);
    line(`  ${when}, a packet`);
    for (const each of reachLines(reach)) line(`      from ${each}`);
    const wanted = expected === "find their way";
    if (reach.forward.reaches === wanted && reach.back.reaches === wanted) return;
    throw new Failure("following packets between the VPCs", {
      reason: `They should ${expected} both ways.`,
      remedy: bug,
    });
  };

  heading(
    "1. Create",
    `${cloud.program}: the hub's account asks for the connection, the spoke's account accepts it, and each writes routes in its own tables.`,
  );
  await showReach("Before", "be lost");
  line("");
  await stack.run("creating the connection", up);
  await showCalls();
  const [peering] = await emulator.peerings();
  if (peering?.status !== "active") {
    throw new Failure("creating the connection", {
      reason: `pulumi up succeeded, but in the cloud the connection is ${peering?.status ?? "not there"}.`,
      remedy: bug,
    });
  }
  proof(`In the cloud: ${peering.id} is ${peering.status}.`);
  for (const end of /** @type {const} */ (["requester", "accepter"])) {
    const { vpcId, region, account } = peering[end];
    line(`      ${end.padEnd(9)} ${vpcId} in ${region}, account ${account} (${names[account] ?? "?"})`);
  }
  await showReach("Now", "find their way");

  heading("2. Again, with nothing changed", "A run that has nothing to do must not even ask the cloud.");
  await stack.run("running up again", upAgain);
  const extra = (await emulator.calls()).slice(seen);
  if (extra.length > 0) {
    throw new Failure("running up again", {
      reason: `It called the cloud ${String(extra.length)} times:\n${callLines(extra, names).join("\n")}`,
      remedy: bug,
    });
  }
  line("");
  proof(`No API call: the emulator's log held ${String(seen)} before and holds ${String(seen)} now.`);

  heading("3. Change", `The preview shows it first. ${cloud.change.why}`);
  await stack.run("changing the config", ["config", "set", cloud.change.key, cloud.change.value]);
  await stack.run("previewing the change", ["preview", "--diff"]);
  line("");
  await stack.run("changing the connection", upAgain);
  await showCalls();
  const [changed] = await emulator.peerings();
  if (changed?.id !== peering.id || !cloud.change.isDone(changed)) {
    throw new Failure("changing the connection", {
      reason: `pulumi up succeeded, but this is what the cloud has now: ${JSON.stringify(changed)}.`,
      remedy: bug,
    });
  }
  proof(`In the cloud: still ${changed.id}, ${changed.status}, with the new value.`);

  heading(
    "4. Destroy",
    "Success means that the connection is gone, not that the cloud promised to remove it.",
  );
  await stack.run("destroying the stack", ["destroy", "--yes", "--skip-preview"]);
  await showCalls();
  const left = await emulator.peerings();
  if (left.length > 0) {
    throw new Failure("destroying the stack", {
      reason: `The cloud still has ${left.map(({ id, status }) => `${id} (${status})`).join(", ")}.`,
      remedy: bug,
    });
  }
  proof("The emulated cloud is empty: no connection is left in either account.");
  await showReach("Again", "be lost");
}

const up = ["up", "--yes", "--skip-preview"];
const upAgain = [...up, "--suppress-outputs"];

const bug = "This is a bug in this package: please report it with all of the output above.";
