import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "../../emulator";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import type { Stack } from "../../tools/stack/stack.cjs";
import * as runner from "../../tools/stack/stack.cjs";
import type { TestCloud } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/first-run.md"), "utf8");
const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  bin: Record<string, string>;
};

/** The commands of the page, in their order. */
const commands = [...page.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = ""]) =>
  block.trim().split("\n"),
);

/** What the test itself sees to: where the program is, whose keys, and where the stacks are. */
const SET_UP = /^(mkdir|npm|export|pulumi stack init) /;

const [, program = ""] = /^```js\n([^]*?)^```/m.exec(page) ?? [];

/** Needs no permission of a policy, or one of the whole account, of which the page speaks beside. */
const OF_ACCOUNT = ["GetCallerIdentity", "KeystoneListProjects"];

/** What a cloud calls the permission for an action. */
function permissionFor({ permissions }: TestCloud, action: string): string {
  return `vpc:${permissions === undefined ? action : (permissions[action] ?? `unknown ${action}`)}`;
}

/** The actions of the policy that the page has for a cloud. */
function policyOf(cloud: string): string[] {
  const [, json = "{}"] =
    new RegExp(`<!-- policy: ${cloud} -->\n\n\`\`\`json\n([^]*?)\`\`\``).exec(page) ?? [];
  const policy = JSON.parse(json) as Record<string, Record<string, string[]>[]>;
  const [statement = {}] = policy["Statement"] ?? policy["statement"] ?? [];
  return (statement["Action"] ?? statement["action"] ?? []).filter((action) => !action.startsWith("cdt:"));
}

/** Runs a command of the page, and fails unless it succeeds. */
async function run(stack: Stack, command: string): Promise<void> {
  const [name = "", ...args] = command.split(" ");
  if (name === "pulumi") {
    await stack.ok(...args);
    return;
  }
  const [tool = "", ...more] = args;
  const file = join(stack.folder, "node_modules/pulumi-vpc-peering", bin[tool] ?? "");
  await new Promise<void>((resolve, reject) => {
    const options = { cwd: stack.folder, env: stack.environment };
    execFile(process.execPath, [file, ...more], options, (error, stdout, stderr) => {
      expectNoSecret(command, stdout + stderr);
      if (error === null) resolve();
      else reject(new Error(`${command} exited with ${String(error.code)}:\n${stdout}${stderr}`));
    });
  });
}

test("the page has commands for every step", () => {
  expect(commands.length).toBeGreaterThan(12);
  expect(commands.filter((command) => !SET_UP.test(command) && !/^(pulumi|npx) /.test(command))).toEqual([]);
});

test.each(Object.values(clouds))(
  "$cloud: the first run of the page goes through, and its policy has what it calls and nothing else",
  async (facts) => {
    const { cloud, environment, settings, vpcs } = facts;
    const emulator = await startEmulator();
    const keys = Object.entries(environment).map(([name, variable]) => [variable, settings.a[name]]);
    const stack = await runner.openStack({
      emulator,
      program: program.replace('"alicloud"', JSON.stringify(cloud)),
      set: Object.fromEntries(keys) as NodeJS.ProcessEnv,
    });
    try {
      await stack.config(`${cloud}:endpoint`, emulator.url);
      const reaches = () => stack.admin("GET", `/reach?from=${vpcs.hub.vpcId}&to=${vpcs.app.vpcId}`);
      for (const line of commands.filter((command) => !SET_UP.test(command))) {
        const command = line
          .replace("VPC_A", vpcs.hub.vpcId)
          .replace("VPC_B", vpcs.app.vpcId)
          .replace("--cloud alicloud", `--cloud ${cloud}`);
        await run(stack, command);
        if (line.startsWith("npx vpc-peering-doctor"))
          expect(await reaches()).toMatchObject({ reaches: true });
      }
      expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
      expect(await reaches()).toMatchObject({ reaches: false });

      const actions = new Set((await stack.requests()).map(({ action }) => action));
      const needed = [...actions].filter((action) => !OF_ACCOUNT.includes(action));
      const permissions = new Set(needed.map((action) => permissionFor(facts, action)));
      expect(policyOf(cloud).toSorted()).toEqual([...permissions].toSorted());
    } finally {
      await stack.close();
    }
  },
);
