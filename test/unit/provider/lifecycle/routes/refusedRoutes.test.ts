import type { ErrorKind, PeeringError } from "../../../../../src/model/errors";
import type { TableChange } from "../../../../../src/provider/clouds/routing";
import { main, NAT, route } from "../../../support/tables";
import { bench, ofSpoke, refusal, sizes, spoke } from "./vpcRoutesSupport";

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
