import type { EventEmitter } from "node:events";

/** Where a command writes. */
export interface Stream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Where nobody reads. */
export const NOWHERE: Stream = { write: () => true };

/** What a command is started in: that of Node.js, or one that a test has made. */
export interface Shell {
  /** What stands after the command's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** The shell of this process. */
export function shellOf({ argv, env, stdout, stderr }: NodeJS.Process): Shell {
  return { args: argv.slice(2), env, stdout, stderr };
}

/**
 * Tells what a stream cannot be written for, such as a full disk. That its reader has gone, as `head` does, is none of
 * that: what is left to write is for nobody, and the command ends as it would have.
 */
export function onUnwritable(stream: EventEmitter, tell: (why: Error) => void): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") tell(error);
  });
}
