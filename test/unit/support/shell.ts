import type { Command, ExitCode } from "../../../commandLine/command";
import { run } from "../../../commandLine/command";

/** How a command ended, and what it wrote. */
export interface Ended {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process. */
export async function ended(command: Command, ...args: string[]): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const shell = { args, env: {}, stdout: stream("stdout"), stderr: stream("stderr") };
  return { code: await run(command, shell), ...written };
}
