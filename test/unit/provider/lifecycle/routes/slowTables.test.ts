import { main } from "../../../support/tables";
import { bench, ofSpoke, refusal, sizes, spoke } from "./vpcRoutesSupport";

describe("a cloud that goes on working after its answer", () => {
  test("is waited for, until what was written is in force", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main()], { isAsynchronous: true });
    expect(await bringAll([spoke(1), spoke(2)])).toEqual(["10.1.0.0/16 present", "10.2.0.0/16 present"]);
    expect(sizes(tables)).toEqual([2]);
  });

  test("is asked which tables there are every 5 s while it is waited for, not at each look", async () => {
    const { tables, bringAll } = bench({ workMs: 8_000 }, [main()], { isAsynchronous: true });
    await bringAll([spoke(1)]);
    expect(tables.reads).toBeGreaterThan(5);
    expect(tables.lists).toBe(2);
  });

  test("is waited for until what goes is gone", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main(ofSpoke(1))], { isAsynchronous: true });
    await bringAll([spoke(1, { destinations: [] })]);
    expect(tables.there).toEqual([]);
  });

  test("is not written meanwhile: whoever comes is written next, together", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main()], { isAsynchronous: true });
    await bringAll([spoke(1), spoke(2), spoke(3)], 1_000);
    expect(tables.there).toHaveLength(3);
    expect(sizes(tables)).toEqual([1, 2]);
  });

  test("keeps others waiting for 30 s: then they are written all the same", async () => {
    const { clock, tables, bring } = bench({ workMs: 50_000 }, [main()], { isAsynchronous: true });
    const first = bring(spoke(1), 100_000);
    await clock.after(1_000);
    await Promise.all([first, bring(spoke(2), 100_000)]);
    expect(sizes(tables)).toEqual([1, 1]);
    expect(tables.there).toHaveLength(2);
    expect(clock.now()).toBeLessThan(100_000);
  });

  test("keeps nobody waiting beyond his own deadline", async () => {
    const { clock, bring } = bench({ workMs: 20_000 }, [main()], { isAsynchronous: true });
    const first = bring(spoke(1), 60_000);
    await clock.after(1_000);
    const began = clock.now();
    await expect(bring(spoke(2), 5_000)).rejects.toThrow("The routes did not come into force within 5s");
    expect(clock.now() - began).toBe(5_000);
    await first;
  });

  test("and never ends makes a goal fail at its deadline, to the millisecond, and no other one", async () => {
    const { clock, bring } = bench({ workMs: 20_000 }, [main()], { isAsynchronous: true });
    const began = clock.now();
    const ends = [bring(spoke(1), 10_000), bring(spoke(2), 40_000)];
    const [one, two] = await Promise.allSettled(
      ends.map(async (end) => {
        await end.catch((error: unknown) => {
          throw new Error(`${(error as Error).message} ${clock.now() - began}`);
        });
      }),
    );
    expect(one).toMatchObject({
      reason: {
        message:
          "The routes did not come into force within 10s: the cloud was still at work on them (used 10s). Run the same command again to go on with it, or raise `customTimeouts`. 10000",
      },
    });
    expect(two).toMatchObject({ status: "fulfilled" });
  });
});

describe("looks that come late", () => {
  test("do not make a route be written twice without a pause", async () => {
    const { clock, tables, bringAll } = bench({ lateMs: 1_000 }, [main()], { isAsynchronous: true });
    expect(await bringAll([spoke(1)])).toEqual(["10.1.0.0/16 present"]);
    expect(tables.writes.length).toBeLessThanOrEqual(4);
    expect(clock.pauses).toContain(500);
  });

  test("change nothing where a write is in force at once: what was written is known", async () => {
    const { tables, bringAll } = bench({ lateMs: 5_000 });
    await bringAll([spoke(1), spoke(2)], 1_000);
    expect([tables.reads, sizes(tables)]).toEqual([1, [1, 1]]);
  });

  test("somebody who removes what is written, each time, is told of in the end", async () => {
    const { tables, bringAll } = bench(
      {
        refuse: (change) => {
          // Taken, and gone at once.
          return change.add.map(({ destination }) => ({ destination, error: refusal("transient") })).slice(1);
        },
      },
      [main()],
      { isAsynchronous: true },
    );
    const write = tables.write.bind(tables);
    tables.write = async (request) => {
      const written = await write(request);
      tables.become(main());
      return written;
    };
    expect(await bringAll([spoke(1)])).toEqual([
      "The routes were written 8 times, and were gone again each time. Find out who else writes these tables, then run `pulumi up` again.",
    ]);
  });
});
