// npm run test:languages: whether sdk/ is current; one story in each language but TypeScript, on each cloud, by the
// plugin; and the examples in these languages, which the language's own tools look over first.
//
//   node test/languages/run.mjs [yaml] [python] [go] [doors] [alicloud] [tencentcloud] [huaweicloud]

import { join } from "node:path";

import { runCommand } from "../../tools/command.mjs";
import { clouds } from "../../tools/clouds/index.cjs";
import { ensureBuild, ensureDependencies } from "../../tools/dependencies.mjs";
import { ensureHosts } from "../../tools/engine/hosts.mjs";
import { run } from "../../tools/process.cjs";
import { root } from "../../tools/root.mjs";
import { Report } from "../support/report.mjs";
import { changeDoors } from "./doors.mjs";
import { tryOut } from "./examples.mjs";
import { LANGUAGES } from "./languages.mjs";
import { tell } from "./story.mjs";

await runCommand(async () => {
  const asked = process.argv.slice(2);
  /** Those of some names that the command names, or all if it names none of them. */
  const among = (/** @type {readonly string[]} */ names) => {
    const named = names.filter((name) => asked.includes(name));
    return named.length === 0 ? names : named;
  };
  const parts = among([...Object.keys(LANGUAGES), "doors"]);
  const names = /** @type {(keyof typeof LANGUAGES)[]} */ (parts.filter((name) => name in LANGUAGES));
  const told = among(Object.keys(clouds));
  await ensureDependencies();
  await ensureBuild();
  await ensureHosts(names);
  const report = new Report();
  await report.story("sdk", () => report.check("is what schema.json gives", isCurrent));
  for (const name of names) {
    const { language, example, more = [] } = await LANGUAGES[name]();
    for (const facts of Object.values(clouds).filter(({ cloud }) => told.includes(cloud))) {
      await report.story(`${language.title}, ${facts.title}`, () => tell(language, facts, report.check));
      for (const one of more)
        await report.story(`${one.title}, ${facts.title}`, () => one.tell(facts, report.check));
    }
    await report.story(`examples/${example.folder}`, () => tryOut(example, report.check));
  }
  if (parts.includes("doors"))
    for (const facts of Object.values(clouds).filter(({ cloud }) => told.includes(cloud)))
      await report.story(`From one door to the other, ${facts.title}`, () =>
        changeDoors(facts, report.check),
      );
  report.close();
  if (report.failed > 0) process.exitCode = 1;
});

async function isCurrent() {
  const { code, output } = await run(process.execPath, [join(root, "tools", "sdk.mjs"), "--check"]);
  if (code !== 0) throw new Error(output);
}
