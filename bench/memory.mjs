import { readdir, readFile } from "node:fs/promises";

/** What came of a command, and the most memory that one provider process took meanwhile, in MB. @template T @param {Promise<T>} command */
export async function withMemory(command) {
  let [memory, isOver] = [0, false];
  const over = command.finally(() => (isOver = true));
  while (!isOver) {
    for (const pid of await readdir("/proc")) {
      if (!/^\d+$/.test(pid)) continue;
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (!/dynamic-provider|dist\/src\/plugin\/cli\.js/.test(words)) continue;
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  return { ...(await over), memory };
}
