import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";

import { say } from "../say.mjs";
import { goBuild, usableGo } from "./go.mjs";
import { cliVersion, engineFile, oldestGo } from "./modules.mjs";

/**
 * The third way to an engine: a build from source.
 *
 * @param {string} folder where to put the programs
 * @returns {Promise<Map<string, string>>} where each program is
 */
export async function engineFromGo(folder) {
  const go = await usableGo(oldestGo);
  say(`engine: building Pulumi ${cliVersion} with Go ${go}; the first time takes minutes`);
  const pulumi = join(folder, "pulumi");
  const cliTook = await goBuild({
    module: engineFile("cli"),
    program: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"],
    linkerFlags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${cliVersion}`,
    target: pulumi,
  });
  say(`engine: built the CLI in ${cliTook}`);
  const languageHost = join(folder, "pulumi-language-nodejs");
  const hostTook = await goBuild({
    module: engineFile("language-host"),
    program: ["github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs"],
    target: languageHost,
  });
  say(`engine: built the language host in ${hostTook}`);
  const dynamicProvider = join(folder, "pulumi-resource-pulumi-nodejs");
  copyFileSync(engineFile("pulumi-resource-pulumi-nodejs"), dynamicProvider);
  chmodSync(dynamicProvider, 0o755);

  return new Map([
    ["pulumi", pulumi],
    ["pulumi-language-nodejs", languageHost],
    ["pulumi-resource-pulumi-nodejs", dynamicProvider],
  ]);
}
