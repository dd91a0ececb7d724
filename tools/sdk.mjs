// npm run sdk: writes the packages of other languages into sdk/, from schema.json, with Go programs that are built from
// tools/sdk.
//
//   --check   writes nothing, and fails if sdk/ is not what would be written

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

import { runCommand } from "./command.mjs";
import { goBuild, usableGo } from "./engine/go.mjs";
import { oldestGo } from "./engine/modules.mjs";
import { run, tail } from "./process.cjs";
import { root } from "./root.mjs";
import { say, stopwatch } from "./say.mjs";

const SDK = join(root, "sdk");

/** What is built: the generators that Pulumi's current module has, and the one that it had. */
const GENERATORS = { current: ["."], dotnet: ["-modfile", "dotnet.mod", "main.go", "dotnet.go"] };

/** What people write themselves. */
const BY_HAND = ["README.md", "go/go.mod", "go/go.sum", "python/README.md"];

/** What is left where somebody has built or installed a package. */
const LEFT = /(^|\/)(build|bin|obj|__pycache__|[^/]+\.egg-info)\//;

await runCommand(async () => {
  const elapsed = stopwatch();
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-sdk-"));
  try {
    const made = join(folder, "sdk");
    await generate(folder, made);
    if (process.argv.includes("--check")) check(made);
    else put(made);
    say(`sdk: ${String(filesIn(made).length)} files, after ${elapsed()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {string} folder for the programs @param {string} into */
async function generate(folder, into) {
  await usableGo(oldestGo);
  for (const [name, program] of Object.entries(GENERATORS)) {
    const target = join(folder, name);
    await goBuild({ module: join(root, "tools", "sdk"), program, target });
    const { code, output } = await run(target, [join(root, "schema.json"), into]);
    if (code !== 0) throw new Error(`sdk: nothing could be made of schema.json\n${tail(output, 20)}`);
  }
}

/** @param {string} made */
function check(made) {
  const wanted = new Set(filesIn(made));
  const there = new Set(filesIn(SDK));
  const stale = [
    ...[...wanted].filter((name) => !there.has(name) || !isSame(join(made, name), join(SDK, name))),
    ...[...there].filter((name) => !wanted.has(name)),
  ];
  if (stale.length === 0) return;
  throw new Error(
    `sdk: not up to date: run npm run sdk.\n${stale.map((name) => `  sdk/${name}`).join("\n")}`,
  );
}

/** @param {string} made */
function put(made) {
  for (const name of filesIn(SDK)) rmSync(join(SDK, name));
  for (const name of filesIn(made)) {
    mkdirSync(dirname(join(SDK, name)), { recursive: true });
    copyFileSync(join(made, name), join(SDK, name));
  }
}

/** The generated files among those of a folder. @param {string} folder */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !BY_HAND.includes(name) && !LEFT.test(name));
}

/** @param {string} one @param {string} other */
function isSame(one, other) {
  return readFileSync(one).equals(readFileSync(other));
}
