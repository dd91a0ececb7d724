import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { isCommand, runCommand } from "./command.mjs";
import { root } from "./root.mjs";
import { say, stopwatch } from "./say.mjs";
import { CONTENTS, pagesOf } from "./site/contents.mjs";
import { generate } from "./site/generator.mjs";
import { checkLinks, filesOf } from "./site/links.mjs";

const OUT = join(root, "site");

/**
 * Builds the site of README.md, docs and the doc comments into site/, and fails if one of its links leads nowhere.
 *
 *   npm run site
 *   npm run site -- --source https://…/blob/main/   where files that are no pages can be seen
 *
 * @param {{ args?: string[] }} [options]
 */
export async function site({ args = process.argv.slice(2) } = {}) {
  const { values } = parseArgs({ args, options: { source: { type: "string" } } });
  const elapsed = stopwatch();
  const pages = pagesOf(readFileSync(join(root, CONTENTS), "utf8"));
  await generate({ pages, out: OUT, source: values.source });
  const files = filesOf(OUT);
  const { broken, outside } = checkLinks(files);
  if (broken.length > 0) throw new Error(`site: ${broken.join("\nsite: ")}`);
  say(`site: ${String(outside.length)} addresses outside, which nobody called:`);
  for (const link of outside) say(`  ${link}`);
  say(
    `site: site/index.html and ${String(files.size - 1)} files more, all links inside checked, in ${elapsed()}`,
  );
}

if (isCommand(import.meta.url)) await runCommand(site);
