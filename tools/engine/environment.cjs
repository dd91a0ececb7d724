// CommonJS, because both the set-up scripts and the tests, which jest compiles to CommonJS, load it.

const { mkdirSync } = require("node:fs");
const { delimiter, dirname, join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");
const { clouds } = require("../clouds/index.cjs");

/** What a developer's shell may hold and an isolated run must not see. */
const ambient = [
  /^PULUMI_/,
  ...Object.values(clouds).map(({ variables }) => new RegExp(`^(${variables.join("|")})_`)),
  /^(http|https|all|no|ftp)_proxy$/i,
];

/** @type {typeof import("./environment.cjs").engineBin} */
const engineBin = resolve(__dirname, "..", "..", ".engine", "bin");

/** @type {typeof import("./environment.cjs").engineEnvironment} */
function engineEnvironment({ folder, bin = engineBin, from = process.env, colours = false, set = {} }) {
  const home = resolve(folder, "home");
  const state = resolve(folder, "state");
  // The file backend does not make its own folder.
  for (const path of [home, state]) mkdirSync(path, { recursive: true });

  /** @type {NodeJS.ProcessEnv} */
  const environment = {};
  for (const [name, value] of Object.entries(from)) {
    if (!ambient.some((pattern) => pattern.test(name))) environment[name] = value;
  }

  // The engine runs "node" from PATH: it is to be the one that runs this.
  environment.PATH = [bin, dirname(process.execPath), from.PATH].filter(Boolean).join(delimiter);
  // The clouds' profile files are in the home folder.
  environment.HOME = home;
  environment.PULUMI_HOME = join(home, ".pulumi");
  environment.PULUMI_BACKEND_URL = pathToFileURL(state).href;
  environment.PULUMI_CONFIG_PASSPHRASE = "passphrase";
  environment.PULUMI_SKIP_UPDATE_CHECK = "true";
  environment.PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION = "true";
  // Else a chain of credentials would end with a question to the address where a cloud machine finds its role.
  environment.ALIBABA_CLOUD_ECS_METADATA_DISABLED = "true";

  if (!colours) {
    environment.NO_COLOR = "1";
    // Node warns when it finds both.
    delete environment.FORCE_COLOR;
  }
  return { ...environment, ...set };
}

module.exports = { engineBin, engineEnvironment };
