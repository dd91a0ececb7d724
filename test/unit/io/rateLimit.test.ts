import { RateLimit } from "../../../src/io/rateLimit";
import { FakeClock } from "../support/fakeClock";

/** A cloud that admits so many calls in any window, and what came of many calls, eight at a time as the engine makes them. */
async function callsOf(count: number, real: number, documented: number, windowMs = 1_000) {
  const clock = new FakeClock();
  const limit = new RateLimit(clock, { calls: documented, windowMs });
  const startedAt = clock.now();
  const admitted: number[] = [];
  let throttled = 0;
  const call = async (): Promise<void> => {
    for (;;) {
      const ended = await limit.enter(() => undefined);
      const recent = admitted.filter((at) => at > clock.now() - windowMs);
      const outcome = recent.length < real ? "passed" : "throttled";
      if (outcome === "passed") admitted.push(clock.now());
      await clock.after(1);
      ended(outcome);
      if (outcome === "passed") return;
      throttled++;
      await clock.after(300);
    }
  };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { took: clock.now() - startedAt, throttled };
}

test("under a real limit, one call in all is throttled, and the rest come as fast as the limit lets them", async () => {
  const { took, throttled } = await callsOf(200, 20, 20);
  expect(throttled).toBe(1);
  expect(took).toBeLessThanOrEqual(9_000 * 1.1);
});

test("a limit that the cloud does not enforce holds nobody up", async () => {
  const { took, throttled } = await callsOf(1_000, Number.POSITIVE_INFINITY, 20);
  expect(throttled).toBe(0);
  expect(took).toBeLessThanOrEqual(200);
});

test("a limit that was raised is found", async () => {
  const { took, throttled } = await callsOf(200, 100, 20);
  expect(throttled).toBeLessThanOrEqual(16);
  expect(took).toBeLessThanOrEqual(2_500);
});

test("where others use up most of the limit, the rest of it is made use of", async () => {
  const { took } = await callsOf(20, 5, 20);
  expect(took).toBeLessThanOrEqual(5_000);
});

test("of a limit that is not enforced no more is remembered than sixteen times of it", async () => {
  const clock = new FakeClock();
  const limit = new RateLimit(clock, { calls: 5, windowMs: 3_600_000 });
  for (let i = 0; i < 1_000; i++) (await limit.enter(() => undefined))("passed");
  const kept = limit as unknown as { answered: number[] };
  expect(kept.answered).toHaveLength(80);
});

test("a wait is told before it begins", async () => {
  const clock = new FakeClock();
  const limit = new RateLimit(clock, { calls: 1, windowMs: 60_000 });
  (await limit.enter(() => undefined))("passed");
  (await limit.enter(() => undefined))("throttled");
  const waits: number[] = [];
  (await limit.enter((waitMs) => waits.push(waitMs)))("passed");
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(60_000, -1);
});
