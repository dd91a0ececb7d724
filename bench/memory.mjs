import { readdir, readFile } from "node:fs/promises";

const PROVIDER = /dynamic-provider|dist\/src\/plugin\/cli\.js/;

/** What came of a command that this process started, and the most memory that one provider process of it took meanwhile, in MB. @template T @param {Promise<T>} command */
export async function withMemory(command) {
  let [memory, isOver] = [0, false];
  const over = command.finally(() => (isOver = true));
  while (!isOver) {
    const all = await processes();
    for (const pid of descendantsOf(process.pid, all)) {
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (PROVIDER.test(words)) memory = Math.max(memory, all.get(pid)?.memory ?? 0);
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  return { ...(await over), memory };
}

/** All processes of the machine, by their ids: whose child each is, and the most memory that it took so far, in MB. @returns {Promise<Map<number, {parent: number, memory: number}>>} */
async function processes() {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const number = (/** @type {string} */ field) =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return /** @type {const} */ ([Number(pid), { parent: number("PPid"), memory: number("VmHWM") / 1024 }]);
  });
  return new Map(await Promise.all(all));
}

/** The children of a process, and theirs. @param {number} root @param {ReadonlyMap<number, {parent: number}>} all @returns {number[]} */
function descendantsOf(root, all) {
  const children = [...all].filter(([, { parent }]) => parent === root).map(([pid]) => pid);
  return children.flatMap((pid) => [pid, ...descendantsOf(pid, all)]);
}
