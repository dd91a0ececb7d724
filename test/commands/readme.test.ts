import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "../../commandLine/command";
import { parse } from "../../commandLine/options";
import { emulator } from "../../emulator/command";
import { doctor } from "../../src/cli/doctor/command";
import { importer } from "../../src/cli/import/command";
import { orphans } from "../../src/cli/orphans/command";
import { preview } from "../../src/cli/preview/command";

const ROOT = join(__dirname, "../..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const COMMANDS: readonly Command[] = [doctor, emulator, importer, orphans, preview];

/** What Pulumi's registry shows of this package, by a name that it asks for. */
const FOR_REGISTRIES = "installation-configuration.md";

/** The lines of its shell blocks. */
const lines = [...README.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) => block.trim().split("\n"));

test("a person reads it to the end: it has at most 150 lines", () => {
  expect(README.split("\n").length).toBeLessThanOrEqual(150);
});

test("each command in it is one of these, with options that it takes", () => {
  const calls = lines.filter((line) => line.startsWith("npx "));
  expect(calls).not.toEqual([]);
  for (const [, name, ...args] of calls.map((line) => line.split(" "))) {
    const command = COMMANDS.find(({ usage }) => usage.name === name);
    if (command === undefined) throw new Error(`${String(name)} is no command`);
    expect(() => parse(command.usage, args)).not.toThrow();
  }
});

test("besides these it has the quickstart, which CI runs, and the installation, which test/engine/package.test.ts does", () => {
  const others = lines.filter((line) => !line.startsWith("npx "));
  expect(others).toEqual(["npm run quickstart", "npm install @pulumi/pulumi pulumi-vpc-peering"]);
  expect(readFileSync(join(ROOT, ".ci/run"), "utf8")).toContain("npm run quickstart");
});

test("every page of docs stands in the table of contents, once", () => {
  const toc = readFileSync(join(ROOT, "docs/README.md"), "utf8");
  const listed = [...toc.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page = ""]) => page);
  const pages = readdirSync(join(ROOT, "docs")).filter((name) => /^[a-z][\w-]*\.md$/.test(name));
  expect(listed.sort()).toEqual(pages.filter((name) => name !== FOR_REGISTRIES).sort());
});
