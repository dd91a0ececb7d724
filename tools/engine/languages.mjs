// node tools/engine/languages.mjs [yaml] [python] [go]: has the engine in .engine/bin run programs in these languages,
// or in all of them.

import { runCommand } from "../command.mjs";
import { ensureHosts, languages } from "./hosts.mjs";

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !languages.some((language) => language === name));
  if (unknown !== undefined)
    throw new Error(`engine: no host for ${unknown}; there are ${languages.join(", ")}`);
  await ensureHosts(asked.length === 0 ? languages : languages.filter((name) => asked.includes(name)));
});
