// Records what the package of a commit writes: node test/golden/record.mjs COMMIT...
// What it makes is kept in written-by/COMMIT.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} exited with ${status}`);
}

/** @param {string} commit */
function record(commit) {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-golden-"));
  const checkout = join(folder, "checkout");
  const modules = join(folder, "node_modules");
  run("git", ["worktree", "add", "--detach", checkout, commit]);
  try {
    symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
    run("npm", ["run", "build"], { cwd: checkout });
    mkdirSync(modules);
    symlinkSync(checkout, join(modules, "pulumi-vpc-peering"));
    symlinkSync(join(root, "node_modules", "@pulumi"), join(modules, "@pulumi"));
    run("npx", ["jest", "--maxWorkers=1", "--testMatch", "<rootDir>/test/golden/recording.ts"], {
      env: { ...process.env, GOLDEN_COMMIT: commit, GOLDEN_MODULES: modules },
    });
  } finally {
    run("git", ["worktree", "remove", "--force", checkout]);
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const commit of process.argv.slice(2)) record(commit);
