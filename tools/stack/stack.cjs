// CommonJS, because both scripts and the tests, which jest compiles to CommonJS, load it.

const { mkdtemp, rm, symlink, writeFile } = require("node:fs/promises");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");
const { adminOf } = require("./admin.cjs");
const { openProject } = require("./project.cjs");
const { expectNoSecret, expectNoSecretIn } = require("./secrets.cjs");

const MODULES = resolve(__dirname, "../../node_modules");

/** @typedef {Pick<import("../../emulator").Emulator, "url" | "close">} Emulator */
/** @typedef {import("../../emulator").PeeringRow} PeeringRow */
/** @typedef {import("../../emulator").RequestRow} RequestRow */

/** @typedef {{code: number, output: string}} Outcome what a command of the engine did, -1 if a signal ended it, and all that it printed */

/**
 * @typedef {object} Running a command of the engine that goes on
 * @property {number} pid
 * @property {() => string} output what it printed so far
 * @property {Promise<Outcome>} ended
 */

/**
 * @typedef {object} StateRow one resource of a stack's state
 * @property {string} urn
 * @property {string} type
 * @property {string} [id]
 * @property {Record<string, unknown>} [inputs]
 * @property {Record<string, unknown>} [outputs]
 * @property {string[]} [initErrors]
 */

/**
 * @typedef {object} Stack a stack of a program, run by the real engine against an emulator of its own
 * @property {string} folder of the project
 * @property {Emulator} emulator
 * @property {NodeJS.ProcessEnv} environment
 * @property {(...args: string[]) => Promise<Outcome>} pulumi runs `pulumi` with these arguments
 * @property {(...args: string[]) => Running} start starts `pulumi` and does not wait for its end
 * @property {(...args: string[]) => Promise<string>} ok runs `pulumi`, answers what it printed, and fails with that
 *   unless the exit code is 0
 * @property {(...args: string[]) => Promise<string>} fails the same, but fails unless `pulumi` fails
 * @property {(program: string) => Promise<void>} write
 * @property {(key: string, value: string) => Promise<void>} config
 * @property {() => Promise<StateRow[]>} state
 * @property {(method: string, path: string, body?: unknown) => Promise<unknown>} admin asks the emulator's admin API
 * @property {() => Promise<string[]>} newCalls the API actions since the last time this was asked
 * @property {() => Promise<RequestRow[]>} requests
 * @property {() => Promise<PeeringRow[]>} peerings
 * @property {() => Promise<void>} close ends the emulator and removes all files; fails if a secret stood in the open
 */

/**
 * @typedef {object} Runtime what runs a program
 * @property {string} manifest the text of its Pulumi.yaml
 * @property {string} file that has the program; may be Pulumi.yaml itself
 */

/** Variables by which the engine writes the state at a command's end only. */
const UNSAVED = { PULUMI_SKIP_CHECKPOINTS: "true" };

/** Node.js, for a program in JavaScript. @type {Runtime} */
const NODE = { manifest: "name: peerings\nruntime: nodejs\nmain: index.js\n", file: "index.js" };

/**
 * Makes a stack whose program is this text, JavaScript where no runtime says otherwise. All that its commands print, the emulator's log and the state are
 * searched for secrets.
 *
 * @param {object} options
 * @param {Emulator} options.emulator the stack's own from now on
 * @param {string} options.program
 * @param {Runtime} [options.runtime]
 * @param {string | undefined} [options.modules] where a program in JavaScript finds its packages
 * @param {NodeJS.ProcessEnv} [options.set] variables for the engine and the program
 * @param {(pid: number) => () => Promise<void>} [options.watch] looks at a command that was started; what it answers is
 *   called at the command's end, and may fail it
 * @returns {Promise<Stack>}
 */
async function openStack({ emulator, program, runtime = NODE, modules = MODULES, set = {}, watch }) {
  const folder = await mkdtemp(join(tmpdir(), "vpc-peering-stack-"));
  const project = openProject({
    folder,
    manifest: runtime.manifest,
    set: { EMULATOR: emulator.url, ...set },
  });
  if (runtime === NODE) {
    await symlink(modules, join(project.path, "node_modules"));
    await writeFile(join(project.path, "package.json"), "{}");
  }
  let seen = 0;
  /** @type {Stack} */
  const stack = {
    folder: project.path,
    emulator,
    environment: project.environment,
    start: (...args) =>
      searched(project.start([...args, "--non-interactive"]), `pulumi ${args[0] ?? ""}`, watch),
    pulumi: (...args) => stack.start(...args).ended,
    ok: async (...args) => {
      const { code, output } = await stack.pulumi(...args);
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")} exited with ${code}:\n${output}`);
      return output;
    },
    fails: async (...args) => {
      const { code, output } = await stack.pulumi(...args);
      if (code === 0) throw new Error(`pulumi ${args.join(" ")} should have failed:\n${output}`);
      return output;
    },
    write: (text) => writeFile(join(project.path, runtime.file), text),
    config: async (key, value) => void (await stack.ok("config", "set", key, value)),
    state: async () => JSON.parse(await stack.ok("stack", "export")).deployment.resources ?? [],
    admin: adminOf(emulator.url),
    requests: async () => /** @type {RequestRow[]} */ (await stack.admin("GET", "/requests")),
    newCalls: async () => {
      const all = await stack.requests();
      const fresh = all.slice(seen).map(({ action }) => action);
      seen = all.length;
      return fresh;
    },
    peerings: async () => /** @type {PeeringRow[]} */ (await stack.admin("GET", "/peerings")),
    close: async () => {
      try {
        expectNoSecret("the emulator's log", JSON.stringify(await stack.requests()));
        await expectNoSecretIn(project.state);
      } finally {
        await emulator.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
  try {
    await stack.write(program);
    await stack.ok("stack", "init", "dev");
    return stack;
  } catch (error) {
    await stack.close();
    throw error;
  }
}

/**
 * A command whose end is a failure if a secret stood in what it printed.
 *
 * @param {import("../process.cjs").Running} running
 * @param {string} what
 * @param {((pid: number) => () => Promise<void>) | undefined} watch
 * @returns {Running}
 */
function searched({ pid, output, ended }, what, watch = () => () => Promise.resolve()) {
  const watched = watch(pid);
  const end = async () => {
    const { code, output: printed } = await ended.finally(watched);
    expectNoSecret(`what ${what} printed`, withoutDebugEvents(printed));
    return { code: code ?? -1, output: printed };
  };
  return { pid, output, ended: end() };
}

/**
 * What was printed, without the debugging events among streamed JSON: there Pulumi's SDK tells all that it sends to
 * the engine, of every package.
 *
 * @param {string} output
 */
function withoutDebugEvents(output) {
  const lines = output.split("\n");
  return lines.filter((line) => !/"severity": ?"debug"/.test(line)).join("\n");
}

module.exports = { openStack, UNSAVED };
