import { existsSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../tools/clouds/index.cjs";
import { AT_ONCE } from "../../tools/clouds/world.cjs";
import { engineBin } from "../../tools/engine/environment.cjs";
import { go } from "../../tools/languages/go/language.mjs";
import { configOf } from "../../tools/languages/language.mjs";
import { python } from "../../tools/languages/python/language.mjs";
import { yaml } from "../../tools/languages/yaml/language.mjs";
import { openStack } from "../../tools/stack/stack.cjs";
import { startEmulator, timed, UP } from "../lab.mjs";
import { trivial } from "../programs.mjs";
import { atMost, row, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** Languages, each with the most that its program may take, as a multiple of a trivial one in JavaScript. */
const LANGUAGES = [
  { name: "yaml", title: "YAML", language: yaml, budget: 1 },
  { name: "python", title: "Python", language: python, budget: 1.5 },
  { name: "go", title: "Go", language: go, budget: 1 },
];

const SHAPE = { count: 1, isCross: true, hasRoutes: true };

/** Programs in other languages than Node.js's, by the plugin. @type {import("./row.mjs").Row[]} */
export const languages = LANGUAGES.map(({ name, title, language, budget }) =>
  row({
    name,
    work: `two accounts' VPCs with routes, by a program in ${title}, \`up\``,
    runs: 7,
    lacks: () =>
      existsSync(join(engineBin, `pulumi-language-${name}`))
        ? undefined
        : `there is no host for ${title}: node tools/engine/languages.mjs ${name}`,
    measures: {
      "times a trivial program in JavaScript": atMost(budget, "×"),
      up: told("s"),
      calls: told(""),
    },
    run: async (cloud) => withProgram(await language(), cloud),
  }),
);

/** An `up` in a language, beside a trivial one in JavaScript. @param {import("../../tools/languages/language.mjs").Language} language @param {CloudName} cloud */
async function withProgram({ runtime, programFor, set }, cloud) {
  const facts = clouds[cloud];
  const world = { timings: { ...AT_ONCE, routeMs: 0 }, limits: facts.noLimits };
  const emulator = await startEmulator({ world });
  const mine = await openStack({ emulator, program: programFor(facts), runtime, set });
  const base = await openStack({ emulator: await startEmulator(), program: trivial(SHAPE) });
  try {
    await mine.ok("config", "set-all", ...configOf(facts, emulator.url));
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    return {
      "times a trivial program in JavaScript": own.seconds / least.seconds,
      up: own.seconds,
      calls: own.requests.length,
    };
  } finally {
    await mine.close();
    await base.close();
  }
}
