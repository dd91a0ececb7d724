#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { PeeringError } from "../../model/errors";
import { argumentsIn } from "./arguments";
import { commentOf, cutsTraffic } from "./comment";
import { textOf } from "./input";
import { readPreview } from "./steps";

const HELP = `pulumi preview --json --show-sames | vpc-peering-preview [--stack NAME] [--fail-on-replace]
vpc-peering-preview [--stack NAME] [--fail-on-replace] FILE

Turns the output of pulumi preview --json into one Markdown comment for a pull request. Its first line is
<!-- vpc-peering-preview:NAME -->, by which a pipeline finds the comment to update.

  --stack NAME       what the comment is known by (default: project/stack, as the preview tells it)
  --fail-on-replace  exit with 2 if a connection that exists would be replaced or deleted
  --help             this text

Exits with 0, with 1 if the input is no preview or an option is wrong, with 2 as said above. A preview that failed makes a comment too.
`;

const STDIN = 0;

function main(): void {
  const { file, stack, failOnReplace, help } = argumentsIn(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const preview = readPreview(textOf(readFileSync(file ?? STDIN)));
  process.stdout.write(commentOf(preview, stack));
  if (failOnReplace && cutsTraffic(preview)) process.exitCode = 2;
}

try {
  main();
} catch (error) {
  const isUsers = error instanceof PeeringError || (error instanceof Error && "code" in error);
  if (!isUsers) throw error;
  process.stderr.write(`vpc-peering-preview: ${error.message}\n`);
  process.exitCode = 1;
}
