import { parseArgs } from "node:util";
import { defined } from "../../model/defined";
import { PeeringError } from "../../model/errors";

/** What the command is asked to do. */
interface Arguments {
  /** The preview; default: standard input. */
  file?: string;
  /** What the comment is known by; default: as the preview names its stack. */
  stack?: string;
  failOnReplace: boolean;
  help: boolean;
}

const OPTIONS = {
  stack: { type: "string" },
  "fail-on-replace": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws PeeringError, or Node's own error for an unknown option.
 */
export function argumentsIn(args: string[]): Arguments {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file] = positionals;
  const { stack, help, "fail-on-replace": failOnReplace } = values;
  if (positionals.length > 1) {
    throw refused(
      `${positionals.length} files are given: ${positionals.join(", ")}.`,
      "Give one preview; run the command once for each.",
    );
  }
  if (file === "") throw refused("FILE is empty.", "Name the file, or leave it out to read standard input.");
  if (stack?.trim() === "") {
    throw refused("--stack is empty.", "Give a name, or leave --stack out: the preview names its stack.");
  }
  return { ...defined({ file, stack }), failOnReplace, help };
}

function refused(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy });
}
