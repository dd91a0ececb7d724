import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Verdict {
  low: number;
  median: number;
  high: number;
  isHeld: boolean;
  isFar: boolean;
}

interface Measured {
  values: number[];
  unit: string;
  budget: number;
}

/** The verdict on so many seconds, calls or times. */
async function load(): Promise<{ verdict: (values: number[], budget: number, unit?: string) => Verdict }> {
  const { verdict } = (await import(pathToFileURL(join(__dirname, "../../bench/verdict.mjs")).href)) as {
    verdict: (measured: Measured) => Verdict;
  };
  return { verdict: (values, budget, unit = "s") => verdict({ values, unit, budget }) };
}

test("a budget is missed when even the lower quartile is above it, and held when it is not", async () => {
  const { verdict } = await load();
  expect(verdict([1.2, 1.3, 1.4], 1)).toMatchObject({ median: 1.3, isHeld: false });
  expect(verdict([0.8, 1.3, 1.4, 1.5, 1.6], 1).isHeld).toBe(false);
  expect(verdict([0.8, 0.9, 1.4, 1.5, 1.6], 1).isHeld).toBe(true);
});

test("a budget is missed by far by more than half of it, and one of nothing by anything", async () => {
  const { verdict } = await load();
  expect([1, 1.4, 1.5, 1.6].map((value) => verdict([value], 1).isFar)).toEqual([false, false, false, true]);
  expect([0, 1].map((calls) => verdict([calls], 0).isFar)).toEqual([false, true]);
  expect(verdict([-0.2], 0.3).isFar).toBe(false);
});

test("a multiple is missed by far by more than half of what is above once, or by a tenth where that is less", async () => {
  const { verdict } = await load();
  const isFar = (budget: number, ...values: number[]): boolean[] =>
    values.map((value) => verdict([value], budget, "×").isFar);
  expect(isFar(1.4, 1.5, 1.7)).toEqual([false, true]);
  expect(isFar(1, 1.05, 1.15)).toEqual([false, true]);
});

test("no runs hold no budget", async () => {
  const { verdict } = await load();
  expect(verdict([], 1).isHeld).toBe(false);
});

test("quartiles lie between the values in proportion", async () => {
  const { verdict } = await load();
  expect(verdict([1, 2, 3, 4], 9)).toMatchObject({ low: 1.75, median: 2.5, high: 3.25 });
});
