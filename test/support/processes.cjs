// CommonJS, because both the crash matrix, which node runs as it is, and the tests that jest compiles load it.

const { readdir, readFile, readlink } = require("node:fs/promises");

/** Every running process: its parent, and whether it has ended and nobody has asked how. */
async function all() {
  const found = new Map();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = await fieldsOf(`/proc/${entry}`);
    found.set(Number(entry), { parent: Number(fields[1]), isDead: fields[0] === "Z" });
  }
  return found;
}

/** What the kernel says of a process or thread, from its state on. @param {string} folder */
async function fieldsOf(folder) {
  const stat = await readFile(`${folder}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** The words that a process was started with; nothing if it has ended. @param {number} pid */
function wordsOf(pid) {
  return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
}

/** A process and all that it started, however deep; the engine gives its providers groups of their own. @param {number} pid */
async function treeOf(pid) {
  const processes = await all();
  const tree = [pid];
  for (const member of tree) {
    for (const [child, { parent }] of processes) if (parent === member) tree.push(child);
  }
  return tree;
}

/** How a provider is started: that of dynamic resources, and the plugin. */
const PROVIDER = /dynamic-provider|dist\/src\/plugin\/cli\.js/;

/** Those of a tree that run providers. @param {number} pid */
async function providersOf(pid) {
  const tree = await treeOf(pid);
  const words = await Promise.all(tree.map(wordsOf));
  return tree.filter((_, index) => PROVIDER.test(words[index] ?? ""));
}

/**
 * Those among processes that have a connection to a port of this machine open. A provider that was started, but not
 * asked for anything yet, has not loaded this package, and nothing of ours can end it.
 *
 * @param {readonly number[]} pids
 * @param {number} port
 */
async function talkingTo(pids, port) {
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
async function isAlive(pid) {
  const found = (await all()).get(pid);
  return found !== undefined && !found.isDead;
}

/** @param {number} pid @param {NodeJS.Signals} [signal] */
function kill(pid, signal = "SIGKILL") {
  try {
    process.kill(pid, signal);
  } catch {
    // It had ended by itself.
  }
}

/** Stops a process, and waits until each of its threads stands still: one that waits for a core goes on until it gets one. @param {number} pid */
async function stop(pid) {
  kill(pid, "SIGSTOP");
  const isStill = async () => {
    const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
    const states = await Promise.all(threads.map((thread) => fieldsOf(`/proc/${pid}/task/${thread}`)));
    return states.every(([state = ""]) => !/[RSD]/.test(state));
  };
  await eventually(isStill, `process ${pid} stands still`);
}

/** Kills a process and all that it started, at once and without a word. @param {number} pid */
async function killTree(pid) {
  for (const member of await treeOf(pid)) kill(member);
}

/**
 * Waits until something holds, and answers it; fails when its time is over.
 *
 * @template T
 * @param {() => Promise<T | undefined | false>} look
 * @param {string} what
 * @param {number} [limitMs]
 * @returns {Promise<T>}
 */
async function eventually(look, what, limitMs = 120_000) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`Nothing came of it within ${limitMs / 1000} s: ${what}`);
}

module.exports = { eventually, isAlive, kill, killTree, providersOf, stop, talkingTo, treeOf, wordsOf };
