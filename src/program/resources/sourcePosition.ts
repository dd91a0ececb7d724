import { dirname, sep } from "node:path";

/** Where this package's own code lives. */
const OURS = dirname(__dirname) + sep;

/** How many frames of its own, and one of the class that calls it, the SDK takes off a stack. */
const SDK_FRAMES = 5;

/**
 * The SDK stores the whole stack with each resource, a third of the state, and takes our line for the source.
 * Until the answered function is called, it sees the user's own line only, or for `"nothing"` none at all.
 */
export function shortStack(keep: "usersLine" | "nothing"): () => void {
  const { prepareStackTrace } = Error as {
    prepareStackTrace?: (error: Error, frames: NodeJS.CallSite[]) => unknown;
  };
  Error.prepareStackTrace = (error, frames): unknown => {
    const kept = keep === "nothing" ? [] : frames.filter(isUsers).slice(0, 1);
    return (prepareStackTrace ?? inWords)(error, [...frames.slice(0, SDK_FRAMES), ...kept]);
  };
  return () => {
    (Error as { prepareStackTrace?: unknown }).prepareStackTrace = prepareStackTrace;
  };
}

function isUsers(frame: NodeJS.CallSite): boolean {
  const file = frame.getFileName() ?? "node:";
  return !file.startsWith("node:") && !file.startsWith(OURS) && !file.includes(`@pulumi${sep}pulumi`);
}

/** The stack as Node writes it. */
function inWords(error: Error, frames: NodeJS.CallSite[]): string {
  return [
    String(error),
    ...frames.map((frame) => `    at ${(frame as { toString(): string }).toString()}`),
  ].join("\n");
}
