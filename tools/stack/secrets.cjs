const { readdir, readFile } = require("node:fs/promises");
const { join } = require("node:path");

/** Every secret that a program is given here, in whichever form, and every one that the emulator issues. */
const SECRETS = /fakesecret|fake-token|wrong-secret|fake[a-z0-9+/]{30,}/i;

/** What the engine has encrypted. Its letters are random, so among many of them any word turns up. */
const CIPHERTEXT = /\bv1:[\w+/=]+:[\w+/=]+/g;

/**
 * Fails if a secret stands in a text. The failure does not repeat it.
 *
 * @param {string} where
 * @param {string} text
 */
function expectNoSecret(where, text) {
  const clear = text.replaceAll(CIPHERTEXT, "v1:");
  const found = SECRETS.exec(clear);
  if (found === null) return;
  const before = clear.slice(Math.max(0, found.index - 200), found.index);
  throw new Error(`A secret stands in ${where}, after:\n${before}`);
}

/** Fails if a secret stands in a file of a folder: state, its backups and its history. @param {string} folder */
async function expectNoSecretIn(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    expectNoSecret(path, await readFile(path, "utf8"));
  }
}

module.exports = { expectNoSecret, expectNoSecretIn };
