import type { Goal } from "../../../../../src/provider/lifecycle/routes/plan";
import { custom, main, NAT, route } from "../../../support/tables";
import { bench, ofSpoke, sizes, spoke } from "./vpcRoutesSupport";

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
    const { clock, tables, bringAll } = bench({}, [main()], { isMoreUnderWay: () => more > 0 });
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
    const { clock, bringAll } = bench({}, [main()], { isMoreUnderWay: () => true });
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
