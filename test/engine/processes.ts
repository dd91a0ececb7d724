import { readdir, readFile } from "node:fs/promises";

/** A process and all that it started, however deep; the engine gives its providers groups of their own. */
export async function treeOf(pid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [pid];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

/** Kills a process and all that it started, at once and without a word. */
export async function killTree(pid: number): Promise<void> {
  for (const member of await treeOf(pid)) {
    try {
      process.kill(member, "SIGKILL");
    } catch {
      // It had ended by itself.
    }
  }
}

/** Waits until something holds; fails after 30 s. */
export async function eventually<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing came of it within 30 s: ${what}`);
}
