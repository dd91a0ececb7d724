/**
 * How time, calls and memory grow with the number of peerings: prints a table and writes docs/performance-*.svg.
 *
 *   npm run bench:growth -- [--cloud NAME] [--most N]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { clouds } from "./clouds.mjs";
import { DESTROY, REFRESH, timed, UP, withBoth } from "./lab.mjs";
import { peakMemory } from "./memory.mjs";
import { plot } from "./plot.mjs";

const { values } = parseArgs({
  options: { cloud: { type: "string" }, most: { type: "string", default: "1000" } },
});
const names = Object.keys(clouds).filter((name) => values.cloud === undefined || values.cloud === name);
const counts = [1, 10, 50, 200, 1000].filter((count) => count <= Number(values.most));

/** @typedef {{count: number, up: number, trivial: number, calls: number, refresh: number, destroy: number, memory: number}} Point */

/** @param {string} cloud @param {number} count @returns {Promise<Point>} */
const pointOf = (cloud, count) =>
  withBoth(cloud, { count }, async ({ mine, base }) => {
    const trivial = await timed(base, ...UP);
    const command = timed(mine, ...UP);
    const memory = await peakMemory(command);
    const up = await command;
    const refresh = await timed(mine, ...REFRESH);
    const destroy = await timed(mine, ...DESTROY);
    return {
      count,
      up: up.seconds,
      trivial: trivial.seconds,
      calls: up.requests.length,
      refresh: refresh.seconds,
      destroy: destroy.seconds,
      memory,
    };
  });

/** @type {Map<string, Point[]>} */
const all = new Map();
for (const cloud of names) {
  const points = [];
  for (const count of counts) {
    const point = await pointOf(cloud, count);
    points.push(point);
    const cells = Object.entries(point).map(
      ([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`,
    );
    console.log(cloud.padEnd(13), cells.join(", "));
  }
  all.set(cloud, points);
}

/** @param {string} file @param {string} title @param {string} unit @param {[string, (point: Point) => number][]} what */
function write(file, title, unit, what) {
  const lines = [...all].flatMap(([cloud, points]) =>
    what.map(([name, pick]) => ({
      name: what.length > 1 ? `${cloud}, ${name}` : cloud,
      points: points.map((point) => /** @type {[number, number]} */ ([point.count, pick(point)])),
    })),
  );
  writeFileSync(
    new URL(`../docs/performance-${file}.svg`, import.meta.url),
    plot(title, "peerings", unit, lines),
  );
}

const [first = []] = all.values();
all.set(
  "a provider that does nothing",
  first.map((point) => ({ ...point, up: point.trivial })),
);
write("time", "up: time", "s", [["up", ({ up }) => up]]);
all.delete("a provider that does nothing");
write("calls", "up: calls", "calls", [["up", ({ calls }) => calls]]);
write("memory", "up: memory of the provider", "MB", [["up", ({ memory }) => memory]]);
