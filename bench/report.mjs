/**
 * Makes the tables and plots of docs/performance.md of what was measured and kept.
 *
 *   node bench/report.mjs [--check [--whole]]
 *
 * --check only says whether they are up to date, and which budgets were never measured; with --whole, these fail it too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { clouds } from "../tools/clouds/index.cjs";
import { budgetsOf, missing, takenOf, valuesOf } from "./budgets.mjs";
import { plot } from "./plot.mjs";
import { saved } from "./results.mjs";
import { rows } from "./rows/index.mjs";
import { quantile, short, verdict } from "./verdict.mjs";

const DOCS = new URL("../docs/", import.meta.url);
const PAGE = "performance.md";
const COUNTS = [1, 10, 50, 200, 1000];
const UNSAVED_COUNTS = [200, 1000, 5000];
const CLOUDS = Object.values(clouds).map(({ cloud }) => cloud);

/** @type {import("./results.mjs").Result[]} */
let results = [];

/** What is kept of a row, on all clouds or on one. @param {string} name @param {string} [cloud] */
const ofRow = (name, cloud) =>
  results.filter((one) => one.row === name && (cloud === undefined || one.cloud === cloud));

/** When a row was measured, and how often. @param {string} name @param {string} cloud */
const takenOn = (name, cloud) =>
  rows.filter((row) => row.name === name).map((row) => takenOf(row, ofRow(name, cloud)));

/** The median of a measure, if it was taken. @param {string} row @param {string} cloud @param {string} what */
function medianOf(row, cloud, what) {
  const values = valuesOf(results, row, cloud, what);
  return values.length === 0 ? undefined : quantile(values, 0.5);
}

/** @param {readonly (readonly string[])[]} lines */
const table = ([head = [], ...lines]) =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Every measure that has a budget: a line each, a column for each cloud. */
function budgets() {
  const lines = rows.flatMap((row) =>
    budgetsOf(row).map(({ what, unit, budget, on }, i) => {
      const cells = CLOUDS.map((cloud) => {
        if (!on.includes(cloud)) return "";
        const values = valuesOf(results, row.name, cloud, what);
        if (values.length === 0) return "not measured yet";
        const { low, median, high, isHeld } = verdict({ values, unit, budget });
        return `${isHeld ? "" : "**missed** "}${short(median)}${unit} (${short(low)} to ${short(high)})`;
      });
      const isFirst = i === 0;
      const words = [isFirst ? row.work : "", what, `${short(budget)}${unit}`, ...cells];
      return [...words, ...(isFirst ? [takenOf(row, ofRow(row.name)), row.peers ?? ""] : ["", ""])];
    }),
  );
  const names = CLOUDS.map((cloud) => clouds[cloud].title);
  return table([["work", "measure", "at most", ...names, "runs, day", "peers"], ...lines]);
}

/** What grows with the number of peerings: a line for each number and cloud that was measured. @param {string} name of the rows, without the number @param {readonly number[]} counts */
function growth(name, counts) {
  const what = [
    "trivial up",
    "up",
    "up, calls",
    "memory of the provider",
    "refresh",
    "refresh, calls",
    "destroy",
  ];
  const lines = counts.flatMap((count) =>
    CLOUDS.filter((cloud) => ofRow(`${name}-${count}`, cloud).length > 0).map((cloud) => {
      const values = what.map((one) => medianOf(`${name}-${count}`, cloud, one));
      return [
        String(count),
        clouds[cloud].title,
        ...values.map((value) => (value === undefined ? "" : short(value))),
        ...takenOn(`${name}-${count}`, cloud),
      ];
    }),
  );
  const units = [
    "trivial `up`, s",
    "`up`, s",
    "calls",
    "memory, MB",
    "`refresh`, s",
    "calls",
    "`destroy`, s",
    "runs, day",
  ];
  return table([["peerings", "cloud", ...units], ...lines]);
}

/** What each life of a stack takes: a line for each cloud. */
function lives() {
  const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
  const lines = CLOUDS.filter((cloud) => ofRow("lives", cloud).length > 0).map((cloud) => {
    const of = (/** @type {string} */ what) => short(medianOf("lives", cloud, what) ?? Number.NaN);
    return [
      clouds[cloud].title,
      ...numbers.map((life) => `${of(`calls of life ${life}`)}, ${of(`up of life ${life}`)}s`),
      ...takenOn("lives", cloud),
    ];
  });
  return table([["cloud", ...numbers.map(String), "runs, day"], ...lines]);
}

/** @param {string} cloud @param {string} what @returns {[number, number][]} */
const curve = (cloud, what) =>
  COUNTS.flatMap((count) => {
    const value = medianOf(`grow-${count}`, cloud, what);
    return value === undefined ? [] : [/** @type {[number, number]} */ ([count, value])];
  });

/** @param {string} title @param {string} unit @param {string} what @param {readonly import("./plot.mjs").Line[]} [more] */
const plotOf = (title, unit, what, more = []) =>
  plot(title, "peerings", unit, [
    ...CLOUDS.map((cloud) => ({ name: clouds[cloud].title, points: curve(cloud, what) })),
    ...more,
  ]);

/** The files of the report, by their names. */
async function report() {
  const { format, resolveConfig } = await import("prettier");
  results = saved();
  const file = new URL(PAGE, DOCS);
  const parts = {
    budgets: budgets(),
    growth: growth("grow", COUNTS),
    unsaved: growth("unsaved", UNSAVED_COUNTS),
    lives: lives(),
    machine: [...new Set(results.map(({ on }) => on.slice(0, on.lastIndexOf(", "))))].sort().join("; "),
    fleet: ofRow("fleet")
      .flatMap(({ measures }) => measures)
      .map(({ what, values }) => `${what}: ${short(quantile(values, 0.5))} s`)
      .concat(takenOn("fleet", "alicloud").map((taken) => `runs: ${taken}`))
      .join(", "),
  };
  const page = Object.entries(parts).reduce(
    (text, [name, made]) => {
      const part = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
      return text.replace(part, (_, begin, end) => `${begin}\n\n${made}\n\n${end}`);
    },
    readFileSync(new URL(PAGE, DOCS), "utf8"),
  );
  const settings = await resolveConfig(file);
  const nothing = { name: "a provider that does nothing", points: curve("alicloud", "trivial up") };
  return {
    [PAGE]: await format(page, { ...settings, parser: "markdown" }),
    "performance-time.svg": plotOf("up: time", "s", "up", [nothing]),
    "performance-calls.svg": plotOf("up: calls", "calls", "up, calls"),
    "performance-memory.svg": plotOf("up: memory of the provider", "MB", "memory of the provider"),
  };
}

/** Writes the report anew. */
export async function writeReport() {
  for (const [name, text] of Object.entries(await report())) writeFileSync(new URL(name, DOCS), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (!process.argv.includes("--check")) await writeReport();
  else {
    const lacking = missing(rows, saved());
    for (const line of lacking) console.error(line);
    if (lacking.length > 0 && process.argv.includes("--whole")) process.exitCode = 1;
    for (const [name, text] of Object.entries(await report())) {
      if (readFileSync(new URL(name, DOCS), "utf8") === text) continue;
      console.error(`docs/${name} is not up to date: run node bench/report.mjs.`);
      process.exitCode = 1;
    }
  }
}
