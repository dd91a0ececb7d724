// CommonJS, because both scripts and the tests, which jest compiles to CommonJS, load it.

const { readdirSync } = require("node:fs");
const { join } = require("node:path");

/** Where the package's code stands. */
const SOURCES = ["src", "emulator", "commandLine"];

/** What the package has besides what is compiled. */
const OTHERS = [
  "CHANGELOG.md",
  "LICENSE",
  "PulumiPlugin.yaml",
  "README.md",
  "admin.openapi.json",
  "package.json",
  "schema.json",
  "world.schema.json",
];

/** Bytes that the package may have, packed and unpacked: a tenth more than it has. */
const BUDGET = { size: 690_000, unpackedSize: 2_650_000 };

/**
 * Every file that the package is to have: two for each source, and no others in dist.
 *
 * @param {string} folder the root of this repository
 */
function packageFiles(folder) {
  const compiled = SOURCES.flatMap((name) => sourcesIn(folder, name)).flatMap((source) =>
    [".js", ".d.ts"].map((ending) => `dist/${source.replace(/\.ts$/, ending)}`),
  );
  return [...OTHERS, ...compiled].sort();
}

/**
 * The TypeScript files there, as paths from the root.
 *
 * @param {string} folder @param {string} under
 */
function sourcesIn(folder, under) {
  return readdirSync(join(folder, under), { recursive: true })
    .map((name) => join(under, String(name)).replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
}

module.exports = { BUDGET, packageFiles, SOURCES, sourcesIn };
