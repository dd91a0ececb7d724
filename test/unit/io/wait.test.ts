import fc from "fast-check";
import { Deadline } from "../../../src/io/clock";
import { waitUntil } from "../../../src/io/wait";
import { chances, FakeClock } from "../support/fakeClock";

/** Waits for a thing that is there from `thereAfterMs` on; a look takes `lookMs`. */
async function watch(options: {
  thereAfterMs: number;
  limitMs: number;
  lookMs?: number;
  jitter?: readonly number[];
}) {
  const clock = new FakeClock(chances(options.jitter ?? [0.5]));
  const startedAt = clock.now();
  const since = (): number => clock.now() - startedAt;
  const looks: number[] = [];
  const reports: string[] = [];
  const outcome = await waitUntil({
    clock,
    deadline: new Deadline(clock, options.limitMs),
    observe: async () => {
      looks.push(since());
      if (options.lookMs !== undefined) await clock.after(options.lookMs);
      return since() >= options.thereAfterMs ? "active" : "creating";
    },
    until: (seen) => seen === "active",
    word: (seen) => seen,
    report: (message) => reports.push(message),
  });
  return { outcome, looks, reports, took: since(), pauses: clock.pauses };
}

const NEVER = Number.POSITIVE_INFINITY;
const jitter = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 40 });

describe("waiting", () => {
  test("looks before it sleeps, and what is there already costs no time", async () => {
    const { outcome, took, looks, reports } = await watch({ thereAfterMs: 0, limitMs: 60_000 });
    expect({ outcome, took, looks, reports }).toEqual({
      outcome: { reached: "active" },
      took: 0,
      looks: [0],
      reports: [],
    });
  });

  test("sees within a quarter of a second what took a tenth", async () => {
    const { took } = await watch({ thereAfterMs: 100, limitMs: 60_000, jitter: [0.99] });
    expect(took).toBeLessThan(250);
  });

  test("answers what was seen, and how often, when time runs out", async () => {
    const clock = new FakeClock();
    const seen = ["creating", "creating", "updating", "pending", "pending", "pending", "pending"];
    const last = Promise.resolve("pending");
    const outcome = await waitUntil({
      clock,
      deadline: new Deadline(clock, 20_000),
      observe: () => {
        const word = seen.shift();
        return word === undefined ? last : Promise.resolve(word);
      },
      until: () => false,
      word: (word) => word,
      report: () => undefined,
    });
    expect(outcome).toEqual({
      timedOut: expect.stringMatching(/^saw creating × 2, updating × 1, pending × \d+ in \d+s$/) as string,
    });
  });

  test("reports after each look that it goes on, what it saw and how long is left", async () => {
    const { reports, looks } = await watch({ thereAfterMs: 3_000, limitMs: 60_000 });
    expect(reports).toHaveLength(looks.length - 1);
    expect(reports[0]).toBe("creating for 0s, 1m left");
    expect(reports.at(-1)).toMatch(/^creating for [\d.]+s, 5\ds left$/);
  });

  test("passes on at once what the look or the test throws", async () => {
    const wait = (fails: "observe" | "until") =>
      waitUntil({
        clock: new FakeClock(),
        deadline: new Deadline(new FakeClock(), 60_000),
        observe: () => (fails === "observe" ? Promise.reject(new Error("no look")) : Promise.resolve("x")),
        until: () => {
          throw new Error("never");
        },
        word: (seen) => seen,
        report: () => undefined,
      });
    await expect(wait("observe")).rejects.toThrow("no look");
    await expect(wait("until")).rejects.toThrow("never");
  });

  test("still looks once when the time is up before it begins", async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, 0);
    const outcome = await waitUntil({
      clock,
      deadline,
      observe: () => Promise.resolve("active"),
      until: () => true,
      word: (seen) => seen,
      report: () => undefined,
    });
    expect(outcome).toEqual({ reached: "active" });
  });

  test("ends within a quarter of a second before the deadline, whatever the jitter, and begins no look after it", async () => {
    await fc.assert(
      fc.asyncProperty(jitter, fc.integer({ min: 1, max: 120_000 }), async (numbers, limitMs) => {
        const { outcome, looks, took } = await watch({ thereAfterMs: NEVER, limitMs, jitter: numbers });
        expect(outcome).toHaveProperty("timedOut");
        expect(took).toBeLessThanOrEqual(limitMs + 0.001);
        expect(took).toBeGreaterThanOrEqual(limitMs - 251);
        expect(Math.max(...looks)).toBeLessThanOrEqual(limitMs + 0.001);
      }),
      { numRuns: 40 },
    );
  });

  test("pauses the longer the longer it has waited, and never for more than eight seconds", async () => {
    await fc.assert(
      fc.asyncProperty(jitter, async (numbers) => {
        const { pauses } = await watch({ thereAfterMs: 100_000, limitMs: 600_000, jitter: numbers });
        pauses.slice(1).forEach((pause, i) => {
          expect(pause).toBeGreaterThan((pauses[i] ?? 0) * 0.95);
        });
        expect(Math.max(...pauses)).toBeLessThanOrEqual(8_100);
        expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100);
      }),
      { numRuns: 40 },
    );
  });

  test("sees within a second what took 14.1 s, and within three what took a minute, in 18 looks", async () => {
    for (const lookMs of [1, 10, 50, 200, 400]) {
      const quick = await watch({ thereAfterMs: 14_100, limitMs: 600_000, lookMs });
      expect(quick.took).toBeLessThanOrEqual(15_100);
      const slow = await watch({ thereAfterMs: 60_000, limitMs: 600_000, lookMs });
      expect(slow.took).toBeLessThanOrEqual(63_000);
      expect(slow.looks.length).toBeLessThanOrEqual(18);
    }
  });

  test("is late by hardly more than what it took at the worst", async () => {
    for (let thereAfterMs = 20; thereAfterMs < 120_000; thereAfterMs *= 1.07) {
      const { took } = await watch({ thereAfterMs, limitMs: 600_000 });
      expect(took - thereAfterMs).toBeLessThanOrEqual(Math.max(250, 1.25 * thereAfterMs));
    }
  });

  test("goes on at the pace of its own age when somebody else's look wakes it", async () => {
    const clock = new FakeClock();
    const pauses: number[] = [];
    await waitUntil({
      clock,
      deadline: new Deadline(clock, 100_000),
      observe: () => Promise.resolve(clock.now() > 41_000 ? "active" : "creating"),
      until: (seen) => seen === "active",
      word: (seen) => seen,
      report: () => undefined,
      sleep: async (ms) => {
        pauses.push(ms);
        await clock.sleep(Math.min(ms, 200));
      },
    });
    expect(pauses.at(-1)).toBeGreaterThan(3_500);
  });

  test("counts the time of slow looks against the deadline", async () => {
    const { took, outcome } = await watch({ thereAfterMs: NEVER, limitMs: 10_000, lookMs: 4_000 });
    expect(outcome).toHaveProperty("timedOut");
    expect(took).toBeLessThanOrEqual(14_000);
  });

  test("ten minutes of waiting take no more than 100 looks", async () => {
    const { looks } = await watch({ thereAfterMs: NEVER, limitMs: 600_000, jitter: [0] });
    expect(looks.length).toBeLessThanOrEqual(100);
  });
});
