import { Session } from "../../../../src/provider/lifecycle/session";
import { FakeClock } from "../../support/fakeClock";

import { SILENT } from "../../../../src/provider/lifecycle/work";

const quiet = { row: SILENT, timeouts: {} };
const task = { cloud: "alicloud", operation: "create" } as const;

describe("a piece of work", () => {
  const begin = async (
    clock = new FakeClock(),
    operation: "create" | "read" | "delete" = "create",
    timeouts = {},
  ) => await new Session(() => undefined, clock).begin({ ...task, operation }, { ...quiet, timeouts });

  test("has ten minutes, unless customTimeouts say otherwise for that operation", async () => {
    expect((await begin()).context.deadline.limit).toBe("10m");
    const timeouts = { create: "90s", delete: "1h" };
    expect((await begin(new FakeClock(), "create", timeouts)).context.deadline.limit).toBe("1m 30s");
    expect((await begin(new FakeClock(), "delete", timeouts)).context.deadline.limit).toBe("60m");
    expect((await begin(new FakeClock(), "read", timeouts)).context.deadline.limit).toBe("2m");
  });

  test("on a cloud that this release does not drive is refused, by that cloud's name", async () => {
    const session = new Session(() => undefined, new FakeClock());
    await expect(session.begin({ ...task, cloud: "othercloud" as "alicloud" }, quiet)).rejects.toThrow(
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
      session.begin(task, { ...quiet, row: { ...SILENT, report: (text) => void reports.push(text) } });
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
    const work = await session.begin(task, quiet);
    await expect(work.exclusively(sides, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await work.exclusively(sides, () => Promise.resolve("yes"))).toBe("yes");
  });

  test("of two sessions, which have other keys, do not wait for each other", async () => {
    const clock = new FakeClock();
    const [one, other] = [new Session(() => undefined, clock), new Session(() => undefined, clock)];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = (await one.begin(task, quiet)).exclusively(sides, () => held);
    const second = await other.begin(task, quiet);
    expect(await second.exclusively(sides, () => Promise.resolve("at once"))).toBe("at once");
    release();
    await first;
  });
});

test("a cloud is opened once for all work of a process", async () => {
  const session = new Session(() => undefined);
  const [one, other] = await Promise.all([session.open("alicloud"), session.open("alicloud")]);
  expect(one.cloud).toBe(other.cloud);
});
