// Installs the packed package as people do: by each package manager, on each Node.js, in a monorepo, for CommonJS and ESM.
// `npm run test:packages`, or `npm run test:packages -- pnpm` for some of it. Needs the registry.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

import { ensureBuild } from "../../tools/build.mjs";
import { root } from "../../tools/root.mjs";

const execute = promisify(execFile);

/** What every installation has to do: load each entry, in both kinds of module, and start the emulator and a command. */
const CHECKS = {
  "commonjs.cjs": `const { VpcPeering } = require("pulumi-vpc-peering");
const { connection } = require("pulumi-vpc-peering/provider");
const { startEmulator } = require("pulumi-vpc-peering/emulator");
if (typeof VpcPeering !== "function" || typeof connection.check !== "function") process.exit(1);
startEmulator().then(async (emulator) => {
  const answer = await fetch(emulator.url + "/_emulator/world");
  if (!answer.ok) process.exit(1);
  await emulator.close();
});`,
  "module.mjs": `import { VpcPeering, VpcHub } from "pulumi-vpc-peering";
import { startEmulator } from "pulumi-vpc-peering/emulator";
import { connection } from "pulumi-vpc-peering/provider";
if ([VpcPeering, VpcHub, startEmulator].some((one) => typeof one !== "function") || !connection) process.exit(1);`,
};

/** How a package manager is had, installs a file, and where a program's folder then is. */
const MANAGERS = {
  npm: { tool: [], install: ["npm", "install", "--no-audit", "--no-fund"] },
  pnpm: { tool: ["pnpm@10"], install: ["pnpm", "install", "--no-frozen-lockfile"] },
  // yarn heeds what a package says of Node.js, and Pulumi's SDK asks for 22.
  yarn: { tool: ["yarn@1", "node@22"], install: ["yarn", "install", "--no-lockfile"] },
  bun: { tool: ["bun@1"], install: ["bun", "install"] },
};

/** Node.js as npm packages have it: the least that we run on is what runs this script, in CI. */
const NODES = { node22: ["node@22"], node24: ["node@24"] };

const CASES = {
  ...Object.fromEntries(
    Object.entries(MANAGERS).map(([name, manager]) => [name, (place) => installed(place, manager)]),
  ),
  monorepo: (place) => installed(place, MANAGERS.npm, { isMonorepo: true }),
  ...Object.fromEntries(
    Object.entries(NODES).map(([name, tool]) => [
      name,
      (place) => installed(place, { ...MANAGERS.npm, tool }),
    ]),
  ),
};

/**
 * Installs the package in a folder of its own and runs the checks there.
 *
 * @param {{ folder: string, packed: string }} place
 * @param {{ tool: string[], install: string[] }} manager
 */
async function installed({ folder, packed }, { tool, install }, { isMonorepo = false } = {}) {
  const tools = join(folder, "tools");
  const program = join(folder, ...(isMonorepo ? ["packages", "network"] : ["program"]));
  await mkdir(tools, { recursive: true });
  await mkdir(program, { recursive: true });
  await writeFile(join(tools, "package.json"), "{}");
  if (tool.length > 0) {
    await execute("npm", ["install", "--no-audit", "--no-fund", ...tool], { cwd: tools });
  }
  const env = {
    ...process.env,
    PATH: [join(tools, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    CI: "true",
  };
  const dependencies = { "pulumi-vpc-peering": `file:${packed}`, "@pulumi/pulumi": "3.250.0" };
  await writeFile(
    join(program, "package.json"),
    JSON.stringify({ name: "network", version: "1.0.0", dependencies }),
  );
  if (isMonorepo) {
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ private: true, workspaces: ["packages/*"] }),
    );
  }
  const [command, ...args] = install;
  await execute(command, args, { cwd: isMonorepo ? folder : program, env, maxBuffer: 1 << 26 });
  for (const [file, text] of Object.entries(CHECKS)) {
    await writeFile(join(program, file), text);
    await execute("node", [file], { cwd: program, env });
  }
  const bin = join(isMonorepo ? folder : program, "node_modules", ".bin", "vpc-peering-doctor");
  const { stdout: version } = await execute(bin, ["--version"], { cwd: program, env });
  const { stdout: node } = await execute("node", ["--version"], { cwd: program, env });
  return `${version.trim()} on Node.js ${node.trim()}`;
}

const scratch = await mkdtemp(join(tmpdir(), "vpc-peering-packages-"));
try {
  await ensureBuild();
  const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", scratch], { cwd: root });
  const packed = join(scratch, JSON.parse(stdout)[0].filename);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in CASES));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(", ")}: name some of ${Object.keys(CASES).join(", ")}.`);
  for (const [name, run] of Object.entries(CASES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const folder = join(scratch, name);
    try {
      process.stdout.write(`${name}: passed, ${await run({ folder, packed })}\n`);
    } catch (error) {
      process.exitCode = 1;
      process.stdout.write(`${name}: FAILED\n${error.message}\n${error.stderr ?? ""}\n`);
    }
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
