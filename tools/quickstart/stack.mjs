import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { engineBin } from "../engine/environment.cjs";
import { stop } from "../process.cjs";
import { root } from "../root.mjs";
import { stopwatch } from "../say.mjs";
import { openProject } from "../stack/project.cjs";
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
  const project = openProject({
    folder,
    // The engine writes a stack's config beside the project file it is given: here a copy, so not into the checkout.
    manifest: readFileSync(join(root, cloud.project, "Pulumi.yaml"), "utf8"),
    colours: inColour,
    // Types are checked by npm run check; here it would only cost time.
    set: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  });
  const configFile = join(project.path, `Pulumi.${stackName}.yaml`);

  /**
   * @param {string} step
   * @param {string[]} args
   * @param {{ cwd?: string, onLine?: (line: string) => void }} [options]
   */
  const pulumi = async (step, args, options) => {
    if (!existsSync(join(engineBin, "pulumi"))) throw new Failure(step, noEngine);
    const running = project.start(args, { ...options, ownGroup: true });
    const end = await Promise.race([running.ended, emulator.lastWords]);
    if (typeof end === "string") {
      // Else the engine would go on asking a cloud that is not there.
      await stop(running.pid);
      throw new Failure(step, noEmulator(end, running.output()));
    }
    if (end.code !== 0) throw new Failure(step, failed(args, end.code, end.output));
  };

  await pulumi("making a stack", ["stack", "init", stackName, "--non-interactive"]);
  const config = { endpoint: emulator.url, ...cloud.config(cloud.facts) };
  await pulumi("writing the stack's config", ["config", "set-all", "--stack", stackName, ...flags(config)]);

  return {
    async run(step, args) {
      command(`pulumi ${args.join(" ")}`);
      const elapsed = stopwatch();
      const isConfig = args[0] === "config";
      await pulumi(step, [...args, "--stack", stackName, ...(isConfig ? [] : quiet(configFile))], {
        cwd: isConfig ? project.path : join(root, cloud.project),
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

/** Keys are kept as secrets. @param {Record<string, string | undefined>} config */
function flags(config) {
  return Object.entries(config).flatMap(([key, value]) => [
    /Secret(Id|Key)$/.test(key) ? "--secret" : "--plaintext",
    `${key}=${String(value)}`,
  ]);
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
