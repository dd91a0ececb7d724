import { dirname, sep } from "node:path";

/** Where this package's own code lives. */
const OURS = dirname(__dirname) + sep;

/** Where the SDK lives; a module that is loaded by its address has slashes on Windows, too. */
const SDKS = /[\\/]@pulumi[\\/]pulumi[\\/]/;

/** How many frames of its own, and one of the class that calls it, the SDK takes off a stack. */
const SDK_FRAMES = 5;

type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/**
 * The SDK stores the whole stack with each resource, a third of the state, and takes our line for the source.
 * Until the answered function is called, it sees the user's own line only, or for `"nothing"` none at all. It makes a
 * stack for each promise too, so only users' lines are put in terms of their source, which takes time.
 */
export function shortStack(keep: "usersLine" | "nothing"): () => void {
  const { prepareStackTrace } = Error as { prepareStackTrace?: Prepare };
  Error.prepareStackTrace = (error, frames): unknown => {
    const kept = keep === "nothing" ? [] : frames.filter(isUsers).slice(0, 1);
    const lines = [...frames.slice(0, SDK_FRAMES), ...kept].map((frame) =>
      isUsers(frame) ? lineInSource(error, frame, prepareStackTrace) : lineOf(frame),
    );
    return [String(error), ...lines].join("\n");
  };
  return () => {
    (Error as { prepareStackTrace?: Prepare | undefined }).prepareStackTrace = prepareStackTrace;
  };
}

function isUsers(frame: NodeJS.CallSite): boolean {
  return isUsersFile(frame.getFileName() ?? "node:", OURS);
}

/** Whether a file is the user's own: not one of Node.js, of this package, whose folder is `ours`, or of the SDK. */
export function isUsersFile(file: string, ours: string): boolean {
  return !file.startsWith("node:") && !file.startsWith(ours) && !SDKS.test(file);
}

/** A line of a stack, as whoever knows about source maps writes it. */
function lineInSource(error: Error, frame: NodeJS.CallSite, prepare: Prepare | undefined): string {
  const stack = prepare?.(error, [frame]);
  const line = typeof stack === "string" ? stack.split("\n").at(-1) : undefined;
  return line ?? lineOf(frame);
}

/** A line of a stack, as Node writes it. */
function lineOf(frame: NodeJS.CallSite): string {
  return `    at ${(frame as { toString(): string }).toString()}`;
}
