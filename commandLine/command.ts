import type { Usage } from "./help";
import { helpOf } from "./help";
import type { Asked, COMMON, Options } from "./options";
import { parse } from "./options";
import type { Shell } from "./shell";
import { onUnwritable, shellOf } from "./shell";
import { UsageError } from "./usageError";
import { version } from "./version";

/** How a command ends; docs/commands.md has what that means of each. */
export const EXIT = { ok: 0, failed: 1, found: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command: what its user sees of it, and what it does. */
export interface Command<O extends Options = Options> {
  usage: Usage<O>;
  /** Does what is asked. `--help`, `--version` and what makes no sense have been dealt with. */
  main(asked: Asked<O & typeof COMMON>, shell: Shell): ExitCode | Promise<ExitCode>;
  /** Whether an error is one that the user can mend, and is told in one line, without where it came from. */
  isUsers(error: unknown): boolean;
  /** An error's text without secrets. */
  redacted(text: string): string;
}

/** Runs a command in a shell, and answers how it ended. */
export async function run(command: Command, shell: Shell): Promise<ExitCode> {
  const { usage } = command;
  try {
    const asked = parse(usage, shell.args);
    if (asked.values.help) shell.stdout.write(helpOf(usage));
    else if (asked.values.version) shell.stdout.write(`${version()}\n`);
    else return await command.main(asked, shell);
    return EXIT.ok;
  } catch (error) {
    shell.stderr.write(`${usage.name}: ${command.redacted(textOf(error, command))}\n`);
    return EXIT.failed;
  }
}

/** Runs a command in this process. */
export function start(command: Command): void {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    onUnwritable(stream, ({ message }) => {
      stderr.write(`${command.usage.name}: ${message}\n`);
      process.exit(EXIT.failed);
    });
  }
  void run(command, shellOf(process)).then((code) => {
    process.exitCode = code;
  });
}

function textOf(error: unknown, command: Command): string {
  if (!(error instanceof Error)) return String(error);
  const isUsers = error instanceof UsageError || command.isUsers(error);
  return isUsers ? error.message : (error.stack ?? error.message);
}
