import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { isCommand, runCommand } from "./command.mjs";
import { withLock } from "./lock.mjs";
import { root } from "./root.mjs";
import { run, tail } from "./process.cjs";
import { say, stopwatch } from "./say.mjs";

const sourceFolders = ["src", "emulator", "commandLine"];

/**
 * Compiles the package into dist, unless every compiled file is newer than its source and the settings.
 * Quiet if there is nothing to do.
 *
 * @param {{ folder?: string }} [options] folder: the one with package.json
 */
export async function ensureBuild({ folder = root } = {}) {
  if (isBuilt(folder)) return;
  await withLock(join(folder, ".engine", "build.lock"), async () => {
    if (isBuilt(folder)) return;
    const elapsed = stopwatch();
    const { code, output } = await run("npm", ["run", "build"], { cwd: folder });
    if (code !== 0) throw new Error(`build: npm run build failed\n${tail(output, 40)}`);
    say(`build: npm run build took ${elapsed()}`);
  });
}

/** @param {string} folder */
function isBuilt(folder) {
  const settings = readdirSync(folder).filter((name) => /^(package|tsconfig.*)\.json$/.test(name));
  const newestSetting = Math.max(...settings.map((name) => modified(join(folder, name)) ?? 0));
  return sourceFolders
    .flatMap((name) => sourcesIn(folder, name))
    .every((source) => {
      const built = modified(join(folder, "dist", source.replace(/\.ts$/, ".js")));
      return built !== undefined && built >= newestSetting && built >= (modified(join(folder, source)) ?? 0);
    });
}

/**
 * @param {string} folder
 * @param {string} under
 * @returns {string[]} the TypeScript files there, relative to the folder
 */
function sourcesIn(folder, under) {
  return readdirSync(join(folder, under), { recursive: true })
    .map((name) => join(under, String(name)))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

if (isCommand(import.meta.url)) await runCommand(ensureBuild);
