import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { treeOf } from "./processes";

/** Every secret that the tests give to a program, in whichever form, and every one that the emulator issues. */
const SECRETS = /fakesecret|fake-token|wrong-secret|fake[a-z0-9+/]{30,}/i;

/** Fails if a secret stands in a text. The failure does not repeat it. */
export function expectNoSecret(where: string, text: string): void {
  const found = SECRETS.exec(text);
  if (found === null) return;
  const before = text.slice(Math.max(0, found.index - 200), found.index);
  throw new Error(`A secret stands in ${where}, after:\n${before}`);
}

/** Fails if a secret stands in a file of a folder: state, its backups and its history. */
export async function expectNoSecretIn(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    expectNoSecret(path, await readFile(path, "utf8"));
  }
}

/** How often the arguments of running processes are looked at. */
const LOOK_MS = 500;

/**
 * Looks at the arguments of all that a process starts, until it is told to stop; then fails if a secret stood
 * there. The process's own arguments are what the test typed.
 */
export function watchArguments(pid: number): () => Promise<void> {
  const seen = new Set<string>();
  const look = async (): Promise<void> => {
    for (const child of (await treeOf(pid)).slice(1)) {
      seen.add(await readFile(`/proc/${child}/cmdline`, "utf8").catch(() => ""));
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    for (const words of seen) expectNoSecret("the arguments of a process", words);
  };
}
