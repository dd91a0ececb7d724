import { readdir, readFile, readlink } from "node:fs/promises";

/** Every running process: its parent, and the words it was started with. */
async function all() {
  const found = new Map();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const words = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    found.set(Number(entry), { parent: Number(fields[1]), isDead: fields[0] === "Z", words });
  }
  return found;
}

/** A process and all that it started, the engine's providers with groups of their own among them. @param {number} pid */
export async function treeOf(pid) {
  const processes = await all();
  const tree = [pid];
  for (const member of tree) {
    for (const [child, { parent }] of processes) if (parent === member) tree.push(child);
  }
  return tree;
}

/** Those of a tree that run providers. @param {number} pid */
export async function providersOf(pid) {
  const processes = await all();
  return (await treeOf(pid)).filter((one) => /dynamic-provider/.test(processes.get(one)?.words ?? ""));
}

/**
 * Those among processes that have a connection to a port of this machine open. A provider that was started, but not
 * asked for anything yet, has not loaded this package, and nothing of ours can end it.
 *
 * @param {number[]} pids @param {number} port
 */
export async function talkingTo(pids, port) {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = (await readFile("/proc/net/tcp", "utf8")).split("\n").map((line) => line.trim().split(/\s+/));
  const sockets = new Set(rows.filter((row) => row[2] === remote).map((row) => `socket:[${row[9]}]`));
  const talking = [];
  for (const pid of pids) {
    const handles = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const targets = await Promise.all(handles.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
    if (targets.some((target) => sockets.has(target))) talking.push(pid);
  }
  return talking;
}

/** Whether a process is still at work. @param {number} pid */
export async function isAlive(pid) {
  const found = (await all()).get(pid);
  return found !== undefined && !found.isDead;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function kill(pid, signal = "SIGKILL") {
  try {
    process.kill(pid, signal);
  } catch {
    // It had ended by itself.
  }
}

/** Waits until something holds. @param {() => Promise<boolean>} holds */
export async function until(holds, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await holds()) return true;
    await new Promise((done) => setTimeout(done, 30));
  }
  return false;
}
