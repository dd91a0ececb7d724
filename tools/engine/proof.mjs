import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root } from "../root.mjs";
import { run, tail } from "../process.cjs";
import { engineEnvironment } from "./environment.cjs";
import { engineFile } from "./modules.mjs";
import { isAtLeast, oldestVersion, versionIn } from "./programs.mjs";

const upSeconds = 120;

/**
 * Starts the CLI and the language host in a folder, to see that they can be started and are new enough.
 *
 * @param {string} bin
 * @returns {Promise<string>} the version of the CLI
 */
export async function startEngine(bin) {
  return inIsolation(bin, async (_folder, env) => {
    const start = { env, seconds: 20 };
    const [cli, languageHost] = await Promise.all([
      run(join(bin, "pulumi"), ["version"], start),
      // Without an argument it would wait for ever.
      run(join(bin, "pulumi-language-nodejs"), ["-help"], start),
    ]);
    const version = versionIn(cli.stdout);
    if (version === undefined) throw new Error(`it does not tell its version: ${tail(cli.output, 2)}`);
    if (!isAtLeast(version, oldestVersion)) {
      throw new Error(`it is version ${version}; ${oldestVersion} or later is needed`);
    }
    if (!languageHost.output.includes("Usage")) {
      throw new Error(`its pulumi-language-nodejs does not start: ${tail(languageHost.output, 2)}`);
    }
    return version;
  });
}

/**
 * Shows that the engine in a folder brings up a stack with one dynamic resource.
 *
 * @param {string} bin
 */
export async function proveEngine(bin) {
  await inIsolation(bin, async (folder, env) => {
    const program = join(folder, "program");
    cpSync(engineFile("proof"), program, { recursive: true });
    symlinkSync(join(root, "node_modules"), join(program, "node_modules"), "dir");
    for (const args of [
      ["stack", "init", "proof", "--non-interactive"],
      ["up", "--stack", "proof", "--yes", "--skip-preview", "--non-interactive"],
    ]) {
      const { code, output, timedOut } = await run("pulumi", args, { cwd: program, env, seconds: upSeconds });
      const command = `pulumi ${String(args[0])}`;
      if (timedOut) throw new Error(`${command} was not done after ${String(upSeconds)} s\n${tail(output)}`);
      if (code !== 0) throw new Error(`${command} failed\n${tail(output)}`);
    }
  });
}

/**
 * @template T
 * @param {string} bin
 * @param {(folder: string, env: NodeJS.ProcessEnv) => Promise<T>} task
 * @returns {Promise<T>}
 */
async function inIsolation(bin, task) {
  const folder = mkdtempSync(join(tmpdir(), "engine-proof-"));
  try {
    return await task(folder, engineEnvironment({ folder, bin }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
