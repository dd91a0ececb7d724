import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { treeOf, wordsOf } from "./processes.cjs";

/** How often the arguments of running processes are looked at. */
const LOOK_MS = 500;

/**
 * Looks at the arguments of all that a process starts, until it is told to stop; then fails if a secret stood
 * there. The process's own arguments are what the test typed. `seen` gets what each look has found.
 */
export function watchArguments(pid: number, seen = new Set<string>()): () => Promise<void> {
  const look = async (): Promise<void> => {
    for (const child of (await treeOf(pid)).slice(1)) seen.add(await wordsOf(child));
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
