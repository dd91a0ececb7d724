import { exec, execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { reach } from "../engine/reach";
import type { Stack } from "../engine/support";
import { openStack } from "../engine/support";
import { shownCloud } from "./shownCloud";

const ROOT = resolve(__dirname, "../..");

const run = promisify(execFile);
const runLine = promisify(exec);

const [hub, app, data] = ["vpc-bp1hub01", "vpc-bp1app01", "vpc-2zedata01"];

/** Templates: what their user answers besides the keys, and who then reaches whom. */
const TEMPLATES = [
  {
    folder: "peering",
    answers: { requesterVpc: app, accepterVpc: data },
    reaches: [[app, data, true]],
  },
  {
    folder: "hub",
    answers: { hubVpc: hub, appVpc: app, dataVpc: data },
    reaches: [
      [app, hub, true],
      [data, hub, true],
      [app, data, false],
    ],
  },
] as const;

/** The one that has its own test, and a workflow. */
const TESTED = "tested-network";

/**
 * Whether each project installs the packed package, which needs the registry and takes minutes: npm run test:packages.
 * If not, npm is a program that links what is installed here.
 */
const IS_INSTALLED = process.env["TEMPLATES"] === "installed";

let scratch: string;
/** Where the templates are, and what npm has to know in a project. */
let templates = join(ROOT, "templates");
let npm: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vpc-peering-templates-"));
  if (IS_INSTALLED) await pack();
  else await link();
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

/** Copies the templates with the packed package in them, as long as the registry has none. */
async function pack(): Promise<void> {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", scratch], { cwd: ROOT });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await cp(templates, join(scratch, "templates"), { recursive: true });
  templates = join(scratch, "templates");
  for (const folder of await readdir(templates)) {
    const file = join(templates, folder, "package.json");
    const manifest = JSON.parse(await readFile(file, "utf8")) as { dependencies: Record<string, string> };
    manifest.dependencies["pulumi-vpc-peering"] = `file:${join(scratch, filename)}`;
    await writeFile(file, JSON.stringify(manifest));
  }
  // The engine's home is another than the machine's, where npm has its settings and its cache.
  const setting = async (name: string) => (await run("npm", ["config", "get", name])).stdout.trim();
  npm = {
    npm_config_cache: await setting("cache"),
    npm_config_userconfig: await setting("userconfig"),
    npm_config_prefer_offline: "true",
  };
}

async function link(): Promise<void> {
  const program = join(scratch, "bin", "npm");
  await mkdir(dirname(program));
  await writeFile(program, `#!/bin/sh\nln -s "${join(ROOT, "node_modules")}" node_modules\n`, {
    mode: 0o755,
  });
}

/** Makes a project of a template, installed, with its stack. */
async function made(stack: Stack, folder: string, answers: Record<string, string> = {}): Promise<string> {
  const { environment } = stack;
  // Types are checked by npm run check; here it would only cost time.
  Object.assign(environment, npm, { PULUMI_NODEJS_TRANSPILE_ONLY: "true" });
  const { PATH = "" } = environment;
  const project = join(scratch, folder);
  const named = ["--name", `my-${folder}`, "--description", "Mine", "--stack", "dev"];
  const given = Object.entries(answers).flatMap(([key, value]) => ["--config", `${key}=${value}`]);
  environment["PATH"] = [join(scratch, "bin"), PATH].join(delimiter);
  await stack.ok("new", join(templates, folder), "--dir", project, "--yes", ...named, ...given);
  environment["PATH"] = PATH;
  const head = async (file: string, lines: number) =>
    (await readFile(join(project, file), "utf8")).split("\n").slice(0, lines);
  expect(await head("Pulumi.yaml", 2)).toEqual([`name: my-${folder}`, "description: Mine"]);
  expect(await head("README.md", 3)).toEqual([`# my-${folder}`, "", "Mine"]);
  return project;
}

test.each(TEMPLATES)("$folder: made and run as its user does it", async (template) => {
  const { folder, answers, reaches } = template;
  const stack = await openStack("", { isTypeScript: true });
  const project = await made(stack, folder, answers);
  const ok = (...args: string[]) => stack.ok(...args, "--cwd", project);

  // The keys, which have no default; and where the emulator is.
  const { accessKey, secretKey } = shownCloud.settings.a;
  const open = [`alicloud:accessKey=${String(accessKey)}`, `alicloud:endpoint=${stack.emulator.url}`];
  await ok("config", "set-all", ...open.flatMap((pair) => ["--plaintext", pair]));
  await ok("config", "set", "--secret", "alicloud:secretKey", String(secretKey));

  await ok("up", "--yes", "--skip-preview");
  for (const [from, to, expected] of reaches) {
    expect([from, to, (await reach(stack, from, to)).reaches]).toEqual([from, to, expected]);
  }
  await stack.newCalls();
  await ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  expect(await stack.newCalls()).toEqual([]);
  await ok("destroy", "--yes", "--skip-preview");
  expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
});

test(`${TESTED}: made as its user does it, the steps of its workflow pass, and its test fails where routes are missing`, async () => {
  const stack = await openStack("", { isTypeScript: true });
  const project = await made(stack, TESTED);
  const run = (line: string) => runLine(line, { cwd: project, env: stack.environment });
  const workflow = await readFile(join(project, ".github/workflows/test.yml"), "utf8");
  const steps = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, line = ""]) => line);
  expect(steps).toEqual(["npm ci", "npm test"]);
  for (const step of IS_INSTALLED ? steps : ["npm test"]) await run(step);

  const program = join(project, "index.ts");
  await writeFile(program, (await readFile(program, "utf8")).replace("routes: true", "routes: false"));
  await expect(run("node --test")).rejects.toMatchObject({
    stdout: expect.stringContaining("app reaches the hub") as string,
  });
});

test.each([...TEMPLATES.map(({ folder }) => folder), TESTED])(
  "%s asks for the secret of a key as for a secret",
  async (folder) => {
    const manifest = await readFile(join(ROOT, "templates", folder, "Pulumi.yaml"), "utf8");
    expect(manifest).toMatch(/^ {4}alicloud:secretKey:\n {6}description: .+\n {6}secret: true$/m);
  },
);
