/**
 * Runs the quickstart and records what it prints, and when: docs/quickstart.svg, a terminal that plays it, and
 * docs/quickstart.txt, the same to read.
 *
 *   npm run record
 */
import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { isCommand, runCommand } from "./command.mjs";
import { start } from "./process.cjs";
import { pictureOf } from "./record/picture.mjs";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

const COMMAND = ["npm", "run", "quickstart"];

async function record() {
  const began = performance.now();
  const lines = [{ at: 0, text: `$ ${COMMAND.join(" ")}` }];
  const [program = "", ...args] = COMMAND;
  const { ended } = start(program, [...args, "--silent"], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: undefined },
    onLine: (text) => void lines.push({ at: performance.now() - began, text }),
  });
  const { code, output } = await ended;
  if (code !== 0) throw new Error(`record: the quickstart ended with ${String(code)}\n${output}`);
  const plain = lines.map(({ text }) => `${stripVTControlCharacters(text).trimEnd()}\n`).join("");
  for (const path of [root, homedir()]) {
    if (plain.includes(path))
      throw new Error(`record: a path of this machine, ${path}, stands in the output`);
  }
  writeFileSync(join(root, "docs", "quickstart.txt"), plain);
  writeFileSync(join(root, "docs", "quickstart.svg"), pictureOf(lines));
  say(`record: ${String(lines.length)} lines, in docs/quickstart.svg and docs/quickstart.txt`);
}

if (isCommand(import.meta.url)) await runCommand(record);
