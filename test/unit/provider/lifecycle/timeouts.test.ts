import fc from "fast-check";
import { UNKNOWN } from "../../../../src/model/unknown";
import { millisecondsIn } from "../../../../src/model/duration";
import { complaintsAboutTimeouts } from "../../../../src/provider/lifecycle/timeouts";

describe("a limit of time", () => {
  test.each([
    ["90s", 90_000],
    ["10m", 600_000],
    ["1h", 3_600_000],
    ["1h30m", 5_400_000],
    ["1h2m3s", 3_723_000],
    ["1.5s", 1_500],
  ])("%s is %d ms", (text, ms) => {
    expect(millisecondsIn(text)).toBe(ms);
  });

  test("is none where none is given, or none can be read", () => {
    for (const text of [undefined, "", "soon"]) expect(millisecondsIn(text)).toBeUndefined();
  });

  test("for any hours, minutes and seconds is their sum", () => {
    const part = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
    fc.assert(
      fc.property(part, part, part, (h, m, s) => {
        const text = [h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(Boolean).join("");
        const ms = ((h ?? 0) * 3_600 + (m ?? 0) * 60 + (s ?? 0)) * 1_000;
        expect(millisecondsIn(text) ?? 0).toBe(ms);
      }),
    );
  });
});

describe("timeouts that a program gives", () => {
  test.each<[unknown]>([
    [undefined],
    [UNKNOWN],
    [{}],
    [{ create: "90s", update: "1h30m", delete: "10m" }],
    [{ create: "1.5h" }],
    [{ create: "500ms" }],
    [{ create: UNKNOWN, delete: undefined }],
  ])("%j pass", (timeouts) => {
    expect(complaintsAboutTimeouts(timeouts)).toEqual([]);
  });

  test("that are no durations are all told at once, each with its name, its value and what it must be", () => {
    expect(complaintsAboutTimeouts({ create: "soon", update: "10m", delete: 5 })).toEqual([
      'timeouts.create is "soon": it must be a duration such as "90s", "10m" or "1h30m".',
      'timeouts.delete is 5: it must be a duration such as "90s", "10m" or "1h30m".',
    ]);
    expect(complaintsAboutTimeouts("10m")).toEqual(['timeouts is "10m": it must be an object of durations.']);
    expect(complaintsAboutTimeouts({ create: "" })).toHaveLength(1);
  });
});
