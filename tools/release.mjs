import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { ensureBuild } from "./build.mjs";
import { isCommand, runCommand } from "./command.mjs";
import { BUDGET, packageFiles } from "./packageFiles.cjs";
import { run, tail } from "./process.cjs";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

const options = /** @type {const} */ ({
  tag: { type: "string" },
  out: { type: "string", default: "release" },
  "dry-run": { type: "boolean", default: false },
});

/**
 * All of a release but the upload: the package, what it stands on, and what its release notes say, in a folder.
 * `--tag vX.Y.Z` has to be the version of package.json; `--dry-run` takes whatever is there.
 */
export async function release() {
  const { tag, out, "dry-run": isDry } = parseArgs({ options }).values;
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!isDry) await refuseUnlessReady(version, tag);
  await ensureBuild();
  const folder = resolve(root, out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  writeFileSync(join(folder, "notes.md"), notesOf(version) ?? notesOf("Unreleased") ?? "");
  say(`release: notes of ${version} are in ${out}/notes.md`);

  const { stdout } = await npm("pack", "--json", "--pack-destination", folder);
  const [packed] = JSON.parse(stdout);
  refuseUnlessSound(packed);
  say(
    `release: ${packed.filename} has ${packed.entryCount} files, ${packed.size} bytes, ${packed.unpackedSize} unpacked`,
  );

  const sbom = await sbomOf();
  writeFileSync(join(folder, "sbom.cdx.json"), sbom);
  say(`release: ${JSON.parse(sbom).components.length} packages are in ${out}/sbom.cdx.json`);

  await npm("publish", "--dry-run", "--access", "public", join(folder, packed.filename));
  say(`release: npm would take ${name} ${version}; nothing was uploaded`);
}

/** @param {string} version @param {string | undefined} tag */
async function refuseUnlessReady(version, tag) {
  if (tag !== `v${version}`) {
    throw new Error(
      `release: the tag is ${tag}, and package.json says ${version}. Tag it v${version}, or change package.json first.`,
    );
  }
  if (notesOf(version) === undefined) {
    throw new Error(
      `release: CHANGELOG.md has no part "## ${version} (date)". Name its part "Unreleased" so.`,
    );
  }
  const { stdout } = await run("git", ["status", "--porcelain"], { cwd: root });
  if (stdout.trim() !== "") throw new Error(`release: not all is committed:\n${stdout}`);
}

/** What CHANGELOG.md says of a version. @param {string} version */
function notesOf(version) {
  const parts = readFileSync(join(root, "CHANGELOG.md"), "utf8").split(/^## /m);
  const part = parts.find((one) => one.startsWith(`${version} (`) || one.startsWith(`${version}\n`));
  return part?.split("\n").slice(1).join("\n").trim();
}

/** @param {{ files: { path: string }[], size: number, unpackedSize: number }} packed */
function refuseUnlessSound({ files, size, unpackedSize }) {
  const [has, meant] = [files.map(({ path }) => path), packageFiles(root)];
  const wrong = [
    ...has.filter((path) => !meant.includes(path)).map((path) => `${path} does not belong into it`),
    ...meant.filter((path) => !has.includes(path)).map((path) => `${path} is missing`),
    ...(size > BUDGET.size ? [`it has ${size} bytes, and may have ${BUDGET.size}`] : []),
    ...(unpackedSize > BUDGET.unpackedSize
      ? [`unpacked it has ${unpackedSize} bytes, and may have ${BUDGET.unpackedSize}`]
      : []),
  ];
  if (wrong.length > 0) throw new Error(`release: the package is not as it should be: ${wrong.join("; ")}.`);
}

/** What the package stands on, in the locked versions. npm cannot tell that of a project with workspaces, so it is given one without. */
async function sbomOf() {
  const scratch = mkdtempSync(join(tmpdir(), "vpc-peering-sbom-"));
  // npm calls what it lists by its folder.
  const folder = join(scratch, "pulumi-vpc-peering");
  mkdirSync(folder);
  try {
    const { name, version, license, dependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version, license, dependencies }));
    copyFileSync(join(root, "package-lock.json"), join(folder, "package-lock.json"));
    await npmIn(folder, "install", "--package-lock-only", "--ignore-scripts", "--prefer-offline");
    const { stdout } = await npmIn(folder, "sbom", "--sbom-format", "cyclonedx", "--package-lock-only");
    return stdout;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {...string} args */
async function npm(...args) {
  return await npmIn(root, ...args);
}

/** @param {string} cwd @param {...string} args */
async function npmIn(cwd, ...args) {
  const outcome = await run("npm", args, { cwd });
  if (outcome.code !== 0) throw new Error(`release: npm ${args[0]} failed\n${tail(outcome.output, 40)}`);
  return outcome;
}

if (isCommand(import.meta.url)) await runCommand(release);
