// npm run test:languages: one story in each language but TypeScript, on each cloud, by the plugin; and the examples in
// these languages, checked by the language's own tools.
//
//   node test/languages/run.mjs [python] [go]

import { runCommand } from "../../tools/command.mjs";
import { clouds } from "../../tools/clouds/index.cjs";
import { ensureBuild, ensureDependencies } from "../../tools/dependencies.mjs";
import { ensureHosts } from "../../tools/engine/hosts.mjs";
import { Report } from "../support/report.mjs";
import { go } from "./go/language.mjs";
import { python } from "./python/language.mjs";
import { tell } from "./story.mjs";

const LANGUAGES = { python, go };

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const names = /** @type {(keyof typeof LANGUAGES)[]} */ (Object.keys(LANGUAGES)).filter(
    (name) => asked.length === 0 || asked.includes(name),
  );
  await ensureDependencies();
  await ensureBuild();
  await ensureHosts(names);
  const report = new Report();
  for (const name of names) {
    const language = await LANGUAGES[name]();
    for (const facts of Object.values(clouds))
      await report.story(`${language.title}, ${facts.title}`, () => tell(language, facts, report.check));
  }
  report.close();
  if (report.failed > 0) process.exitCode = 1;
});
