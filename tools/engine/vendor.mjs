import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { run, tail } from "../process.cjs";
import { cliVersion } from "./modules.mjs";
import { isProgram, programNames } from "./programs.mjs";

/**
 * The second way to an engine: npm's package `pulumi`, which downloads the engine from its vendor at its first run.
 *
 * @param {string} folder where to keep the download
 * @param {number} seconds a time limit for the one try
 * @returns {Promise<Map<string, string>>} where each program is
 */
export async function engineFromVendor(folder, seconds) {
  if (process.env.CI) throw new Error("not tried, because CI is set");

  mkdirSync(folder, { recursive: true });
  try {
    const { code, output, timedOut } = await run(
      "npm",
      ["exec", "--yes", `--package=pulumi@${cliVersion}`, "--", "pulumi", "version"],
      // The installer unpacks in TMPDIR and installs into PULUMI_HOME.
      { cwd: folder, env: { ...process.env, PULUMI_HOME: folder, TMPDIR: folder }, seconds },
    );
    if (timedOut) throw new Error(`not done within ${String(seconds)} s`);
    if (code !== 0) throw new Error(tail(output, 1) || "it failed and said nothing");

    const bin = join(folder, "versions", cliVersion, "bin");
    const missing = programNames.find((name) => !isProgram(join(bin, name)));
    if (missing) throw new Error(`it came without ${missing}`);
    return new Map(programNames.map((name) => [name, join(bin, name)]));
  } catch (error) {
    // Half a download must not be taken for a whole one by the next try.
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
