import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { startEmulator } from "pulumi-vpc-peering/emulator";

const { hub, spokes } = JSON.parse(await readFile(new URL("network.json", import.meta.url), "utf8"));
const accountId = "1000000000000001";
const vpcs = [hub, ...Object.values(spokes)].map((vpc) => ({ ...vpc, accountId }));

// A cloud with the VPCs of network.json and no others. Keys, stack and state are the test's own.
const cloud = await startEmulator({ world: { alicloud: { vpcs } } });
const state = await mkdtemp(join(tmpdir(), "network-"));
let stack;

before(async () => {
  const envVars = { PULUMI_BACKEND_URL: pathToFileURL(state).href, PULUMI_CONFIG_PASSPHRASE: "test" };
  const program = { stackName: "test", workDir: import.meta.dirname };
  stack = await LocalWorkspace.createOrSelectStack(program, { envVars });
  const account = cloud.world.alicloud.accounts.find((one) => one.accountId === accountId);
  await stack.setAllConfig({
    "alicloud:endpoint": { value: cloud.url },
    "alicloud:region": { value: hub.region },
    "alicloud:accessKey": { value: account.accessKeyId },
    "alicloud:secretKey": { value: account.accessKeySecret, secret: true },
  });
});

after(async () => {
  await stack?.destroy({ remove: true });
  await cloud.close();
  await rm(state, { recursive: true, force: true });
});

/** Whether packets find their way from one VPC to another, and their answers back. */
async function reaches(from, to) {
  const answer = await fetch(`${cloud.url}/_emulator/reach?from=${from.vpcId}&to=${to.vpcId}`);
  return (await answer.json()).reaches;
}

test("every spoke reaches the hub, and none another spoke", async () => {
  const { outputs } = await stack.up();
  for (const status of Object.values(outputs.statuses.value)) assert.equal(status, "active");
  const all = Object.entries(spokes);
  for (const [name, spoke] of all) {
    assert.equal(await reaches(spoke, hub), true, `${name} reaches the hub`);
    for (const [other, there] of all)
      if (other !== name) assert.equal(await reaches(spoke, there), false, `${name} reaches ${other}`);
  }
});

test("a second run has nothing to do", async () => {
  await stack.up({ expectNoChanges: true });
});
