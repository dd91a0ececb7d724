import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { isCommand, runCommand } from "./command.mjs";
import { withLock } from "./lock.mjs";
import { root } from "./root.mjs";
import { SOURCES, sourcesIn } from "./packageFiles.cjs";
import { run, tail } from "./process.cjs";
import { say, stopwatch } from "./say.mjs";

/**
 * Compiles the package into dist, unless every compiled file is newer than its source and the settings.
 * Quiet if there is nothing to do.
 *
 * @param {{ folder?: string }} [options] folder: the one with package.json
 */
export async function ensureBuild({ folder = root } = {}) {
  sweep(folder);
  if (isBuilt(folder)) return;
  await withLock(join(folder, ".engine", "build.lock"), async () => {
    if (isBuilt(folder)) return;
    const elapsed = stopwatch();
    const { code, output } = await run("npm", ["run", "build"], { cwd: folder });
    if (code !== 0) throw new Error(`build: npm run build failed\n${tail(output, 40)}`);
    say(`build: npm run build took ${elapsed()}`);
  });
}

/** Takes out of dist what has no source any more. @param {string} folder */
function sweep(folder) {
  const dist = join(folder, "dist");
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist, { recursive: true }).map(String)) {
    const isFile = statSync(join(dist, name), { throwIfNoEntry: false })?.isFile() === true;
    const hasSource = existsSync(join(folder, name.replace(/(\.d\.ts|\.js)$/, ".ts")));
    if (isFile && !(/\.(d\.ts|js)$/.test(name) && hasSource)) rmSync(join(dist, name), { force: true });
  }
}

/** @param {string} folder */
function isBuilt(folder) {
  const settings = readdirSync(folder).filter((name) => /^(package|tsconfig.*)\.json$/.test(name));
  const newestSetting = Math.max(...settings.map((name) => modified(join(folder, name)) ?? 0));
  return SOURCES.flatMap((name) => sourcesIn(folder, name)).every((source) => {
    const built = modified(join(folder, "dist", source.replace(/\.ts$/, ".js")));
    return built !== undefined && built >= newestSetting && built >= (modified(join(folder, source)) ?? 0);
  });
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

if (isCommand(import.meta.url)) await runCommand(ensureBuild);
