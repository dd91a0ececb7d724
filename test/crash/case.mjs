import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import { openStack, UNSAVED } from "../../tools/stack/stack.cjs";
import { NeverCalled, startAndHold } from "../support/heldCall.cjs";
import { interrupt } from "../support/interrupt.cjs";
import { stopBetweenWrites } from "../support/betweenWrites.cjs";
import { eventually, isAlive, kill, killTree, providersOf, talkingTo } from "../support/processes.cjs";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { isChange, programOf, routesWanted, shown, wanted } from "./program.mjs";

/** @type {typeof import("../../dist/emulator/index.js")} */
const { startEmulator } = createRequire(import.meta.url)("../../dist/emulator/index.js");

/**
 * One way to die: at a call of a scenario, before or after its work was done.
 *
 * @typedef {object} Case
 * @property {import("../clouds/index.cjs").CloudName} cloud
 * @property {import("./scenarios.mjs").Scenario} scenario
 * @property {string} action
 * @property {number} nth      which of the scenario's calls of this action, from 0
 * @property {"before" | "after"} when
 * @property {string} death
 */

/** @typedef {{ok: boolean, duplicates: number, orphans: number, why: string}} Result */

/** The result of a case whose call is a look that this run could do without: two looks of one moment may be one call. @type {Result} */
export const SPARED = { ok: true, duplicates: 0, orphans: 0, why: "" };

/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */
/** @typedef {import("../clouds/index.cjs").TestCloud} TestCloud */

/** Node.js options by which every process of a stack loads a file of the tests. @param {string} file */
const loading = (file) => `--require=${fileURLToPath(new URL(file, import.meta.url))}`;

/** The programs are JavaScript. */
const USUAL = { NODE_OPTIONS: loading("../support/javascriptOnly.cjs") };

/** The deaths in which the engine is killed. */
const KILLS_ENGINE = new Set(["everything", "command"]);

/** Never to look for what an earlier run has left. */
const FORGETFUL = { NODE_OPTIONS: `${USUAL.NODE_OPTIONS} ${loading("forgetful.cjs")}` };

/**
 * How cases are run.
 *
 * @typedef {object} How
 * @property {"dynamic" | "plugin"} door by which the program's resources get to their provider
 * @property {boolean} [isForgetful] whether it never looks for what an earlier run has left
 * @property {boolean} [isUnsaved]   whether the engine writes the state at a command's end only
 */

/** Brings a scenario to the moment before the command that is to be cut short. @param {TestCloud} cloud @param {import("./scenarios.mjs").Scenario} scenario @param {How} how */
async function prepared(cloud, scenario, { door, isForgetful = false, isUnsaved = false }) {
  const emulator = await startEmulator({
    world: {
      timings: { ...AT_ONCE, routeMs: 0 },
      limits: cloud.noLimits,
      ...(isForgetful ? cloud.forgetful : {}),
    },
  });
  const program = programOf(cloud, scenario.before ?? scenario.after);
  const set = {
    ...(isForgetful ? FORGETFUL : USUAL),
    ...(door === "plugin" ? { PATH: pathWithPlugin() } : {}),
    ...(isUnsaved ? UNSAVED : {}),
  };
  const stack = await openStack({ emulator, program, set });
  if (door === "plugin") await stack.config("vpc-peering:door", door);
  if (scenario.before !== undefined) await stack.ok("up", "--yes", "--skip-preview");
  if (scenario.isDestroyed) await stack.ok("destroy", "--yes", "--skip-preview");
  await stack.write(programOf(cloud, scenario.after));
  return stack;
}

/** The arguments of the command that is cut short. @param {import("./scenarios.mjs").Scenario} scenario */
const commandOf = ({ command }) =>
  command === "up" ? ["up", "--yes", "--skip-preview"] : ["destroy", "--yes"];

/** Runs a scenario undisturbed and answers its calls in order. @param {TestCloud} cloud @param {import("./scenarios.mjs").Scenario} scenario @param {How} how */
export async function callsOf(cloud, scenario, how) {
  const stack = await prepared(cloud, scenario, how);
  try {
    await stack.newCalls();
    await stack.ok(...commandOf(scenario));
    return await stack.newCalls();
  } finally {
    await stack.close();
  }
}

/** Dies as the case says, then does what a user would. @param {Case} one @param {TestCloud} cloud @param {How} how @returns {Promise<Result>} */
export async function runCase(one, cloud, how) {
  const stack = await prepared(cloud, one.scenario, how);
  try {
    await die(one, stack);
    return await recovered(one, cloud, stack);
  } catch (error) {
    if (error instanceof NeverCalled && !isChange(cloud, one.action)) return SPARED;
    // What even `destroy` leaves behind is lost.
    await stack.pulumi("destroy", "--yes", "--skip-preview");
    const { duplicates, orphans } = await leftOver(stack, 0);
    return { ok: false, duplicates, orphans, why: error instanceof Error ? error.message : String(error) };
  } finally {
    await stack.close();
  }
}

/** Holds the call, kills, and fails if anything is wrong with that. @param {Case} one @param {Stack} stack */
async function die({ cloud, action, nth, when, death, scenario }, stack) {
  const running = await startAndHold(stack, { cloud, action, nth, when }, commandOf(scenario));
  const { pid, ended } = running;
  const providers = await providersOf(pid);
  const atWork = await talkingTo(providers, Number(new URL(stack.emulator.url).port));
  if (atWork.length === 0) await killTree(pid);
  if (KILLS_ENGINE.has(death)) await stopBetweenWrites(stack, pid);
  if (death === "everything") await killTree(pid);
  if (death === "provider") for (const member of atWork) kill(member);
  if (death === "command") kill(pid);
  if (death === "two interrupts") {
    await interrupt(running);
    kill(pid, "SIGINT");
  }
  const { code, output } = await ended;
  if (atWork.length === 0) throw new Error("No provider had the call under way.");
  if (code === 0) throw new Error(`The command ended well in spite of it:\n${output}`);
  const areGone = async () => (await Promise.all(atWork.map(isAlive))).every((alive) => !alive);
  try {
    await eventually(areGone, "providers end when the engine is gone");
  } finally {
    for (const member of providers) kill(member);
  }
}

/** What a user does then, and what has to come of it. @param {Case} one @param {TestCloud} cloud @param {Stack} stack @returns {Promise<Result>} */
async function recovered({ scenario }, cloud, stack) {
  await stack.pulumi("cancel", "--yes");
  if (scenario.command === "up" && scenario.then === undefined) {
    await stack.ok("up", "--yes", "--skip-preview");
    const { duplicates, orphans, rows } = await leftOver(stack, 1);
    const live = rows.map(shown);
    const expected = wanted(cloud, scenario.after);
    if (duplicates > 0 || live[0] !== expected) {
      return { ok: false, duplicates, orphans, why: `wanted ${expected}, there is ${live.join(", ")}` };
    }
    const why = await wrongRoutes(stack, cloud, scenario.after);
    if (why !== undefined) return { ok: false, duplicates, orphans, why };
    await stack.ok("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
    await stack.ok("preview", "--expect-no-changes");
  }
  await stack.ok("destroy", "--yes", "--skip-preview");
  const { orphans } = await leftOver(stack, 0);
  const stray = await routesOf(stack);
  const why = [
    ...(orphans === 0 ? [] : ["destroy left connections"]),
    ...(stray.length === 0 ? [] : [`destroy left routes: ${JSON.stringify(stray)}`]),
  ];
  return { ok: why.length === 0, duplicates: 0, orphans, why: why.join("; ") };
}

/** What is wrong with the routes; nothing if they are as declared, and packets find their way and back. @param {Stack} stack @param {TestCloud} cloud @param {import("./scenarios.mjs").Declared} declared */
async function wrongRoutes(stack, { vpcs, accepters }, declared) {
  const hub = vpcs.hub.vpcId;
  const { vpcId: other } = /** @type {{vpcId: string}} */ (
    accepters[declared.accepter ?? "same"]["accepter"]
  );
  const rows = /** @type {{vpcId: string, cidrBlocks: string[]}[]} */ (await stack.admin("GET", "/vpcs"));
  const blocksOf = (/** @type {string} */ id) =>
    rows.find(({ vpcId }) => vpcId === id)?.cidrBlocks.length ?? 0;
  const count = routesWanted(declared, { requester: blocksOf(hub), accepter: blocksOf(other) });
  const there = await routesOf(stack);
  if (there.length !== count) return `wanted ${count} routes, there is ${JSON.stringify(there)}`;
  if (count === 0) return undefined;
  const path = `/reach?from=${hub}&to=${other}`;
  const reach = /** @type {{reaches: boolean}} */ (await stack.admin("GET", path));
  return reach.reaches ? undefined : `they do not reach each other: ${JSON.stringify(reach)}`;
}

/** The routes that are not local. @param {Stack} stack */
async function routesOf(stack) {
  const rows = /** @type {{hop: {kind: string}}[]} */ (await stack.admin("GET", "/routes"));
  return rows.filter(({ hop }) => hop.kind !== "local");
}

/** The live connections, and how many there are too many. @param {Stack} stack @param {number} wanted */
async function leftOver(stack, wanted) {
  const rows = (await stack.peerings()).filter(({ deleted }) => !deleted);
  const tooMany = Math.max(0, rows.length - wanted);
  return { rows, duplicates: wanted === 0 ? 0 : tooMany, orphans: wanted === 0 ? tooMany : 0 };
}
