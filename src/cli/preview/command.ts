import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { EXIT } from "../../../commandLine/command";
import { commandOf } from "../kit/command";
import { argumentsIn, OPTIONS } from "./arguments";
import { commentOf, cutsTraffic } from "./comment";
import { textOf } from "./input";
import { jsonOf } from "./report";
import { readPreview } from "./steps";

const NAME = "vpc-peering-preview";

/** `vpc-peering-preview`: a preview as a comment for pull requests. */
export const preview = commandOf({
  usage: {
    name: NAME,
    ways: [
      `pulumi preview --json --show-sames | ${NAME} [--stack NAME] [--fail-on-replace] [--json]`,
      `${NAME} [--stack NAME] [--fail-on-replace] [--json] FILE`,
    ],
    about: `Turns the output of pulumi preview --json into one Markdown comment for a pull request. Its first line is
<!-- vpc-peering-preview:NAME -->, by which a pipeline finds the comment to update.`,
    options: OPTIONS,
    operand: "FILE",
    notes: `Exits with 0, with 1 if the input is no preview or an option is wrong, with 2 as said above. A preview that failed makes a comment too.`,
  },
  async main(asked, { stdout }) {
    const { file, stack, failOnReplace, json } = argumentsIn(asked);
    // A pipe may have nothing to read yet, which some systems tell whoever does not wait as an error.
    const read = readPreview(textOf(await (file === undefined ? buffer(process.stdin) : readFile(file))));
    stdout.write(json ? jsonOf(read, stack) : commentOf(read, stack));
    return failOnReplace && cutsTraffic(read) ? EXIT.found : EXIT.ok;
  },
});
