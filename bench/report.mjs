/**
 * Makes the tables and plots of docs/performance.md of what was measured and kept.
 *
 *   node bench/report.mjs [--check]     --check only says whether they are up to date
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { plot } from "./plot.mjs";
import { saved } from "./results.mjs";
import { rows } from "./rows/index.mjs";
import { quantile, short, verdict } from "./verdict.mjs";

const DOCS = new URL("../docs/", import.meta.url);
const PAGE = "performance.md";
const COUNTS = [1, 10, 50, 200, 1000];
const UNSAVED_COUNTS = [200, 1000, 5000];
const NAMES = { alicloud: "Alibaba Cloud", tencentcloud: "Tencent Cloud", huaweicloud: "Huawei Cloud" };
const CLOUDS = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));

/** @type {import("./results.mjs").Result[]} */
let results = [];

/** @param {string} row @param {string} cloud */
const resultOf = (row, cloud) => results.find((one) => one.row === row && one.cloud === cloud);

/** The median of a measure, if it was taken. @param {string} row @param {string} cloud @param {string} what */
function medianOf(row, cloud, what) {
  const measure = resultOf(row, cloud)?.measures.find((one) => one.what === what);
  return measure === undefined ? undefined : quantile(measure.values, 0.5);
}

/** @param {readonly (readonly string[])[]} lines */
const table = ([head = [], ...lines]) =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Every measure that has a budget: a line each, a column for each cloud. */
function budgets() {
  const lines = rows.flatMap(({ name, work, peers = "" }) => {
    const measures = new Map(
      CLOUDS.flatMap((cloud) => resultOf(name, cloud)?.measures ?? [])
        .filter(({ budget }) => budget !== null)
        .map((measure) => [`${measure.what} ${measure.budget}`, measure]),
    );
    return [...measures.values()].map(({ what, budget, unit }, i) => {
      const cells = CLOUDS.map((cloud) => {
        const own = resultOf(name, cloud)?.measures.find((one) => one.what === what && one.budget === budget);
        if (own === undefined) return "";
        const { low, median, high, isHeld } = verdict(own.values, budget);
        return `${isHeld ? "" : "**missed** "}${short(median)}${unit} (${short(low)} to ${short(high)}; ${own.values.length})`;
      });
      const most = `${short(/** @type {number} */ (budget))}${unit}`;
      return [i === 0 ? work : "", what, most, ...cells, i === 0 ? peers : ""];
    });
  });
  return table([["work", "measure", "at most", ...CLOUDS.map((cloud) => NAMES[cloud]), "peers"], ...lines]);
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
    CLOUDS.filter((cloud) => resultOf(`${name}-${count}`, cloud) !== undefined).map((cloud) => {
      const values = what.map((one) => medianOf(`${name}-${count}`, cloud, one));
      return [
        String(count),
        NAMES[cloud],
        ...values.map((value) => (value === undefined ? "" : short(value))),
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
  ];
  return table([["peerings", "cloud", ...units], ...lines]);
}

/** What each life of a stack takes: a line for each cloud. */
function lives() {
  const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
  const lines = CLOUDS.filter((cloud) => resultOf("lives", cloud) !== undefined).map((cloud) => {
    const of = (/** @type {string} */ what) => short(medianOf("lives", cloud, what) ?? Number.NaN);
    return [
      NAMES[cloud],
      ...numbers.map((life) => `${of(`calls of life ${life}`)}, ${of(`up of life ${life}`)}s`),
    ];
  });
  return table([["cloud", ...numbers.map(String)], ...lines]);
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
    ...CLOUDS.map((cloud) => ({ name: NAMES[cloud], points: curve(cloud, what) })),
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
    machine: [...new Set(results.map(({ on }) => on))].sort().join("; "),
    fleet: (resultOf("fleet", "alicloud")?.measures ?? [])
      .map(({ what, values }) => `${what}: ${short(quantile(values, 0.5))} s`)
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
    for (const [name, text] of Object.entries(await report())) {
      if (readFileSync(new URL(name, DOCS), "utf8") === text) continue;
      console.error(`docs/${name} is not up to date: run node bench/report.mjs.`);
      process.exitCode = 1;
    }
  }
}
