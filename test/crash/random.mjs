/**
 * Processes killed at random moments while a hub of many spokes with routes comes up; then `pulumi cancel` and
 * `pulumi up`. Each run has to end with one connection for each spoke, each with a mark of its own, with the routes of
 * both sides, and with a state that knows them all; and `destroy` with nothing.
 *
 * With `--skip-checkpoints` the engine writes the state at a command's end only. The moments come from `--seed`.
 *
 *   npm run test:crash:random -- [--cloud NAME] [--kills N] [--spokes N] [--seed N] [--skip-checkpoints]
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { startEmulator, UP, worldFor } from "../../bench/lab.mjs";
import { ours } from "../../bench/programs.mjs";
import { openStack, UNSAVED } from "../../tools/stack/stack.cjs";
import { clouds } from "../clouds/index.cjs";
import { stopBetweenWrites } from "../support/betweenWrites.cjs";
import { killTree } from "../support/processes.cjs";

/** @typedef {import("../clouds/index.cjs").CloudName} CloudName */
/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */

const { values } = parseArgs({
  options: {
    cloud: { type: "string" },
    kills: { type: "string", default: "8" },
    spokes: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    "skip-checkpoints": { type: "boolean", default: false },
  },
});

const spokes = Number(values.spokes);
const all = Object.values(clouds).map(({ cloud }) => cloud);
const asked = all.filter((cloud) => values.cloud === undefined || values.cloud === cloud);
if (asked.length === 0) throw new Error(`--cloud ${values.cloud}: there are ${all.join(", ")}`);

/** A stack of the hub. @param {CloudName} name */
async function opened(name) {
  const emulator = await startEmulator({ world: worldFor(name, { count: spokes }) });
  const program = ours(name, { count: spokes, hasRoutes: true });
  return openStack({ emulator, program, set: values["skip-checkpoints"] ? UNSAVED : {} });
}

/** How many of each there are. @param {Stack} stack */
async function counted(stack) {
  const live = (await stack.peerings()).filter(({ deleted }) => !deleted);
  const routes = /** @type {{hop: {kind: string}}[]} */ (await stack.admin("GET", "/routes"));
  return {
    connections: live.filter(({ status }) => status === "active").length,
    others: live.filter(({ status }) => status !== "active").length,
    routes: routes.filter(({ hop }) => hop.kind !== "local").length,
    marks: new Set(live.flatMap(marksIn)).size,
    known: (await stack.state()).filter(({ type }) => type.endsWith(":Connection")).length,
  };
}

/** The hash that says whose a connection is: in a tag, or at the end of its description where a cloud has no tags. @param {import("../clouds/index.cjs").PeeringRow} row */
const marksIn = ({ tags, description }) =>
  JSON.stringify({ tags, description }).match(/\b[0-9a-f]{24}\b/g) ?? [];

/** How long the hub takes undisturbed, in milliseconds. @param {CloudName} name */
async function undisturbed(name) {
  const stack = await opened(name);
  try {
    const begun = performance.now();
    await stack.ok(...UP);
    return performance.now() - begun;
  } finally {
    await stack.close();
  }
}

/** One death, and what a user does then. @param {CloudName} name @param {number} afterMs */
async function dead(name, afterMs) {
  const stack = await opened(name);
  try {
    const { pid, ended } = stack.start(...UP);
    await new Promise((done) => setTimeout(done, afterMs));
    await stopBetweenWrites(stack, pid);
    await killTree(pid);
    const { code } = await ended;
    const found = await counted(stack);
    await stack.pulumi("cancel", "--yes");
    await stack.ok(...UP);
    const then = await counted(stack);
    await stack.ok("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
    await stack.ok("preview", "--expect-no-changes");
    await stack.ok("destroy", "--yes", "--skip-preview");
    return { hasDied: code !== 0, found, then, left: await counted(stack) };
  } finally {
    await stack.close();
  }
}

const short = (/** @type {object} */ counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(", ");

const wanted = short({ connections: spokes, others: 0, routes: 2 * spokes, marks: spokes, known: spokes });
const nothing = short({ connections: 0, others: 0, routes: 0, marks: 0, known: 0 });

for (const name of asked) {
  const lasts = await undisturbed(name);
  const moments = fc.sample(fc.noBias(fc.integer({ min: 15, max: 95 })), {
    numRuns: Number(values.kills),
    seed: Number(values.seed),
  });
  let converged = 0;
  let died = 0;
  for (const percent of moments) {
    const afterMs = Math.round((percent / 100) * lasts);
    const { hasDied, found, then, left } = await dead(name, afterMs);
    const isGood = short(then) === wanted && short(left) === nothing;
    converged += isGood ? 1 : 0;
    died += hasDied ? 1 : 0;
    console.log(
      `${isGood ? "converged" : "FAILED   "}  ${name}: ${hasDied ? "killed" : "had ended"} after ${afterMs} ms, with ${short(found)}; then ${short(then)}; in the end ${short(left)}`,
    );
  }
  console.log(`${name}: ${converged} of ${moments.length} converged, ${died} of them killed under way`);
  if (converged < moments.length) process.exitCode = 1;
}
