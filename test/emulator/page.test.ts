import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../emulator/clouds";
import { guesses } from "../../emulator/guesses";

const page = readFileSync(join(__dirname, "../../docs/emulator.md"), "utf8");

/** A guess as the page writes its answer. */
function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === "" ? '""' : String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  const { status, type } = value as { status: number; type: string };
  return `${status} ${type}`;
}

test.each(clouds.map(({ name, title }) => [title, name] as const))(
  "the page tells every guess about %s, its default, and who asks for it",
  (title, name) => {
    const [, section = ""] = page.slice(page.indexOf("## Guesses")).split(`### ${title}\n`);
    const [table = ""] = section.split("\n\n");
    const rows = [...table.matchAll(/^\| `(\w+)` +\|.*?\| `([^`]*)`.*\| (?:`(\w+)`|no probe: (.*?)) +\|$/gm)];
    expect(rows.map(([, setting, value, probe, unasked]) => [setting, value, probe ?? unasked])).toEqual(
      guesses[name].map((row) => [row.name, written(row.byDefault), row.probe ?? row.unasked]),
    );
  },
);
