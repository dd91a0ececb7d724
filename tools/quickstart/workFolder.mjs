import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { line } from "./print.mjs";

/**
 * Makes a folder of our own for the engine's home, the stack's state and its config: the checkout stays as it is.
 *
 * @param {{ keep: boolean }} options keep: whether to leave it where it is in the end
 */
export function openWorkFolder({ keep }) {
  const path = mkdtempSync(join(tmpdir(), "vpc-peering-quickstart-"));
  return {
    path,
    close() {
      if (keep) line(`\nKept: ${path} (the stack's state and config, and the engine's home)`);
      // The engine may still be writing its last file.
      else rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
