import { chmodSync, copyFileSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { withLock } from "../lock.mjs";
import { run, tail } from "../process.cjs";
import { root } from "../root.mjs";
import { say, stopwatch } from "../say.mjs";
import { ensureEngine } from "./ensure.mjs";
import { goBuild, goEnvironment, usableGo } from "./go.mjs";
import { engineFile, find, oldestGo } from "./modules.mjs";
import { findProgram, isProgram } from "./programs.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

/**
 * The hosts that run programs in other languages than Node.js's: the module whose version hosts/<language>/go.mod has,
 * the package in it that is the host, and a script in it that the host runs programs with.
 *
 * @type {Record<"yaml" | "python" | "go", {module: string, host: string, script?: string}>}
 */
const HOSTS = {
  yaml: { module: "github.com/pulumi/pulumi-yaml", host: "cmd/pulumi-language-yaml" },
  python: {
    module: "github.com/pulumi/pulumi/sdk/v3",
    host: "python/cmd/pulumi-language-python",
    script: "python/cmd/pulumi-language-python-exec",
  },
  go: { module: "github.com/pulumi/pulumi/sdk/v3", host: "go/pulumi-language-go" },
};

/** @typedef {keyof typeof HOSTS} Language */

export const languages = /** @type {Language[]} */ (Object.keys(HOSTS));

/**
 * Sees to it that the engine is there, and runs programs in these languages too.
 *
 * @param {readonly Language[]} wanted
 */
export async function ensureHosts(wanted) {
  await ensureEngine();
  const into = join(root, ".engine");
  await withLock(join(into, "engine.lock"), async () => {
    for (const language of wanted) await ensureHost(language, into);
  });
}

/** @param {Language} language @param {string} into */
async function ensureHost(language, into) {
  const elapsed = stopwatch();
  const { host, script } = HOSTS[language];
  const programs = [host, ...(script === undefined ? [] : [script])].map((file) => basename(file));
  const basis = ["go.mod", "go.sum"].map((name) => engineFile(join("hosts", language, name)));
  const subject = { name: `stamp-${language}.json`, programs, basis };
  if (readStamp(into, subject) !== undefined) return;

  const staging = join(into, "staging");
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    const found = hostOfEngine(programs, into);
    for (const [name, file] of found ?? []) symlinkSync(file, join(staging, name));
    const version = found === undefined ? await build(language, staging) : "the engine's own";
    await start(join(staging, basename(host)));
    for (const name of programs) renameSync(join(staging, name), join(into, "bin", name));
    const way = found === undefined ? "a Go build" : "beside the engine";
    writeStamp(into, subject, { way, version });
    say(`engine: the host of ${language}, ${version} (${way}), is ready after ${elapsed()}`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * The host that an engine of the vendor's comes with, or that is on PATH.
 *
 * @param {readonly string[]} programs
 * @param {string} into
 */
function hostOfEngine(programs, into) {
  const besideEngine = dirname(realpathSync(join(into, "bin", "pulumi")));
  const bin = join(into, "bin");
  /** @type {[string, string][]} */
  const found = [];
  for (const name of programs) {
    const beside = join(besideEngine, name);
    const file =
      besideEngine !== realpathSync(bin) && isProgram(beside)
        ? beside
        : findProgram(process.env.PATH, name, bin);
    if (file === undefined) return undefined;
    found.push([name, file]);
  }
  return found;
}

/** @param {Language} language @param {string} folder @returns {Promise<string>} the version of what was built */
async function build(language, folder) {
  const { module, host, script } = HOSTS[language];
  const at = engineFile(join("hosts", language));
  await usableGo(oldestGo);
  const version = find(join("hosts", language, "go.mod"), new RegExp(`^\\s*${module} v(\\S+)`, "m"));
  say(`engine: building the host of ${language}, ${version}`);
  await goBuild({ module: at, program: [`${module}/${host}`], target: join(folder, basename(host)) });
  if (script !== undefined) {
    const sources = await run("go", ["list", "-m", "-f", "{{.Dir}}", module], {
      cwd: at,
      env: goEnvironment,
    });
    const copy = join(folder, basename(script));
    copyFileSync(join(sources.stdout.trim(), script), copy);
    chmodSync(copy, 0o755);
  }
  return version;
}

/** Starts a host, to see that it can be started. @param {string} program */
async function start(program) {
  // Without an argument it would wait for ever.
  const { output } = await run(program, ["-help"], { seconds: 20 });
  if (!output.includes("Usage")) throw new Error(`engine: ${program} does not start: ${tail(output, 2)}`);
}
