import type { Command } from "../../../commandLine/command";
import type { Options } from "../../../commandLine/options";
import { redacted } from "../../io/secrets";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { safely } from "../../model/shown";

/** A command of this package. What its user can mend is told in one line, everything else with where it came from. */
export function commandOf<O extends Options>(command: Pick<Command<O>, "usage" | "main">): Command<O> {
  return { ...command, isUsers, redacted: printable };
}

/** A text of which nobody knows what a cloud has put into it, without secrets, and without what a terminal would obey. */
export function printable(text: string): string {
  return safely(redacted(text));
}

/** Which stack a command is about. */
export const STACK_OPTIONS = {
  stack: { type: "string", value: "NAME", help: "the stack (default: the one that is selected)" },
  cwd: {
    type: "string",
    value: "FOLDER",
    default: ".",
    help: "the folder of the Pulumi project (default: this one)",
  },
} as const satisfies Options;

function isUsers(error: unknown): boolean {
  return error instanceof PeeringError || (error instanceof Error && "code" in error);
}

/** A command line that makes no sense: what is wrong with it, and what to give instead. */
export function refused(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy });
}

/** The cloud that `--cloud` has to name. */
export function cloudGiven(name: string | undefined): CloudName {
  const cloud = cloudNamed(name);
  if (cloud === undefined) throw refused("--cloud is missing.", `Give one of ${CLOUDS.join(", ")}.`);
  return cloud;
}

/** The cloud that `--cloud` names, if it is given. */
export function cloudNamed(name: string | undefined): CloudName | undefined {
  const cloud = CLOUDS.find((one) => one === name);
  if (name === undefined || cloud !== undefined) return cloud;
  throw new PeeringError(`--cloud is ${JSON.stringify(name)}: it must be one of ${CLOUDS.join(", ")}.`, {
    kind: "invalid",
  });
}
