#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PeeringError } from "../../model/errors";
import { commentOf, cutsTraffic } from "./comment";
import { readPreview } from "./steps";

const HELP = `pulumi preview --json --show-sames | vpc-peering-preview [--stack NAME] [--fail-on-replace]
vpc-peering-preview [--stack NAME] [--fail-on-replace] FILE

Turns the output of pulumi preview --json into one Markdown comment for a pull request. Its first line is
<!-- vpc-peering-preview:NAME -->, by which a pipeline finds the comment to update.

  --stack NAME       what the comment is known by (default: project/stack, as the preview tells it)
  --fail-on-replace  exit with 2 if a connection that exists would be replaced or deleted
  --help             this text

Exits with 0, with 1 if the input is no preview, with 2 as said above. A preview that failed makes a comment too.
`;

const STDIN = 0;

function main(): void {
  const { values, positionals } = commandLine();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const preview = readPreview(readFileSync(positionals[0] ?? STDIN, "utf8"));
  process.stdout.write(commentOf(preview, values.stack));
  if (values["fail-on-replace"] && cutsTraffic(preview)) process.exitCode = 2;
}

function commandLine() {
  const options = {
    stack: { type: "string" },
    "fail-on-replace": { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  return parseArgs({ options, allowPositionals: true });
}

try {
  main();
} catch (error) {
  const isUsers = error instanceof PeeringError || (error instanceof Error && "code" in error);
  if (!isUsers) throw error;
  process.stderr.write(`vpc-peering-preview: ${error.message}\n`);
  process.exitCode = 1;
}
