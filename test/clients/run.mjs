// npm run test:clients: other people's clients of Alibaba Cloud, unmodified, against the emulator's command. Their
// requests as they were once recorded, the two official clients for Node.js, and the official SDK for Python.

import { join } from "node:path";

import { runCommand } from "../../tools/command.mjs";
import { ensureBuild, ensureDependencies } from "../../tools/dependencies.mjs";
import { run, tail } from "../../tools/run.mjs";
import { accountA, withEmulator } from "./emulator.mjs";
import { openapiCore, popCore, story } from "./node.mjs";
import { ensurePython } from "./python.mjs";
import { Report } from "./report.mjs";
import { wire } from "./wire.mjs";

const wholeRunSeconds = 600;
const pythonSeconds = 120;

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
    await tellStories(await ensurePython());
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
    await report.story(title, () => withEmulator({}, ({ url }) => story(url, open, report.check)));
  }
  await report.story("alibabacloud-vpcpeer20220101 for Python", () =>
    withEmulator({ peerings: [managed] }, ({ url }) => pythonStory(python, url, report)),
  );
  report.close();
  if (report.failed > 0) process.exitCode = 1;
}

/**
 * @param {string} python
 * @param {string} url
 * @param {Report} report
 */
async function pythonStory(python, url, report) {
  const script = join(import.meta.dirname, "vpcpeer.py");
  const { code, stdout, output, timedOut } = await run(python, [script, url], {
    env: direct(process.env),
    seconds: pythonSeconds,
  });
  for (const line of stdout.split("\n").filter((each) => each.startsWith('{"name"'))) {
    const { name, error } = JSON.parse(line);
    if (error === null) report.pass(name);
    else report.fail(name, error);
  }
  const end = timedOut ? `no end after ${String(pythonSeconds)} s` : `exit code ${String(code)}`;
  if (code !== 0) report.fail("the script came to its end", `${end}\n${tail(output)}`);
}

/**
 * The environment without what could lead calls to this machine away from it, or other keys into them.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function direct(environment) {
  const foreign = /^(.*_proxy|(ALIBABA_?CLOUD|ALICLOUD)_.*)$/i;
  const kept = Object.entries(environment).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NO_PROXY: "*", PYTHONDONTWRITEBYTECODE: "1", PYTHONUTF8: "1" };
}
