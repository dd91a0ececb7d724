/**
 * The crash matrix: at every call of every scenario, before and after its work was done, processes die; then
 * `pulumi cancel` and `pulumi up`, as a user would. Each case has to end with exactly the connection that is
 * declared, and `destroy` with none.
 *
 * With `--door plugin` the program's resources are the plugin's, by the stack's config. With `--skip-checkpoints` the
 * engine writes the state at a command's end only: where a `destroy` comes next, only deaths that the engine outlives count.
 *
 * A look that the undisturbed run made and a case's run does without is told as `spared`, and does not count.
 *
 * With `--sample` it is one case of each scenario. With `--self-test` the lookup of earlier connections is disabled,
 * and one create is lost on each cloud: then losses have to be reported.
 *
 *   npm run test:crash -- [--cloud NAME] [--scenario WORD] [--seed I/N | --sample | --self-test] [--workers N] [--door plugin] [--skip-checkpoints]
 */
import { parseArgs } from "node:util";
import { callsOf, runCase, SPARED } from "./case.mjs";
import { clouds } from "../clouds/index.cjs";
import { isChange, isRouteWrite } from "./program.mjs";
import { sampleOf } from "./sample.mjs";
import { deathsOf, scenarios } from "./scenarios.mjs";

const { values } = parseArgs({
  options: {
    cloud: { type: "string" },
    scenario: { type: "string", default: "" },
    seed: { type: "string", default: "1/1" },
    sample: { type: "boolean", default: false },
    "self-test": { type: "boolean", default: false },
    workers: { type: "string", default: "2" },
    door: { type: "string", default: "dynamic" },
    "skip-checkpoints": { type: "boolean", default: false },
  },
});

const [shardNumber = 1, shards = 1] = values.seed.split("/").map(Number);
const isSelfTest = values["self-test"];
/** @type {import("./case.mjs").How} */
const how = {
  door: values.door === "plugin" ? "plugin" : "dynamic",
  isForgetful: isSelfTest,
  isUnsaved: values["skip-checkpoints"],
};
const all = Object.values(clouds);
const asked = all.filter(({ cloud }) => values.cloud === undefined || values.cloud === cloud);
if (asked.length === 0)
  throw new Error(`--cloud ${values.cloud}: there are ${Object.keys(clouds).join(", ")}`);

/** The scenarios whose names have the word that is asked for, and which the cloud has. @param {import("../clouds/index.cjs").TestCloud} cloud */
const scenariosOf = ({ routing }) =>
  scenarios.filter(
    ({ name, after }) =>
      name.includes(values.scenario) && (after.routes === undefined || routing !== undefined),
  );

/** Every case of a cloud. @param {import("../clouds/index.cjs").TestCloud} cloud @returns {Promise<import("./case.mjs").Case[]>} */
async function casesOf(cloud) {
  const asked = scenariosOf(cloud);
  const calls = await inParallel(asked, (scenario) =>
    callsOf(cloud, scenario, { ...how, isForgetful: false }),
  );
  const cases = asked.flatMap((scenario, i) => {
    const actions = /** @type {string[]} */ (calls[i]);
    return actions.flatMap((action, at) => {
      if (scenario.then === "destroy" && !isRouteWrite(cloud, action)) return [];
      const nth = actions.slice(0, at).filter((earlier) => earlier === action).length;
      const isUnsaved = how.isUnsaved === true;
      const ways = deathsOf(scenario, { isChange: isChange(cloud, action), isUnsaved });
      return /** @type {const} */ (["before", "after"]).flatMap((when) =>
        ways.map((death) => ({ cloud: cloud.cloud, scenario, action, nth, when, death })),
      );
    });
  });
  if (values.scenario === "" && cases.length < cloud.leastCases)
    throw new Error(`${cloud.cloud} has ${cases.length} cases, fewer than ${cloud.leastCases}`);
  return cases;
}

/**
 * Some at a time, as many as there are workers.
 *
 * @template T, R @param {readonly T[]} all @param {(one: T) => Promise<R>} work @returns {Promise<R[]>}
 */
async function inParallel(all, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < all.length; i = next++) results[i] = await work(/** @type {T} */ (all[i]));
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, worker));
  return results;
}

/** The cases of a cloud that are asked for. @param {import("../clouds/index.cjs").TestCloud} cloud */
async function chosenOf(cloud) {
  if (isSelfTest) return sampleOf(cloud).slice(0, 1);
  if (values.sample) return sampleOf(cloud);
  return (await casesOf(cloud)).filter((_, i) => i % shards === shardNumber - 1);
}

const chosen = [];
for (const cloud of asked) chosen.push(...(await chosenOf(cloud)));

/** @type {Map<string, {cases: number, converged: number, duplicates: number, orphans: number}>} */
const sums = new Map(
  asked.map(({ cloud }) => [cloud, { cases: 0, converged: 0, duplicates: 0, orphans: 0 }]),
);
await inParallel(chosen, async (one) => {
  const result = await runCase(one, clouds[one.cloud], how);
  const { ok, duplicates, orphans, why } = result;
  const nth = one.nth === 0 ? "" : ` #${one.nth + 1}`;
  const title = `${one.cloud}: ${one.scenario.name}, ${one.death} killed ${one.when} ${one.action}${nth}`;
  const word = result === SPARED ? "spared   " : ok ? "converged" : "FAILED   ";
  console.log(`${word}  ${title}${ok ? "" : `\n${why}`}`);
  if (result === SPARED) return;
  const sum = sums.get(one.cloud);
  if (sum === undefined) return;
  sum.cases += 1;
  sum.converged += ok ? 1 : 0;
  sum.duplicates += duplicates;
  sum.orphans += orphans;
});

const rows = [...sums].map(([name, sum]) => [name, ...Object.values(sum).map(String)]);
const table = [["cloud", "cases", "converged", "duplicates", "orphans"], ...rows];
console.log(`\n${table.map((row) => row.map((cell) => cell.padEnd(14)).join("")).join("\n")}`);

for (const [name, { cases, converged, duplicates, orphans }] of sums) {
  if (!isSelfTest && converged < cases) process.exitCode = 1;
  if (!isSelfTest || duplicates + orphans > 0) continue;
  console.log(`The matrix did not notice the losses planted on ${name}.`);
  process.exitCode = 1;
}
