import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** Whether all of it is run, or as much as every test run has time for. */
export const isFull = process.env["SOAK"] === "full";

/** What lets a process be looked at: options of Node.js. */
export const LOOKABLE = ["--expose-gc", `--require=${resolve(__dirname, "../support/looks.cjs")}`];

/** What a process holds. */
export interface Look {
  /**
   * What is in use of the heap, and outside of it for its objects, in bytes, after everything was freed that could be. It is
   * not what the process has of the system: room in the heap that is kept for later would hide what is held.
   */
  memory: number;
  /** What keeps it running: sockets, servers, timers. Those that would not keep it running are not among them. */
  resources: string[];
}

/** Looks at a process that was started to be lookable. */
export async function lookAt(process: ChildProcess): Promise<Look> {
  const answered = once(process, "message");
  process.send("look");
  const [look] = (await answered) as [Look];
  return look;
}

/** How many looks are taken, at even distances. Between two of them, each of 50 connections is changed once at the most. */
const LOOKS = isFull ? 40 : 20;

/** Does so many things, a few at the same time, and looks at a process meanwhile, while nothing is under way. */
export async function lookedAt(
  process: ChildProcess,
  count: number,
  work: (n: number) => Promise<unknown>,
): Promise<Look[]> {
  const looks: Look[] = [];
  for (let look = 0; look < LOOKS; look++) {
    const [first, end] = [look, look + 1].map((n) => Math.round((count * n) / LOOKS)) as [number, number];
    await all(first, end, work);
    looks.push(await lookAt(process));
  }
  return looks;
}

/** As many as `pulumi up --parallel 25` does at the same time: most of the time goes by in waits for one another. */
const AT_ONCE = 25;

/** Does all from the first on, before the end. */
export async function all(first: number, end: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = first;
  const worker = async (): Promise<void> => {
    while (next < end) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** How much more memory a process holds in the last quarter of its looks than in the second one, as a part of that. */
export function growthIn(looks: readonly Look[]): number {
  const quarter = looks.length / 4;
  const meanOf = (n: number): number =>
    looks.slice(n * quarter, (n + 1) * quarter).reduce((sum, { memory }) => sum + memory, 0) / quarter;
  return meanOf(3) / meanOf(1) - 1;
}
