import { readdir, readFile } from "node:fs/promises";

/** The most memory that one provider process took, in MB, while a command ran. @param {Promise<unknown>} command */
export async function peakMemory(command) {
  let [most, isOver] = [0, false];
  const over = command.finally(() => (isOver = true));
  while (!isOver) {
    for (const pid of await readdir("/proc")) {
      if (!/^\d+$/.test(pid)) continue;
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (!/dynamic-provider/.test(words)) continue;
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  await over;
  return most;
}
