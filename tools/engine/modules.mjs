// The Go modules that name, in go.mod and go.sum, every source that the engine and its language hosts are built from.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @param {string} path relative to this folder */
export function engineFile(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The files that decide what a Go build gives. */
export const moduleFiles = ["cli/go.mod", "cli/go.sum", "language-host/go.mod", "language-host/go.sum"];

/** The version of the CLI, without the "v". */
export const cliVersion = find("cli/go.mod", /^\s*github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/m);

/** The oldest Go that builds the CLI, and with it the language host. */
export const oldestGo = find("cli/go.mod", /^go (\S+)$/m);

/**
 * What the line of a go.mod says that a pattern finds.
 *
 * @param {string} file
 * @param {RegExp} pattern
 */
export function find(file, pattern) {
  const found = pattern.exec(readFileSync(engineFile(file), "utf8"))?.[1];
  if (found === undefined) throw new Error(`engine: ${file} has no line like ${String(pattern)}`);
  return found;
}
