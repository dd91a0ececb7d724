import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../root.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../dist/emulator/guesses.js")} */
const { guesses } = require(join(root, "dist/emulator/guesses.js"));
/** @type {typeof import("../../dist/emulator/clouds/index.js")} */
const { clouds } = require(join(root, "dist/emulator/clouds/index.js"));

/** @typedef {import("../../dist/emulator/core/guess.js").GuessRow} GuessRow */

const PART = /(<!-- guesses: [^>]*-->\n)[^]*(<!-- end of guesses -->)/;
const HEAD = "| setting | what is not known | assumed | why | asked by |\n| --- | --- | --- | --- | --- |";

/** A page with the tables of all guesses in their place. @param {string} page */
export function withGuesses(page) {
  const all = clouds.flatMap(({ name }) => guesses[name]);
  const asked = all.filter(({ probe }) => probe !== undefined);
  const tables = clouds.map(
    ({ name, title }) => `### ${title}\n\n${HEAD}\n${guesses[name].map(lineOf).join("\n")}\n`,
  );
  const text = `Of ${all.length} guesses, probes ask ${asked.length}.\n\n${tables.join("\n")}`;
  return page.replace(PART, (_, begin, end) => `${begin}\n${text}\n${end}`);
}

/** @param {GuessRow} row */
function lineOf({ name, what, byDefault, values, from, probe, unasked }) {
  const others = typeof values === "string" ? "" : valuesBut(values, byDefault);
  const value = others === "" ? code(byDefault) : `${code(byDefault)}, not ${others}`;
  const by = probe === undefined ? `no probe: ${unasked}` : `\`${probe}\``;
  return `| ${[`\`${name}\``, what, value, from, by].map(cell).join(" | ")} |`;
}

/** What else it could be, where that is more than the opposite. @param {readonly unknown[]} values @param {unknown} byDefault */
function valuesBut(values, byDefault) {
  if (typeof byDefault === "boolean") return "";
  return values
    .filter((value) => value !== byDefault)
    .map(code)
    .join(", ");
}

/** @param {unknown} value */
function code(value) {
  if (typeof value !== "object" || value === null) return `\`${value === "" ? '""' : String(value)}\``;
  if (Array.isArray(value)) return `\`${JSON.stringify(value)}\``;
  const { status, type } = /** @type {{ status: number, type: string }} */ (value);
  return `\`${status} ${type}\``;
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll("|", "\\|");
}
