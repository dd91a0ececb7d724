import fc from "fast-check";
import { Deadline } from "../../../src/io/clock";
import { retrying } from "../../../src/io/retry";
import type { ErrorFacts, ErrorKind } from "../../../src/model/errors";
import { ERROR_KINDS, PeeringError } from "../../../src/model/errors";
import { chances, FakeClock } from "../support/fakeClock";

const failure = (kind: ErrorKind, facts: Partial<ErrorFacts> = {}): PeeringError =>
  new PeeringError("It failed.", { kind, ...facts });

/** Calls what fails in these ways one after the other, and then works. */
async function attempt(
  failures: readonly Error[],
  options: { repeatable?: boolean; limitMs?: number; jitter?: readonly number[]; callTakesMs?: number } = {},
) {
  const clock = new FakeClock(chances(options.jitter ?? [0.5]));
  const startedAt = clock.now();
  const reports: string[] = [];
  const beganAt: number[] = [];
  const policy = {
    clock,
    deadline: new Deadline(clock, options.limitMs ?? 600_000),
    repeatable: options.repeatable ?? true,
    report: (message: string) => void reports.push(message),
  };
  const call = async (): Promise<string> => {
    beganAt.push(clock.now() - startedAt);
    if (options.callTakesMs !== undefined) await clock.after(options.callTakesMs);
    const error = failures[beganAt.length - 1];
    if (error !== undefined) throw error;
    return "done";
  };
  const outcome: unknown = await retrying(call, policy).catch((error: unknown) => error);
  return { outcome, calls: beganAt.length, beganAt, reports, pauses: clock.pauses };
}

const many = (error: Error): Error[] => Array.from({ length: 10_000 }, () => error);

describe("a repeated call", () => {
  test("that works is made once, without a pause", async () => {
    expect(await attempt([])).toMatchObject({ outcome: "done", calls: 1, pauses: [], reports: [] });
  });

  const passing: readonly ErrorKind[] = ["throttled", "transient", "busy", "routesExist"];

  test.each(passing)("is made again after %s", async (kind) => {
    const { outcome, calls, reports } = await attempt([failure(kind), failure(kind)]);
    expect({ outcome, calls, reports: reports.length }).toEqual({ outcome: "done", calls: 3, reports: 2 });
  });

  test.each(ERROR_KINDS.filter((kind) => !passing.includes(kind)))(
    "is not made again after %s",
    async (kind) => {
      const error = failure(kind, { executed: "no" });
      expect(await attempt([error])).toMatchObject({ outcome: error, calls: 1, pauses: [] });
    },
  );

  test("tells before each pause what failed and when it goes on", async () => {
    const { reports } = await attempt([failure("busy")]);
    expect(reports[0]).toMatch(/^It failed; trying again in 0\.\ds, \S+ left$/);
  });

  test.each([new TypeError("x is not a function"), new RangeError("bug"), new TypeError("fetch failed")])(
    "that fails by a bug (%s) is not made again, and the bug is passed on as it is",
    async (bug) => {
      const { outcome, calls } = await attempt([bug]);
      expect(outcome).toBe(bug);
      expect(calls).toBe(1);
    },
  );

  test("ends with the first failure that is not passing", async () => {
    const last = failure("invalid");
    const { outcome, calls } = await attempt([failure("busy"), failure("throttled"), last, failure("busy")]);
    expect(outcome).toBe(last);
    expect(calls).toBe(3);
  });
});

describe("a call that must not be done twice", () => {
  test("is not repeated when nobody knows whether it was done", async () => {
    const error = failure("transient", { executed: "unknown" });
    expect(await attempt([error], { repeatable: false })).toMatchObject({ outcome: error, calls: 1 });
  });

  test.each(["no", "yes"] as const)("is repeated when it is known: executed %s", async (executed) => {
    const { outcome, calls } = await attempt([failure("transient", { executed })], { repeatable: false });
    expect({ outcome, calls }).toEqual({ outcome: "done", calls: 2 });
  });

  test("is no worry if doing it twice is doing it once", async () => {
    const { outcome } = await attempt([failure("transient", { executed: "unknown" })], { repeatable: true });
    expect(outcome).toBe("done");
  });
});

describe("a last call that the limit cuts short", () => {
  const refused = new PeeringError("Routes lead into it.", {
    kind: "routesExist",
    code: "RouteEntryExist",
    remedy: "Remove them.",
  });
  const cutShort = new PeeringError("No answer within 3 ms.", { kind: "transient", executed: "unknown" });
  const inTwoSeconds = { limitMs: 2_000, callTakesMs: 900 };

  test("is told by what the cloud said before, and its effect stays unknown", async () => {
    const { outcome, calls } = await attempt([refused, cutShort], inTwoSeconds);
    expect(calls).toBe(2);
    const { message, facts } = outcome as PeeringError;
    expect(message).toBe(
      "Routes lead into it (2 tries within the limit of 2s). Remove them. [RouteEntryExist]",
    );
    expect(facts).toMatchObject({ kind: "transient", executed: "unknown" });
  });

  test("is told so too if its timer rings a moment before the limit", async () => {
    const { outcome } = await attempt([refused, cutShort], { ...inTwoSeconds, limitMs: 2_176 });
    expect((outcome as PeeringError).message).toContain("Routes lead into it (2 tries");
  });

  test("is told so too where it must not be done twice", async () => {
    const busy = failure("busy", { executed: "no", code: "Busy" });
    const { outcome } = await attempt([busy, cutShort], { ...inTwoSeconds, repeatable: false });
    const { message, facts } = outcome as PeeringError;
    expect(message).toBe("It failed. [Busy]");
    expect(facts).toMatchObject({ kind: "transient", executed: "unknown" });
  });

  test("is told as it is if the cloud gave no answer before either", async () => {
    const lost = failure("transient", { executed: "unknown" });
    const { outcome } = await attempt([lost, cutShort], inTwoSeconds);
    expect((outcome as PeeringError).message).toContain("No answer within 3 ms");
  });

  test("does not begin with less than 50 ms left", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), async (limitMs) => {
        const { beganAt } = await attempt(many(failure("busy")), { limitMs });
        expect(Math.max(0, ...beganAt.slice(1))).toBeLessThanOrEqual(Math.max(0, limitMs - 50));
      }),
    );
  });
});

describe("the time that repeating takes", () => {
  const jitter = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 });
  const passingKind = fc.constantFrom<ErrorKind>("throttled", "transient", "busy");

  test("stays within the limit, whatever fails and however the dice fall, and the error says so", async () => {
    await fc.assert(
      fc.asyncProperty(
        jitter,
        passingKind,
        fc.integer({ min: 1, max: 60_000 }),
        async (numbers, kind, limitMs) => {
          const tried = await attempt(many(failure(kind)), { jitter: numbers, limitMs });
          expect(tried.outcome).toBeInstanceOf(PeeringError);
          const error = tried.outcome as PeeringError;
          expect(Math.max(...tried.beganAt)).toBeLessThanOrEqual(limitMs);
          expect(error.kind).toBe(kind);
          expect(error.message).toContain(tried.calls === 1 ? "one try" : `${tried.calls} tries`);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("has pauses that grow from at most half a second to at most eight, with room for chance", async () => {
    await fc.assert(
      fc.asyncProperty(jitter, passingKind, async (numbers, kind) => {
        const { pauses } = await attempt(many(failure(kind)), { jitter: numbers, limitMs: 120_000 });
        expect(pauses[0]).toBeLessThanOrEqual(500);
        expect(Math.min(...pauses)).toBeGreaterThanOrEqual(50);
        expect(Math.max(...pauses)).toBeLessThanOrEqual(8_000);
      }),
      { numRuns: 40 },
    );
  });

  test("differs by chance, so that many callers do not come back at once", async () => {
    const [early, late] = await Promise.all(
      [[0.999], [0]].map((numbers) => attempt([failure("throttled")], { jitter: numbers })),
    );
    expect(late?.pauses[0]).toBeGreaterThan((early?.pauses[0] ?? 0) * 1.5);
  });

  test("a busy VPC is asked again within a second and a half for as long as it takes", async () => {
    const { beganAt } = await attempt(many(failure("busy")), { limitMs: 60_000, jitter: [0] });
    const gaps = beganAt.slice(1).map((at, index) => at - (beganAt[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_500);
  });

  test("ends earlier where a failure is known to last: then it is the cloud's own words that count", async () => {
    const error = failure("busy", { retryForMs: 5_000 });
    const { outcome, beganAt } = await attempt(many(error), { limitMs: 600_000 });
    expect(outcome).toBe(error);
    expect(Math.max(...beganAt)).toBeLessThanOrEqual(5_000);
    expect(Math.max(...beganAt)).toBeGreaterThan(3_000);
  });

  test("advises the user to run it again when it is over, and keeps the cloud's advice if it has some", async () => {
    const plain = await attempt(many(failure("throttled")), { limitMs: 1_000 });
    expect((plain.outcome as PeeringError).message).toMatch(/customTimeouts/);
    const advised = await attempt(many(failure("throttled", { remedy: "Ask for more." })), {
      limitMs: 1_000,
    });
    expect((advised.outcome as PeeringError).message).toMatch(/Ask for more\./);
  });

  test("counts what the calls themselves take", async () => {
    const { outcome, beganAt } = await attempt(many(failure("busy")), {
      limitMs: 10_000,
      callTakesMs: 3_000,
    });
    expect(outcome).toBeInstanceOf(PeeringError);
    expect(Math.max(...beganAt)).toBeLessThanOrEqual(10_000);
  });
});

test("what must not be done twice is not repeated when nothing is said of its effect", async () => {
  expect(await attempt([failure("transient")], { repeatable: false })).toMatchObject({ calls: 1 });
});

test("the telling of a pause reads as a sentence", async () => {
  const { reports } = await attempt([new PeeringError("There are other operations.", { kind: "busy" })]);
  expect(reports).toHaveLength(1);
  expect(reports[0]).not.toContain(".;");
});

test("a failure that may last for 5 s is tried for 5 s, whatever came before it", async () => {
  const refused = failure("transient", { executed: "no", retryForMs: 5_000 });
  const before = Array.from({ length: 12 }, () => failure("busy"));
  expect(await attempt([...before, refused])).toMatchObject({ outcome: "done" });
});
