import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

import { isCommand, runCommand } from "./command.mjs";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

/** What can be imported, by the name of its report. */
const ENTRIES = {
  program: "dist/src/program/index.d.ts",
  provider: "dist/src/provider/index.d.ts",
  emulator: "dist/emulator/index.d.ts",
};

/**
 * Compares the public types with the reports in api/, or with `--write` writes these. A pull request that changes what
 * users can see changes a report, so that nobody overlooks it.
 *
 * @param {{ args?: string[] }} [options]
 */
export async function api({ args = process.argv.slice(2) } = {}) {
  const localBuild = args.includes("--write");
  const changed = Object.entries(ENTRIES).filter(([name, entry]) => !isReported(name, entry, { localBuild }));
  if (changed.length === 0) return;
  throw new Error(
    `The public types are not those of ${changed.map(([name]) => `api/${name}.api.md`).join(", ")}. ` +
      "If that is meant, run `npm run api`, look at what has changed, and commit it; docs/versioning.md says what it means for the version.",
  );
}

/** @param {string} name @param {string} entry @param {{ localBuild: boolean }} options localBuild: whether a report may be written */
function isReported(name, entry, { localBuild }) {
  if (!existsSync(join(root, entry)))
    throw new Error(`${entry} is not there: run node tools/build.mjs first.`);
  const scratch = mkdtempSync(join(tmpdir(), "vpc-peering-api-"));
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, entry),
      newlineKind: "lf",
      compiler: { tsconfigFilePath: join(root, "tsconfig.build.json") },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(root, "api"),
        reportTempFolder: scratch,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
        // Doc comments are checked by who reads docs/reference.md, which is made of them.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: join(root, "tools", "api.json"),
    packageJsonFullPath: join(root, "package.json"),
  });
  try {
    const { apiReportChanged, errorCount } = Extractor.invoke(config, {
      localBuild,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    if (errorCount > 0) throw new Error(`api: ${name} could not be read`);
    if (apiReportChanged && localBuild) say(`api: api/${name}.api.md is written`);
    return localBuild || !apiReportChanged;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) await runCommand(api);
