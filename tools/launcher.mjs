import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a program that starts a command, with its own arguments after those of the command.
 *
 * @param {string} file
 * @param {...string} command
 */
export function launcher(file, ...command) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexec ${command.map((word) => `"${word}"`).join(" ")} "$@"\n`);
  chmodSync(file, 0o755);
}
