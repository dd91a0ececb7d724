import { chmodSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { run, tail } from "../process.cjs";
import { say, stopwatch, withSignsOfLife } from "../say.mjs";
import { cliVersion, engineFile, oldestGo } from "./modules.mjs";
import { isAtLeast } from "./programs.mjs";

/** @type {NodeJS.ProcessEnv} */
const goEnvironment = {
  ...process.env,
  // The sources are those of go.sum, whatever else is set or lies around.
  GOFLAGS: "-mod=readonly -trimpath",
  GOWORK: "off",
  GOTOOLCHAIN: "local",
  // Nothing here needs a C compiler.
  CGO_ENABLED: "0",
};

/**
 * The third way to an engine: a build from source. Go keeps what it compiled, so a second build is quick.
 *
 * @param {string} folder where to put the programs
 * @returns {Promise<Map<string, string>>} where each program is
 */
export async function engineFromGo(folder) {
  const go = await goVersion();
  if (!isAtLeast(go, oldestGo)) throw new Error(`go on PATH is ${go}; ${oldestGo} or later is needed`);

  say(`engine: building Pulumi ${cliVersion} with Go ${go}; the first time takes minutes`);
  const pulumi = join(folder, "pulumi");
  await build(
    "cli",
    "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${cliVersion}`,
    pulumi,
  );
  const languageHost = join(folder, "pulumi-language-nodejs");
  await build(
    "language-host",
    "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    "-s -w",
    languageHost,
  );
  const dynamicProvider = join(folder, "pulumi-resource-pulumi-nodejs");
  copyFileSync(engineFile("pulumi-resource-pulumi-nodejs"), dynamicProvider);
  chmodSync(dynamicProvider, 0o755);

  return new Map([
    ["pulumi", pulumi],
    ["pulumi-language-nodejs", languageHost],
    ["pulumi-resource-pulumi-nodejs", dynamicProvider],
  ]);
}

async function goVersion() {
  // Asked outside of our modules, where a Go that is too old for them would only print an error.
  const answer = await run("go", ["env", "GOVERSION"], { cwd: tmpdir(), env: goEnvironment }).catch(() => {
    throw new Error(`no go on PATH; Go ${oldestGo} or later is needed`);
  });
  const version = /^go(\d+\.\d+(\.\d+)?)/m.exec(answer.stdout)?.[1];
  if (version === undefined)
    throw new Error(`go on PATH does not tell its version: ${tail(answer.output, 1)}`);
  return version;
}

/**
 * @param {string} module the folder with go.mod
 * @param {string} program the package to build
 * @param {string} linkerFlags
 * @param {string} target
 */
async function build(module, program, linkerFlags, target) {
  const elapsed = stopwatch();
  const { code, output } = await withSignsOfLife("engine", () =>
    run("go", ["build", "-ldflags", linkerFlags, "-o", target, program], {
      cwd: engineFile(module),
      env: goEnvironment,
    }),
  );
  if (code !== 0) throw new Error(`go build of ${program} failed\n${tail(output)}`);
  say(`engine: built the ${module === "cli" ? "CLI" : "language host"} in ${elapsed()}`);
}
