import { duration } from "../../../../src/io/clock";
import { progressOn } from "../../../../src/provider/engine/progress";

const URN = "urn:pulumi:a::b::c::d";

/** Progress with a clock that is moved by hand. */
function open() {
  let time = 1_000_000;
  const lines: string[] = [];
  const calls: unknown[][] = [];
  const progress = progressOn(
    URN,
    (...call) => {
      calls.push(call);
      lines.push(call[1]);
    },
    () => time,
  );
  const say = (afterMs: number, text: string): void => {
    time += afterMs;
    progress.report(text);
  };
  return { say, lines, calls, end: progress.end };
}

describe("progress", () => {
  test("says nothing of what is done within two seconds", () => {
    const { say, lines } = open();
    for (let step = 0; step < 19; step++) say(100, `creating for ${step / 10}s`);
    expect(lines).toEqual([]);
  });

  test("then says how things stand, on the resource's own row, as something that passes", () => {
    const { say, calls } = open();
    say(2_000, "creating for 2s");
    expect(calls).toEqual([[URN, "creating for 2s", "progress"]]);
  });

  test("says a new state of things at once", () => {
    const { say, lines } = open();
    say(3_000, "creating for 3s");
    say(100, "updating for 0.1s");
    say(100, "changing name");
    expect(lines).toEqual(["creating for 3s", "updating for 0.1s", "changing name"]);
  });

  test("says the same state again only every 15 seconds, however often it is looked at", () => {
    const { say, lines } = open();
    for (let second = 3; second <= 50; second++) say(1_000, `pending for ${second}s, 540s left`);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.length).toBeLessThanOrEqual(4);
  });

  test("says a state that lasts from before the two seconds once they are over", () => {
    const { say, lines } = open();
    say(500, "pending for 0.5s");
    say(2_000, "pending for 2.5s");
    expect(lines).toEqual(["pending for 2.5s"]);
  });

  describe("that is not repeated, such as a place in a queue", () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    /** Progress by the time that the timers have, too. */
    const openOn = () => {
      const lines: string[] = [];
      const { report, end } = progressOn(URN, (_urn, text) => lines.push(text));
      return { report, end, lines };
    };

    test("is said once the two seconds are over, as it stands then", () => {
      const { report, lines } = openOn();
      report("queued behind 2 other changes");
      report("queued behind 1 other change");
      jest.advanceTimersByTime(1_999);
      expect(lines).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(lines).toEqual(["queued behind 1 other change"]);
    });

    test("is not said any more when the hook is done", () => {
      const { report, end, lines } = openOn();
      report("queued behind 1 other change");
      end();
      jest.advanceTimersByTime(60_000);
      expect(lines).toEqual([]);
    });
  });

  test("of one resource does not silence another's", () => {
    const [one, other] = [open(), open()];
    one.say(3_000, "pending for 3s");
    other.say(3_000, "pending for 3s");
    expect([one.lines.length, other.lines.length]).toEqual([1, 1]);
  });
});

describe("lines that are repeated", () => {
  test("are few where two states alternate", () => {
    const { say, lines } = open();
    say(3_000, "pending for 3s");
    for (let half = 1; half < 60; half++)
      say(500, half % 2 === 1 ? "Throttled; trying again in 0.5s" : "pending for 3s");
    expect(lines.length).toBeLessThanOrEqual(8);
  });

  test("come about every 15 s in a wait of three minutes in one state", () => {
    const { say, lines } = open();
    for (let ms = 0; ms <= 180_000; ms += 1_000)
      say(1_000, `pending for ${duration(ms)}, ${duration(600_000 - ms)} left`);
    expect(lines.length).toBeLessThanOrEqual(13);
  });
});
