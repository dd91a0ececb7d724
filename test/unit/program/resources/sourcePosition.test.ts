import { shortStack } from "../../../../src/program/resources/sourcePosition";

type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/** Calls this from so many frames deeper. */
const deeper = <T>(frames: number, work: () => T): T => (frames === 0 ? work() : deeper(frames - 1, work));

/** The lines of a stack that is made deep down, while somebody else says how lines are written. */
function linesOf(keep: "usersLine" | "nothing", written: (frames: NodeJS.CallSite[]) => unknown): string[] {
  const { prepareStackTrace } = Error as { prepareStackTrace?: Prepare };
  const others: Prepare = (_, frames) => written(frames);
  Error.prepareStackTrace = others;
  try {
    const done = shortStack(keep);
    const stack = deeper(20, () => new Error("why").stack);
    done();
    expect((Error as { prepareStackTrace?: Prepare }).prepareStackTrace).toBe(others);
    return (stack ?? "").split("\n");
  } finally {
    (Error as { prepareStackTrace?: Prepare | undefined }).prepareStackTrace = prepareStackTrace;
  }
}

const inSource = (frames: NodeJS.CallSite[]): string =>
  ["Error", ...frames.map(() => "    at the source")].join("\n");

test("a stack has the frames that the SDK takes off, and the user's line as its source has it", () => {
  const [head, ...lines] = linesOf("usersLine", inSource);
  expect(head).toBe("Error: why");
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toBe("    at the source");
});

test("a stack of which nothing is kept has the frames that the SDK takes off alone", () => {
  expect(linesOf("nothing", inSource)).toHaveLength(6);
});

test("where lines are made into something else than words, they are written as Node writes them", () => {
  const [, ...lines] = linesOf("usersLine", () => 7);
  expect(lines.at(-1)).toMatch(/^ {4}at .*sourcePosition\.test\.ts/);
});
