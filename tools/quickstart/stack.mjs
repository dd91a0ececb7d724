import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { engineBin, engineEnvironment } from "../engine/environment.cjs";
import { root } from "../root.mjs";
import { stopwatch } from "../say.mjs";
import { startChild } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { isInterrupted } from "./interrupt.mjs";
import { command, dim, inColour, line } from "./print.mjs";
import { isWorthShowing } from "./trim.mjs";

const stackName = "quickstart";

/**
 * @typedef {object} Stack
 * @property {(step: string, args: string[]) => Promise<void>} run shows a command, runs it on the example, shows the
 *   essence of its output and how long it took
 */

/**
 * Makes a stack of the example, with its state, config and the engine's home in a folder of our own.
 *
 * @param {{ folder: string, cloud: import("./clouds.mjs").Cloud, emulator: import("./emulator.mjs").Emulator }} options
 * @returns {Promise<Stack>}
 */
export async function openStack({ folder, cloud, emulator }) {
  const env = engineEnvironment({
    folder,
    colours: inColour,
    // Types are checked by npm run check; here it would only cost time.
    set: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  });
  // The engine writes a stack's config beside the project file it is given: here a copy, so not into the checkout.
  const project = join(folder, "project");
  mkdirSync(project);
  copyFileSync(join(root, cloud.project, "Pulumi.yaml"), join(project, "Pulumi.yaml"));
  const configFile = join(project, `Pulumi.${stackName}.yaml`);

  /**
   * @param {string} step
   * @param {string[]} args
   * @param {{ cwd: string, onLine?: (line: string) => void }} options
   */
  const pulumi = async (step, args, { cwd, onLine }) => {
    if (!existsSync(join(engineBin, "pulumi"))) throw new Failure(step, noEngine);
    const child = await startChild(join(engineBin, "pulumi"), args, { cwd, env, ...(onLine && { onLine }) });
    const end = await Promise.race([child.ended, emulator.lastWords]);
    if (typeof end === "string") {
      // Else the engine would go on asking a cloud that is not there.
      await child.stop();
      throw new Failure(step, noEmulator(end, child.output()));
    }
    if (end !== 0) throw new Failure(step, failed(args, end, child.output()));
  };

  await pulumi("making a stack", ["stack", "init", stackName, "--non-interactive"], { cwd: project });
  const { plain, secret } = cloud.config(emulator);
  await pulumi(
    "writing the stack's config",
    ["config", "set-all", "--stack", stackName, ...flags("--plaintext", plain), ...flags("--secret", secret)],
    { cwd: project },
  );

  return {
    async run(step, args) {
      command(`pulumi ${args.join(" ")}`);
      const elapsed = stopwatch();
      const isConfig = args[0] === "config";
      await pulumi(step, [...args, "--stack", stackName, ...(isConfig ? [] : quiet(configFile))], {
        cwd: isConfig ? project : join(root, cloud.project),
        onLine: (each) => !isInterrupted() && isWorthShowing(each) && line(`    ${each.trimEnd()}`),
      });
      if (!isConfig) line(dim(`    (${elapsed()})`));
    },
  };
}

/** @param {string} configFile */
function quiet(configFile) {
  return ["--config-file", configFile, "--non-interactive", "--color", inColour ? "always" : "never"];
}

/**
 * @param {string} flag
 * @param {Record<string, string>} values
 */
function flags(flag, values) {
  return Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
}

const noEngine = {
  reason: "There is no Pulumi engine in .engine/bin any more.",
  remedy: "npm run engine, then run this again.",
};

/** @param {string[]} args @param {number | null} code @param {string} output */
function failed(args, code, output) {
  return {
    reason: `pulumi ${String(args[0])} ended with ${code === null ? "a signal" : `exit code ${String(code)}`}.`,
    output,
    remedy:
      "Look at the first error above. To look around in the stack afterwards, run this again with --keep.",
  };
}

/** @param {string} words @param {string} output */
function noEmulator(words, output) {
  return {
    reason: `The emulator has ended meanwhile, and said: ${words}`,
    output,
    remedy: "Run this again.",
  };
}
