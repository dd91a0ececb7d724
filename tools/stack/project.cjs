const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { engineEnvironment } = require("../engine/environment.cjs");
const { start } = require("../process.cjs");

/**
 * Makes a Pulumi project, with the engine's home and the state of its stacks beside it, cut off from the rest of the
 * machine.
 *
 * @param {import("../engine/environment.cjs").EngineIsolation & {manifest: string}} options folder: for all of it;
 *   manifest: the text of its Pulumi.yaml
 */
function openProject({ folder, manifest, ...isolation }) {
  const path = join(folder, "project");
  const engine = join(folder, "engine");
  mkdirSync(path);
  writeFileSync(join(path, "Pulumi.yaml"), manifest);
  const environment = engineEnvironment({ folder: engine, ...isolation });
  return {
    path,
    environment,
    /** Where the engine keeps the stacks. */
    state: join(engine, "state"),
    /** Starts `pulumi` in the project. @param {readonly string[]} args @param {import("../process.cjs").Options} [options] */
    start: (args, options = {}) => start("pulumi", args, { cwd: path, env: environment, ...options }),
  };
}

module.exports = { openProject };
