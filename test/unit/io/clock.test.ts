import fc from "fast-check";
import { Deadline, duration, sleepUntil, systemClock } from "../../../src/io/clock";
import { FakeClock } from "../support/fakeClock";

describe("a deadline", () => {
  test("runs from the moment it is set, and passes when the limit is used up", async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, 1_000);
    expect([deadline.elapsed(), deadline.remaining()]).toEqual([0, 1_000]);
    await clock.after(999);
    expect([deadline.elapsed(), deadline.remaining()]).toEqual([999, 1]);
    await clock.after(1);
    expect([deadline.remaining()]).toEqual([0]);
    await clock.after(5_000);
    expect([deadline.elapsed(), deadline.remaining()]).toEqual([6_000, 0]);
  });

  test("does not count what it is told not to count", async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, 1_000);
    await clock.after(300);
    const answer = await deadline.uncounted(async () => {
      await clock.after(60_000);
      return "my turn";
    });
    expect(answer).toBe("my turn");
    expect([deadline.elapsed(), deadline.remaining()]).toEqual([300, 700]);
  });

  test("does not count it either when it ends in an error", async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, 1_000);
    const failing = deadline.uncounted(async () => {
      await clock.after(60_000);
      throw new Error("lock gone");
    });
    await expect(failing).rejects.toThrow("lock gone");
    expect(deadline.remaining()).toBe(1_000);
  });

  test("for any times of work and of queuing: only the work counts", async () => {
    const step = fc.record({ queue: fc.boolean(), ms: fc.nat(10_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat(30_000), async (steps, limitMs) => {
        const clock = new FakeClock();
        const deadline = new Deadline(clock, limitMs);
        for (const { queue, ms } of steps)
          await (queue ? deadline.uncounted(() => clock.after(ms)) : clock.after(ms));
        const worked = steps.filter(({ queue }) => !queue).reduce((sum, { ms }) => sum + ms, 0);
        expect(deadline.elapsed()).toBe(worked);
        expect(deadline.remaining()).toBe(Math.max(0, limitMs - worked));
        expect(deadline.remaining() === 0).toBe(worked >= limitMs);
      }),
    );
  });

  test("says its limit in words", () => {
    expect(new Deadline(new FakeClock(), 600_000).limit).toBe("10m");
  });
});

describe("a duration in words", () => {
  test.each([
    [0, "0s"],
    [40, "0s"],
    [400, "0.4s"],
    [1_000, "1s"],
    [1_250, "1.3s"],
    [9_940, "9.9s"],
    [9_999, "10s"],
    [12_000, "12s"],
    [12_400, "12s"],
    [59_400, "59s"],
    [59_600, "1m"],
    [60_000, "1m"],
    [90_000, "1m 30s"],
    [119_700, "2m"],
    [600_000, "10m"],
    [3_661_000, "61m 1s"],
  ])("%d ms is %s", (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  test("for any time: is short, and within half a second (below ten, a twentieth) of the truth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
        const [, minutes = "0", seconds = "0"] = /^(?:(\d+)m)? ?(?:([\d.]+)s)?$/.exec(duration(ms)) ?? [];
        const read = (Number(minutes) * 60 + Number(seconds)) * 1_000;
        expect(Math.abs(read - ms)).toBeLessThanOrEqual(ms < 10_000 ? 50.1 : 500);
        expect(duration(ms).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe("the machine's clock", () => {
  test("never goes back, and sleeps for as long as it is told", async () => {
    const before = systemClock.now();
    await systemClock.sleep(20);
    expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
  });

  test("has chances between nothing and one", () => {
    const dice = Array.from({ length: 100 }, () => systemClock.random());
    expect(dice.every((chance) => chance >= 0 && chance < 1)).toBe(true);
    expect(new Set(dice).size).toBeGreaterThan(50);
  });
});

test("a sleep ends when what it waits for comes, and leaves no timer", async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const slept = sleepUntil(Promise.resolve(), 3_600_000, systemClock);
  expect(timers()).toBe(before + 1);
  await slept;
  expect(timers()).toBe(before);
});

test("a sleep ends by itself if nothing comes", async () => {
  const clock = new FakeClock();
  await sleepUntil(new Promise(() => undefined), 500, clock);
  expect(clock.pauses).toEqual([500]);
});
