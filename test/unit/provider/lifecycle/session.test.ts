import fc from "fast-check";
import { limitOf, Session } from "../../../../src/provider/lifecycle/session";
import { FakeClock } from "../../support/fakeClock";
import { inputs } from "../../support/samples";

const row = { report: () => undefined, warn: () => undefined };

describe("a limit of time", () => {
  test.each([
    ["90s", 90_000],
    ["10m", 600_000],
    ["1h", 3_600_000],
    ["1h30m", 5_400_000],
    ["1h2m3s", 3_723_000],
    ["1.5s", 1_500],
  ])("%s is %d ms", (text, ms) => {
    expect(limitOf(text)).toBe(ms);
  });

  test("is none where none is given, or none can be read", () => {
    for (const text of [undefined, "", "soon"]) expect(limitOf(text)).toBeUndefined();
  });

  test("for any hours, minutes and seconds is their sum", () => {
    const part = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
    fc.assert(
      fc.property(part, part, part, (h, m, s) => {
        const text = [h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(Boolean).join("");
        const ms = ((h ?? 0) * 3_600 + (m ?? 0) * 60 + (s ?? 0)) * 1_000;
        expect(limitOf(text) ?? 0).toBe(ms);
      }),
    );
  });
});

describe("a hook's work", () => {
  const begin = async (
    clock = new FakeClock(),
    operation: "create" | "read" | "delete" = "create",
    timeouts = {},
  ) => await new Session(() => undefined, clock).begin({ ...inputs, timeouts }, operation, row);

  test("has ten minutes, unless customTimeouts say otherwise for that operation", async () => {
    expect((await begin()).context.deadline.limit).toBe("10m");
    const timeouts = { create: "90s", delete: "1h" };
    expect((await begin(new FakeClock(), "create", timeouts)).context.deadline.limit).toBe("1m 30s");
    expect((await begin(new FakeClock(), "delete", timeouts)).context.deadline.limit).toBe("60m");
    expect((await begin(new FakeClock(), "read", timeouts)).context.deadline.limit).toBe("2m");
  });

  test("on a cloud that this release does not drive is refused, by that cloud's name", async () => {
    const session = new Session(() => undefined, new FakeClock());
    await expect(session.begin({ cloud: "othercloud" as "alicloud" }, "create", row)).rejects.toThrow(
      /"othercloud".*"alicloud"/,
    );
  });
});

describe("changes of the same VPC", () => {
  const sides = [{ vpcId: "hub" }, { vpcId: "spoke" }];

  test("are made one after the other, those of other VPCs meanwhile; queuing does not count, and is told", async () => {
    const clock = new FakeClock();
    const session = new Session(() => undefined, clock);
    const reports: string[] = [];
    const begin = () =>
      session.begin(inputs, "create", { ...row, report: (text) => void reports.push(text) });
    const [one, other, free] = await Promise.all([begin(), begin(), begin()]);
    const events: string[] = [];
    const change = (name: string, ms: number) => async (): Promise<void> => {
      events.push(`${name} begins`);
      await clock.after(ms);
      events.push(`${name} ends`);
    };
    await Promise.all([
      one.exclusively(sides, change("one", 60_000)),
      other.exclusively([{ vpcId: "hub" }, { vpcId: "else" }], change("other", 100)),
      free.exclusively([{ vpcId: "x" }], change("free", 50)),
    ]);
    expect(events).toEqual([
      "one begins",
      "free begins",
      "free ends",
      "one ends",
      "other begins",
      "other ends",
    ]);
    expect(other.context.deadline.elapsed()).toBeLessThan(200);
    expect(one.context.deadline.elapsed()).toBeGreaterThanOrEqual(60_000);
    expect(reports).toEqual([expect.stringMatching(/queued behind 1 other change /)]);
  });

  test("go on after one that failed", async () => {
    const session = new Session(() => undefined, new FakeClock());
    const work = await session.begin(inputs, "create", row);
    await expect(work.exclusively(sides, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await work.exclusively(sides, () => Promise.resolve("yes"))).toBe("yes");
  });

  test("of two sessions, which have other keys, do not wait for each other", async () => {
    const clock = new FakeClock();
    const [one, other] = [new Session(() => undefined, clock), new Session(() => undefined, clock)];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = (await one.begin(inputs, "create", row)).exclusively(sides, () => held);
    const second = await other.begin(inputs, "create", row);
    expect(await second.exclusively(sides, () => Promise.resolve("at once"))).toBe("at once");
    release();
    await first;
  });
});

test("a cloud is opened once for all hooks of a process", async () => {
  const session = new Session(() => undefined);
  const [one, other] = await Promise.all([session.open("alicloud"), session.open("alicloud")]);
  expect(one.cloud).toBe(other.cloud);
});
