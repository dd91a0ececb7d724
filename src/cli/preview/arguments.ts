import type { Asked, Options } from "../../../commandLine/options";
import { defined } from "../../model/defined";
import { refused } from "../kit/command";

/** What the command is asked to do. */
interface Arguments {
  /** The preview; default: standard input. */
  file?: string;
  /** What the comment is known by; default: as the preview names its stack. */
  stack?: string;
  failOnReplace: boolean;
  json: boolean;
}

export const OPTIONS = {
  stack: {
    type: "string",
    value: "NAME",
    help: "what the comment is known by (default: project/stack, as the preview tells it)",
  },
  "fail-on-replace": {
    type: "boolean",
    default: false,
    help: "exit with 2 if a connection that exists would be replaced or deleted",
  },
  json: { type: "boolean", default: false, help: "answer JSON: the peerings one by one, and the comment" },
} as const satisfies Options;

/**
 * What the command line asks for.
 *
 * @throws PeeringError
 */
export function argumentsIn({ values, operands }: Asked<typeof OPTIONS>): Arguments {
  const [file] = operands;
  const { stack, json, "fail-on-replace": failOnReplace } = values;
  if (operands.length > 1) {
    throw refused(
      `${operands.length} files are given: ${operands.join(", ")}.`,
      "Give one preview; run the command once for each.",
    );
  }
  if (file === "") throw refused("FILE is empty.", "Name the file, or leave it out to read standard input.");
  if (stack?.trim() === "") {
    throw refused("--stack is empty.", "Give a name, or leave --stack out: the preview names its stack.");
  }
  return { ...defined({ file, stack }), failOnReplace, json };
}
