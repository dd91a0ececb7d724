import type { ErrorKind } from "../../../../../src/model/errors";
import { PeeringError } from "../../../../../src/model/errors";
import type { TableChange, TableRoute } from "../../../../../src/provider/clouds/routing";
import type { Goal } from "../../../../../src/provider/lifecycle/routes/plan";
import { VpcRoutes } from "../../../../../src/provider/lifecycle/routes/vpcRoutes";
import type { Reached } from "../../../../../src/provider/lifecycle/routes/waiting";
import { contextOn } from "../../../support/context";
import { FakeClock } from "../../../support/fakeClock";
import { FakeTables } from "../../../support/fakeTables";
import { custom, goal, main, NAT, route } from "../../../support/tables";

const VPC = { vpcId: "vpc-hub", region: "somewhere" };
const LIMIT_MS = 60_000;

/** The goal of one spoke of a hub: a connection of its own to a block of its own. */
const spoke = (n: number, more: Partial<Goal> = {}): Goal =>
  goal({ connectionId: `pcc-${n}`, mark: `mark ${n}`, destinations: [`10.${n}.0.0/16`], ...more });

/** A route as a spoke's goal has it. */
const ofSpoke = (n: number, more: Partial<TableRoute> = {}): TableRoute =>
  route(`10.${n}.0.0/16`, {
    hop: { kind: "peering", id: `pcc-${n}`, word: "peering" },
    description: `mark ${n}`,
    ...more,
  });

const refusal = (kind: ErrorKind, words = `it is ${kind}`): PeeringError => new PeeringError(words, { kind });

interface Bench {
  clock: FakeClock;
  tables: FakeTables;
  bring: (goal: Goal, limitMs?: number) => Promise<Reached>;
  /** Brings them all, the one after the other with a pause between them. What failed is told as its message. */
  bringAll: (goals: readonly Goal[], apartMs?: number) => Promise<string[]>;
}

function bench(
  how: ConstructorParameters<typeof FakeTables>[1] = {},
  before = [main()],
  isAsynchronous = false,
  isMoreUnderWay = (): boolean => false,
): Bench {
  const clock = new FakeClock();
  const tables = new FakeTables(clock, how, before);
  const routes = new VpcRoutes(VPC, tables, { isAsynchronous, isMoreUnderWay });
  const bring: Bench["bring"] = (one, limitMs = LIMIT_MS) => routes.bring(one, contextOn(clock, limitMs));
  return {
    clock,
    tables,
    bring,
    bringAll: async (goals, apartMs = 0) => {
      const all = goals.map(async (one, index) => {
        if (apartMs > 0) await clock.after(index * apartMs);
        return await bring(one).then(
          ({ routes: reached }) =>
            reached.map(({ destination, status }) => `${destination} ${status}`).join(),
          (error: unknown) => (error as Error).message,
        );
      });
      return await Promise.all(all);
    },
  };
}

/** How many routes each write has added, redirected, enabled or removed. */
const sizes = ({ writes }: FakeTables): number[] =>
  writes.map(
    ({ add, redirect, enable, remove }) => add.length + redirect.length + enable.length + remove.length,
  );

describe("many goals", () => {
  test("that come together are one look and one write", async () => {
    const { tables, bringAll } = bench();
    const goals = [1, 2, 3, 4, 5].map((n) => spoke(n));
    expect(await bringAll(goals)).toEqual(goals.map(({ destinations: [one] }) => `${one ?? ""} present`));
    expect([tables.reads, sizes(tables)]).toEqual([1, [5]]);
  });

  test("that trickle in, 60 ms apart, are few writes, and one look", async () => {
    const { tables, bringAll } = bench();
    await bringAll(
      Array.from({ length: 50 }, (_, n) => spoke(n + 1)),
      60,
    );
    expect(tables.there).toHaveLength(50);
    expect(tables.reads).toBe(1);
    expect(sizes(tables)).toEqual([...Array.from({ length: 8 }, () => 6), 2]);
  });

  test("wait for more while anything else is under way, but not for ever", async () => {
    let more = 3;
    const { clock, tables, bringAll } = bench({}, [main()], false, () => more > 0);
    const others = async (): Promise<void> => {
      for (; more > 0; more--) await clock.after(300);
    };
    await Promise.all([others(), bringAll([spoke(1), spoke(2)])]);
    expect(clock.pauses).toEqual([250, 250, 250, 250]);
    more = 1;
    await bringAll([spoke(3), spoke(4)]);
    expect(clock.pauses.slice(4)).toEqual(Array.from({ length: 12 }, () => 250));
    expect(tables.there).toHaveLength(4);
  });

  test("one alone waits for nobody else, whatever is under way", async () => {
    const { clock, bringAll } = bench({}, [main()], false, () => true);
    await bringAll([spoke(1)]);
    expect(clock.pauses).toEqual([80]);
  });

  test("that come while others are written are written next, on what was written", async () => {
    const { tables, bringAll, bring } = bench();
    const [first] = await Promise.all([bringAll([spoke(1)]), bringAll([spoke(2), spoke(3)], 100)]);
    expect(first).toEqual(["10.1.0.0/16 present"]);
    await bring(spoke(4));
    expect(tables.there).toHaveLength(4);
    expect(tables.reads).toBe(1);
  });

  test("one alone waits for others for 80 ms, and no longer", async () => {
    const { clock, bring } = bench();
    await bring(spoke(1));
    expect(clock.pauses).toEqual([80]);
  });

  test("whoever finds a route in the way fails, and the others do not", async () => {
    const { tables, bringAll } = bench({}, [main(route("10.2.0.0/16", { hop: NAT }))]);
    const [one, two, three] = await bringAll([spoke(1), spoke(2), spoke(3)]);
    expect([one, three]).toEqual(["10.1.0.0/16 present", "10.3.0.0/16 present"]);
    expect(two).toBe(
      "Of vpc-hub's routes, 1 is taken: in vtb-main, 10.2.0.0/16 leads to NatGateway nat-1 (rte-10.2.0.0/16). Nothing was written. A destination leads to one place: remove the route in the way, or leave the destination out with `exclude`, `destinations` or `tables`.",
    );
    expect(tables.there).toHaveLength(3);
  });

  test("of two that want the same place, the second is told that the first has it", async () => {
    const { tables, bringAll } = bench();
    const [one, two] = await bringAll([spoke(1), spoke(2, { destinations: ["10.1.0.0/16"] })]);
    expect(one).toBe("10.1.0.0/16 present");
    expect(two).toMatch(/in vtb-main, 10.1.0.0\/16 leads to connection pcc-1\. Nothing was written/);
    expect(tables.there).toEqual(["10.1.0.0/16 pcc-1 present"]);
  });

  test("two may exchange what they lead to", async () => {
    const place = (destination: string): Goal["known"] => [{ table: "vtb-main", destination }];
    const { tables, bringAll } = bench({}, [main(ofSpoke(1), ofSpoke(2))]);
    const said = await bringAll([
      spoke(1, { destinations: ["10.2.0.0/16"], known: place("10.1.0.0/16") }),
      spoke(2, { destinations: ["10.1.0.0/16"], known: place("10.2.0.0/16") }),
    ]);
    expect(said).toEqual(["10.2.0.0/16 present", "10.1.0.0/16 present"]);
    expect(tables.there.sort()).toEqual(["10.1.0.0/16 pcc-2 present", "10.2.0.0/16 pcc-1 present"]);
    for (const { add, remove } of tables.writes) {
      const both = add.filter(({ destination }) => remove.some((one) => one.destination === destination));
      expect(both).toEqual([]);
    }
  });

  test("one that waits for a place, whose holder cannot leave it, is told who holds it", async () => {
    const { bringAll } = bench({}, [main(ofSpoke(1), route("10.3.0.0/16", { hop: NAT }))]);
    const [, two] = await bringAll([
      spoke(1, { destinations: ["10.3.0.0/16"] }),
      spoke(2, { destinations: ["10.1.0.0/16"] }),
    ]);
    expect(two).toContain("10.1.0.0/16 leads to connection pcc-1 (rte-10.1.0.0/16)");
  });
});

describe("what the cloud refuses", () => {
  const refusing =
    (destination: string, error: PeeringError) =>
    ({ add, remove }: TableChange): { destination: string; error: PeeringError }[] =>
      [...add, ...remove].some((one) => one.destination === destination) ? [{ destination, error }] : [];

  test("of one goal alone fails that one, in its own words", async () => {
    const { tables, bringAll } = bench({ refuse: refusing("10.2.0.0/16", refusal("invalid")) });
    const said = await bringAll([spoke(1), spoke(2), spoke(3)]);
    expect(said).toEqual(["10.1.0.0/16 present", "it is invalid", "10.3.0.0/16 present"]);
    expect(tables.there).toHaveLength(2);
  });

  test("as a whole is written one by one: only whoever is to blame fails", async () => {
    const refuse = ({ add }: TableChange): undefined => {
      if (add.some(({ destination }) => destination === "10.2.0.0/16")) throw refusal("quota");
    };
    const said = await bench({ refuse }).bringAll([spoke(1), spoke(2), spoke(3)]);
    expect(said).toEqual(["10.1.0.0/16 present", "it is quota", "10.3.0.0/16 present"]);
  });

  test("for want of a permission is asked for once", async () => {
    const refuse = (): undefined => {
      throw refusal("permission");
    };
    const { tables, bringAll } = bench({ refuse });
    expect(await bringAll([spoke(1), spoke(2)])).toEqual(["it is permission", "it is permission"]);
    expect(tables.writes).toHaveLength(1);
  });

  test("to remove is no success", async () => {
    const { bringAll, tables } = bench({ refuse: refusing("10.1.0.0/16", refusal("permission")) }, [
      main(ofSpoke(1)),
    ]);
    expect(await bringAll([spoke(1, { destinations: [] })])).toEqual(["it is permission"]);
    expect(tables.there).toHaveLength(1);
  });

  test.each<ErrorKind>(["duplicate", "gone", "busy", "transient"])(
    "as %s is looked at again, and written as the tables are then",
    async (kind) => {
      const refuse = (change: TableChange, write: number): { destination: string; error: PeeringError }[] =>
        write === 1 ? change.add.map(({ destination }) => ({ destination, error: refusal(kind) })) : [];
      const { tables, bringAll } = bench({ refuse });
      expect(await bringAll([spoke(1), spoke(2)])).toEqual(["10.1.0.0/16 present", "10.2.0.0/16 present"]);
      expect([tables.reads, tables.writes.length]).toEqual([2, 2]);
    },
  );

  test("since somebody else is first to a place: an error that names it, and no word that nothing was written", async () => {
    const { tables, bringAll } = bench({
      refuse: ({ add }, write) => {
        if (write > 1) return [];
        tables.become(main(route("10.2.0.0/16", { hop: NAT })));
        return add.slice(1).map(({ destination }) => ({ destination, error: refusal("duplicate") }));
      },
    });
    const [said] = await bringAll([spoke(1, { destinations: ["10.1.0.0/16", "10.2.0.0/16"] })]);
    expect(said).toContain("10.2.0.0/16 leads to NatGateway nat-1");
    expect(said).not.toContain("Nothing was written");
  });

  test("in the time of one makes the others try again, together", async () => {
    const { tables, bring } = bench({
      refuse: (_, write) => {
        if (write === 1) throw refusal("timeout");
        return [];
      },
    });
    await Promise.all([bring(spoke(1)), bring(spoke(2)), bring(spoke(3))]);
    expect(sizes(tables)).toEqual([3, 3]);
  });

  test("for whatever passes, to the end of the time: the reason is told", async () => {
    const refuse = (): undefined => {
      throw refusal("throttled", "Too many calls.");
    };
    const { bring } = bench({ refuse });
    await expect(bring(spoke(1), 1_000)).rejects.toThrow("Too many calls.");
  });

  test("again and again, with no reason to be seen, ends after 8 times, in 16 s", async () => {
    const { clock, bringAll } = bench({
      refuse: refusing("10.1.0.0/16", refusal("duplicate", "It is there.")),
    });
    expect(await bringAll([spoke(1)])).toEqual([
      "It is there. It was refused 8 times, and the tables do not show why. Run `pulumi up` again.",
    ]);
    expect(clock.pauses).toEqual([80, 250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });
});

describe("a cloud that goes on working after its answer", () => {
  test("is waited for, until what was written is in force", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main()], true);
    expect(await bringAll([spoke(1), spoke(2)])).toEqual(["10.1.0.0/16 present", "10.2.0.0/16 present"]);
    expect(sizes(tables)).toEqual([2]);
  });

  test("is asked which tables there are every 5 s while it is waited for, not at each look", async () => {
    const { tables, bringAll } = bench({ workMs: 8_000 }, [main()], true);
    await bringAll([spoke(1)]);
    expect(tables.reads).toBeGreaterThan(5);
    expect(tables.lists).toBe(2);
  });

  test("is waited for until what goes is gone", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main(ofSpoke(1))], true);
    await bringAll([spoke(1, { destinations: [] })]);
    expect(tables.there).toEqual([]);
  });

  test("is not written meanwhile: whoever comes is written next, together", async () => {
    const { tables, bringAll } = bench({ workMs: 3_000 }, [main()], true);
    await bringAll([spoke(1), spoke(2), spoke(3)], 1_000);
    expect(tables.there).toHaveLength(3);
    expect(sizes(tables)).toEqual([1, 2]);
  });

  test("keeps others waiting for 30 s: then they are written all the same", async () => {
    const { clock, tables, bring } = bench({ workMs: 50_000 }, [main()], true);
    const first = bring(spoke(1), 100_000);
    await clock.after(1_000);
    await Promise.all([first, bring(spoke(2), 100_000)]);
    expect(sizes(tables)).toEqual([1, 1]);
    expect(tables.there).toHaveLength(2);
    expect(clock.now()).toBeLessThan(100_000);
  });

  test("keeps nobody waiting beyond his own deadline", async () => {
    const { clock, bring } = bench({ workMs: 20_000 }, [main()], true);
    const first = bring(spoke(1), 60_000);
    await clock.after(1_000);
    const began = clock.now();
    await expect(bring(spoke(2), 5_000)).rejects.toThrow("The routes did not come into force within 5s");
    expect(clock.now() - began).toBe(5_000);
    await first;
  });

  test("and never ends makes a goal fail at its deadline, to the millisecond, and no other one", async () => {
    const { clock, bring } = bench({ workMs: 20_000 }, [main()], true);
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
    const { clock, tables, bringAll } = bench({ lateMs: 1_000 }, [main()], true);
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
      true,
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

test("where these keys see no table, a route that is wanted fails, and one to be removed is gone", async () => {
  const { bringAll } = bench({}, []);
  expect(await bringAll([spoke(1), spoke(2, { destinations: [] })])).toEqual([
    "vpc-hub has no route table in somewhere that these keys can see and that `tables` means. Check the VPC's id, its region and whose keys these are.",
    "",
  ]);
});

test("tables that are not named keep what others wrote", async () => {
  const { tables, bring } = bench({}, [main(ofSpoke(9)), custom()]);
  await bring(spoke(1, { tables: ["vtb-custom"] }));
  expect(tables.there).toEqual(["10.9.0.0/16 pcc-9 present", "10.1.0.0/16 pcc-1 present"]);
});
