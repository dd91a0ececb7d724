// npm run test:clients: other people's clients, unmodified, against the emulator's command. Of Alibaba Cloud their
// requests as they were once recorded, the two official clients for Node.js, and the official SDKs for Python and, of
// Vpc, for Node.js; of Huawei Cloud the official SDKs for Node.js and Python; of Tencent Cloud the official client for
// Node.js, in each way it signs, and the official command line. All make connections, and routes into them.

import { join } from "node:path";

import { runCommand } from "../../tools/command.mjs";
import { ensureBuild, ensureDependencies } from "../../tools/dependencies.mjs";
import { run, tail } from "../../tools/process.cjs";
import { accountA } from "./alicloud/accounts.mjs";
import { openapiCore, popCore } from "./alicloud/node.mjs";
import { story } from "./alicloud/story.mjs";
import { wire } from "./alicloud/wire.mjs";
import { changeMs, withEmulator } from "./emulator.mjs";
import { ensureNodeSdk } from "./ensureNodeSdk.mjs";
import { ensurePython } from "../../tools/python.mjs";
import { Report } from "../support/report.mjs";
import { ensureTccli } from "./tencentcloud/ensureTccli.mjs";

const folder = import.meta.dirname;
// They end what hangs: nothing fails because the machine is busy.
const wholeRunSeconds = 1_800;
const scriptSeconds = 900;

const PYTHON = {
  name: "python",
  requirements: join(folder, "requirements.txt"),
  proof: "import alibabacloud_vpcpeer20220101, alibabacloud_vpc20160428",
};

/** A connection between the two accounts, for routes to lead to. */
const routed = (
  /** @type {string} */ cloud,
  /** @type {string} */ id,
  /** @type {string[]} */ [from, to],
) => ({
  peerings: [{ cloud, id, requester: { vpcId: from }, accepter: { vpcId: to } }],
});
const alicloudRouted = {
  ...routed("alicloud", "pcc-routes", ["vpc-bp1hub01", "vpc-bp1partner01"]),
  timings: { routeMs: changeMs },
};
const huaweicloudRouted = routed("huaweicloud", "d0000000-0000-4000-8000-000000000001", [
  "a0000000-0000-4000-8000-000000000001",
  "b0000000-0000-4000-8000-000000000001",
]);

/** A connection that another cloud service made and looks after. */
const managed = {
  cloud: "alicloud",
  id: "pcc-managed",
  name: "managed",
  description: "Made by a service",
  tags: { by: "service" },
  requester: { vpcId: "vpc-bp1hub01", account: accountA },
  accepter: { vpcId: "vpc-bp1twin01", account: accountA },
  attributes: { managedService: "SWAS", resourceGroupId: "rg-managed" },
};

await runCommand(async () => {
  const watchdog = setTimeout(() => {
    process.stderr.write(`No end after ${String(wholeRunSeconds)} s: giving up.\n`);
    process.exit(1);
  }, wholeRunSeconds * 1000);
  // Whatever was started ends when this process exits.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.once(signal, () => process.exit(1));
  try {
    await ensureDependencies();
    await ensureBuild();
    await tellStories(await ensurePython(PYTHON));
  } finally {
    clearTimeout(watchdog);
  }
});

/** @param {string} python */
async function tellStories(python) {
  const report = new Report();
  await report.story("Requests as a real client once sent them (test/wire/alicloud.jsonl)", () =>
    wire(report.check),
  );
  for (const [title, open] of /** @type {const} */ ([
    ["@alicloud/openapi-core, signature version 3", openapiCore],
    ["@alicloud/pop-core, signature version 1", popCore],
  ])) {
    await report.story(title, () => withEmulator({}, (emulator) => story(emulator, open, report.check)));
  }
  const huaweicloudSdk = await ensureNodeSdk("huaweicloud");
  const scripts = /** @type {const} */ ([
    [
      "alibabacloud-vpcpeer20220101 for Python",
      { peerings: [managed] },
      [python, join(folder, "alicloud", "sdk.py")],
    ],
    [
      "@alicloud/vpc20160428 for Node.js: routes",
      alicloudRouted,
      [process.execPath, join(folder, "alicloud", "routes.mjs"), await ensureNodeSdk("alicloud")],
    ],
    [
      "alibabacloud-vpc20160428 for Python: routes",
      alicloudRouted,
      [python, join(folder, "alicloud", "routes.py")],
    ],
    [
      "@huaweicloud/huaweicloud-sdk-vpc for Node.js",
      {},
      [process.execPath, join(folder, "huaweicloud", "sdk.mjs"), huaweicloudSdk],
    ],
    [
      "@huaweicloud/huaweicloud-sdk-vpc for Node.js: routes",
      huaweicloudRouted,
      [process.execPath, join(folder, "huaweicloud", "routes.mjs"), huaweicloudSdk],
    ],
    ["huaweicloudsdkvpc for Python", {}, [python, join(folder, "huaweicloud", "sdk.py")]],
    [
      "huaweicloudsdkvpc for Python: routes",
      huaweicloudRouted,
      [python, join(folder, "huaweicloud", "routes.py")],
    ],
    ...["TC3-HMAC-SHA256,POST", "TC3-HMAC-SHA256,GET", "HmacSHA1,POST", "HmacSHA256,GET"].map(
      (manner) =>
        /** @type {const} */ ([
          `tencentcloud-sdk-nodejs-common, ${manner}`,
          {},
          [process.execPath, join(folder, "tencentcloud", "sdk.mjs"), manner],
        ]),
    ),
    ["tccli", {}, [process.execPath, join(folder, "tencentcloud", "tccli.mjs"), await ensureTccli(python)]],
  ]);
  for (const [title, world, command] of scripts) {
    await report.story(title, () => withEmulator(world, ({ url }) => scriptStory([...command, url], report)));
  }
  report.close();
  if (report.failed > 0) process.exitCode = 1;
}

/**
 * Runs a script that prints a line of JSON for each of its checks.
 *
 * @param {string[]} command
 * @param {Report} report
 */
async function scriptStory([program = "", ...args], report) {
  const { code, stdout, output, timedOut } = await run(program, args, {
    env: direct(process.env),
    seconds: scriptSeconds,
  });
  for (const line of stdout.split("\n").filter((each) => each.startsWith('{"name"'))) {
    const { name, error } = JSON.parse(line);
    if (error === null) report.pass(name);
    else report.fail(name, error);
  }
  const end = timedOut ? `no end after ${String(scriptSeconds)} s` : `exit code ${String(code)}`;
  if (code !== 0) report.fail("the script came to its end", `${end}\n${tail(output)}`);
}

/**
 * The environment without what could lead calls to this machine away from it, or other keys into them.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function direct(environment) {
  const foreign = /^(.*_proxy|(ALIBABA_?CLOUD|ALICLOUD|HUAWEICLOUD|HW|TENCENTCLOUD)_.*)$/i;
  const kept = Object.entries(environment).filter(([name]) => !foreign.test(name));
  // Scripts in Python find checks.py in this folder.
  const python = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1", PYTHONUTF8: "1" };
  return { ...Object.fromEntries(kept), NO_PROXY: "*", ...python };
}
