import { isAlive, kill, providersOf, talkingTo, treeOf, until } from "./processes.mjs";
import { openStack } from "./stack.mjs";

/**
 * One way to die: at a call of a scenario, before or after its work was done.
 *
 * @typedef {object} Case
 * @property {string} cloud
 * @property {import("./scenarios.mjs").Scenario} scenario
 * @property {string} action
 * @property {number} nth      which of the scenario's calls of this action, from 0
 * @property {"before" | "after"} when
 * @property {string} death
 */

/** @typedef {{ok: boolean, duplicates: number, orphans: number, why: string}} Result */

/** @typedef {Awaited<ReturnType<typeof openStack>>} Stack */

/** Brings a scenario to the moment before the command that is to be cut short. @param {import("./clouds.mjs").CrashCloud} cloud @param {import("./scenarios.mjs").Scenario} scenario @param {boolean} isForgetful */
async function prepared(cloud, scenario, isForgetful) {
  const stack = await openStack({ ...cloud.world, ...(isForgetful ? cloud.forgetful : {}) }, isForgetful);
  await stack.write(cloud.program(scenario.before ?? scenario.after));
  await must(stack, "stack", "init", "dev");
  if (scenario.before !== undefined) await must(stack, "up", "--yes", "--skip-preview");
  await stack.write(cloud.program(scenario.after));
  return stack;
}

/** The arguments of the command that is cut short. @param {import("./scenarios.mjs").Scenario} scenario */
const commandOf = ({ command }) =>
  command === "up" ? ["up", "--yes", "--skip-preview"] : ["destroy", "--yes"];

/** Runs a scenario undisturbed and answers its calls in order. @param {import("./clouds.mjs").CrashCloud} cloud @param {import("./scenarios.mjs").Scenario} scenario */
export async function callsOf(cloud, scenario) {
  const stack = await prepared(cloud, scenario, false);
  try {
    const before = (await stack.admin("GET", "/requests")).length;
    await must(stack, ...commandOf(scenario));
    const calls = (await stack.admin("GET", "/requests")).slice(before);
    return calls.map((/** @type {{action: string}} */ { action }) => action);
  } finally {
    await stack.close();
  }
}

/** Dies as the case says, then does what a user would. @param {Case} one @param {import("./clouds.mjs").CrashCloud} cloud @param {boolean} isForgetful @returns {Promise<Result>} */
export async function runCase(one, cloud, isForgetful) {
  const stack = await prepared(cloud, one.scenario, isForgetful);
  try {
    const hit = await die(one, stack);
    if (hit !== undefined) return { ok: false, duplicates: 0, orphans: 0, why: hit };
    return await recovered(one, cloud, stack);
  } catch (error) {
    // What even `destroy` leaves behind is lost.
    await stack.run("destroy", "--yes");
    const { duplicates, orphans } = await leftOver(stack, 0);
    return { ok: false, duplicates, orphans, why: error instanceof Error ? error.message : String(error) };
  } finally {
    await stack.close();
  }
}

/** Holds the call, kills, and answers what was wrong with that, if anything. @param {Case} one @param {Stack} stack */
async function die({ cloud, action, nth, when, death, scenario }, stack) {
  const fault = { cloud, action, after: nth, times: 1, fault: { type: "hold", when } };
  await stack.admin("POST", "/faults", fault);
  const { pid, ended } = stack.start(...commandOf(scenario));
  const isHeld = async () =>
    (await stack.admin("GET", "/requests")).some(
      (/** @type {{action: string, fault: unknown}} */ row) => row.action === action && row.fault !== null,
    );
  if (!(await until(isHeld))) {
    for (const member of await treeOf(pid)) kill(member);
    return `the call was not reached: ${(await ended).output}`;
  }
  const providers = await providersOf(pid);
  const atWork = await talkingTo(providers, stack.port);
  if (atWork.length === 0) return "no provider had the call under way";
  if (death === "everything") for (const member of await treeOf(pid)) kill(member);
  if (death === "provider") for (const member of atWork) kill(member);
  if (death === "command") kill(pid);
  if (death === "two interrupts") {
    kill(pid, "SIGINT");
    await new Promise((done) => setTimeout(done, 300));
    kill(pid, "SIGINT");
  }
  const { code, output } = await ended;
  if (code === 0) return `the command ended well in spite of it:\n${output}`;
  const areGone = async () => (await Promise.all(atWork.map(isAlive))).every((alive) => !alive);
  const isOver = await until(areGone, 5_000);
  for (const member of providers) kill(member);
  return isOver ? undefined : "a provider lives on 5 s after the engine is gone";
}

/** What a user does then, and what has to come of it. @param {Case} one @param {import("./clouds.mjs").CrashCloud} cloud @param {Stack} stack @returns {Promise<Result>} */
async function recovered({ scenario }, cloud, stack) {
  await stack.run("cancel", "--yes");
  const wanted = scenario.command === "destroy" ? 0 : 1;
  if (wanted === 0) {
    await must(stack, "destroy", "--yes");
  } else {
    await must(stack, "up", "--yes", "--skip-preview");
    const { duplicates, orphans, rows } = await leftOver(stack, 1);
    const live = rows.map(cloud.shown);
    const expected = JSON.stringify(scenario.after.changed ? cloud.changed : cloud.declared);
    const seen = JSON.stringify(live[0]);
    if (duplicates > 0 || seen !== expected) {
      return { ok: false, duplicates, orphans, why: `wanted ${expected}, there is ${JSON.stringify(live)}` };
    }
    await must(stack, "refresh", "--yes", "--clear-pending-creates");
    await must(stack, "preview", "--expect-no-changes");
    await must(stack, "destroy", "--yes");
  }
  const { orphans } = await leftOver(stack, 0);
  return { ok: orphans === 0, duplicates: 0, orphans, why: orphans === 0 ? "" : "destroy left connections" };
}

/** The live connections, and how many there are too many. @param {Stack} stack @param {number} wanted */
async function leftOver(stack, wanted) {
  /** @type {import("./clouds.mjs").Row[]} */
  const all = await stack.admin("GET", "/peerings");
  const rows = all.filter(({ deleted }) => !deleted);
  const tooMany = Math.max(0, rows.length - wanted);
  return { rows, duplicates: wanted === 0 ? 0 : tooMany, orphans: wanted === 0 ? tooMany : 0 };
}

/** @param {Stack} stack @param {string[]} args */
async function must(stack, ...args) {
  const { code, output } = await stack.run(...args);
  if (code !== 0) throw new Error(`pulumi ${args.join(" ")} exited with ${code}:\n${output}`);
}
