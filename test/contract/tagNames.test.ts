import { factsOf } from "../../src/model/clouds";
import { isChangedInPlace } from "../../src/model/properties";
import { forTransit } from "../../src/model/transit";
import { CLOUDS } from "./clouds";
import { openBench } from "./support";

/** Names that every JavaScript object has of its own accord, or that make a promise of one. */
const NAMES = ["__proto__", "___proto__", "constructor", "hasOwnProperty", "then", "toString"];

const tagsNamed = (names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, "v"]));

describe.each(CLOUDS.filter(({ cloud }) => "tags" in factsOf(cloud).properties))("on $cloud", (under) => {
  test("tags with names that JavaScript has a use for are put on, seen, and compared like any other", async () => {
    const { connection, sameAccount, live } = await openBench(under);
    const keys = async (): Promise<string[]> => {
      const [row] = await live();
      return Object.keys(row?.tags ?? {}).filter((key) => key !== "pulumi-vpc-peering");
    };
    const inputs = sameAccount(forTransit({ tags: tagsNamed(NAMES) }));
    const { inputs: checked, failures } = await connection.check({}, inputs);
    expect(failures).toEqual([]);
    const { id, outs } = await connection.create(checked);
    expect((await keys()).sort()).toEqual([...NAMES].sort());

    const seen = await connection.read(id, outs);
    expect(Object.entries(seen.props?.["tags"] as object).sort()).toEqual(
      Object.entries(checked["tags"] as object).sort(),
    );
    expect(await connection.diff(id, seen.props ?? {}, checked)).toMatchObject({ changes: false });

    const fewer = { ...checked, ...forTransit({ tags: tagsNamed(NAMES.slice(1)) }) };
    const { changes, replaces } = await connection.diff(id, outs, fewer);
    expect(changes).not.toBe(false);
    if (!isChangedInPlace("tags", under.cloud)) return;
    expect(replaces).toEqual([]);
    await connection.update(id, outs, fewer);
    expect((await keys()).sort()).toEqual(NAMES.slice(1).sort());
  });
});
