import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");
/** @type {typeof import("../../tools/engine/environment.cjs")} */
const { engineEnvironment } = require("../../tools/engine/environment.cjs");
/** @type {typeof import("../../dist/emulator/index.js")} */
const { startEmulator } = require("../../dist/emulator/index.js");

/** The secrets of the programs here; their public halves may be shown. */
const SECRET = /fakesecret/;

/** All that stands in the files of a folder. @param {string} folder */
async function contentsOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")))
  ).join();
}

const FORGETFUL = { NODE_OPTIONS: `--require=${join(ROOT, "test/crash/forgetful.cjs")}` };

/** A stack of its own on an emulator of its own; a forgetful one never looks for what an earlier run has left. @param {object} world @param {boolean} [isForgetful] */
export async function openStack(world, isForgetful = false) {
  const emulator = await startEmulator({ world });
  const folder = await mkdtemp(join(tmpdir(), "vpc-peering-crash-"));
  const project = join(folder, "project");
  await mkdir(project);
  await symlink(join(ROOT, "node_modules"), join(project, "node_modules"));
  await writeFile(join(project, "Pulumi.yaml"), "name: crash\nruntime: nodejs\nmain: index.js\n");
  await writeFile(join(project, "package.json"), "{}");
  const env = engineEnvironment({
    folder: join(folder, "engine"),
    set: { EMULATOR: emulator.url, ...(isForgetful ? FORGETFUL : {}) },
  });

  /** @param {string} method @param {string} path @param {unknown} [body] */
  const admin = async (method, path, body) => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return /** @type {any} */ (await (await fetch(`${emulator.url}/_emulator${path}`, init)).json());
  };

  /** @type {string[]} */
  const printed = [];

  /** Starts `pulumi` and answers the process and its end. @param {string[]} args */
  const start = (...args) => {
    const child = spawn("pulumi", [...args, "--non-interactive"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    /** @type {Promise<{code: number | null, output: string}>} */
    const ended = new Promise((done) => child.on("close", (code) => done({ code, output })));
    void ended.then(() => printed.push(output));
    return { pid: /** @type {number} */ (child.pid), ended };
  };

  /** Runs `pulumi` to its end. @param {string[]} args */
  const run = (...args) => start(...args).ended;

  return {
    admin,
    port: Number(new URL(emulator.url).port),
    start,
    run,
    /** @param {string} text */
    write: (text) => writeFile(join(project, "index.js"), text),
    close: async () => {
      const log = JSON.stringify(await admin("GET", "/requests"));
      await emulator.close();
      const state = await contentsOf(join(folder, "engine", "state"));
      if ([log, state, ...printed].some((text) => SECRET.test(text)))
        throw new Error("A secret stands in the open.");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
