import { withProgress } from "../../../commandLine/progress";

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function written(task: (at: (text: string) => void) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  const work = withProgress("vpc-peering-doctor", stream, (progress) =>
    task((text) => {
      progress.at(text);
    }),
  );
  await jest.advanceTimersByTimeAsync(60_000);
  await work;
  return lines;
}

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test("what takes less than two seconds says nothing", async () => {
  const lines = await written(async (at) => {
    at("reading the stack");
    await rest(1900);
  });
  expect(lines).toEqual([]);
});

test("what takes longer says what it is at, when that has changed, and no more once it has ended", async () => {
  const lines = await written(async (at) => {
    at("reading the stack");
    await rest(7000);
    at("looked at 1 of 3 connections");
    at("looked at 2 of 3 connections");
    await rest(3000);
  });
  expect(lines).toEqual([
    "vpc-peering-doctor: reading the stack …\n",
    "vpc-peering-doctor: looked at 2 of 3 connections …\n",
  ]);
});

test("a failure ends it too", async () => {
  await expect(
    withProgress("x", { write: () => undefined }, () => Promise.reject(new Error("no"))),
  ).rejects.toThrow("no");
  expect(jest.getTimerCount()).toBe(0);
});
