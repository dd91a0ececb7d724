import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A Pulumi CLI that tells what it is told to, on the PATH of this process, in the folder of a project. */
export interface FakePulumi {
  folder: string;
  /** Has it answer, by the first two words of its command line. Whatever else it is asked fails. */
  answers(by: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** One that knows no stack yet. */
export function fakePulumi(): FakePulumi {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-commands-"));
  const { PATH = "" } = process.env;
  process.env["PATH"] = folder + delimiter + PATH;
  writeFileSync(join(folder, "Pulumi.yaml"), "name: net\nruntime: nodejs\n");
  return {
    folder,
    answers(by) {
      const script = `const answer = ${JSON.stringify(by)}[process.argv.slice(2, 4).join(" ")];
if (answer === undefined) process.exit(1);
process.stdout.write(answer);`;
      writeFileSync(join(folder, "pulumi"), `#!${process.execPath}\n${script}\n`);
      chmodSync(join(folder, "pulumi"), 0o755);
    },
    remove() {
      process.env["PATH"] = PATH;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the CLI answers of a stack with this state and config. */
export function answersOf({
  rows = [{ name: "dev", current: true }],
  resources = [],
  config = {},
}: {
  rows?: readonly object[];
  resources?: readonly object[];
  config?: Readonly<Record<string, unknown>>;
}): Record<string, string> {
  const values = Object.entries(config).map(([key, value]) => [key, { value }]);
  return {
    "stack --show-name": "dev",
    "stack ls": JSON.stringify(rows),
    "stack export": JSON.stringify({ deployment: { resources } }),
    "config --json": JSON.stringify(Object.fromEntries(values)),
  };
}
