import { CLOUDS } from "./clouds";
import { openBench } from "./support";

type Props = Record<string, unknown>;

/** What a program says first, and what others make of it in the cloud. */
const FIRST: Props = { name: "first", description: "First", tags: { team: "core" } };
const BY_HAND: Record<string, (made: Props) => Props> = {
  name: () => ({ name: "by-hand" }),
  description: () => ({ description: "Written by hand" }),
  tags: ({ tags }) => ({ tags: { ...(tags as Props), billing: "by-finance" } }),
};

const changing = CLOUDS.filter(({ changes }) => Object.keys(changes).length > 0);

describe.each(changing)("on $cloud", ({ changes, ...under }) => {
  const names = Object.keys(changes);
  const first = Object.fromEntries(names.map((name) => [name, FIRST[name]]));
  /** Each property that can be changed in place, and each other one; and a change that is of the state alone. */
  const pairs = names.flatMap((kept): [string, string, unknown][] => [
    ...names
      .filter((name) => name !== kept)
      .map((name): [string, string, unknown] => [kept, name, changes[name]]),
    [kept, "waitFor", "active"],
  ]);

  // The engine hands on what `ignoreChanges` names as the state has it.
  test.each(pairs)("%s stays as others made it, whatever becomes of %s", async (kept, name, value) => {
    const { connection, sameAccount, live, admin } = await openBench({ changes, ...under });
    const { id, outs } = await connection.create(sameAccount(first));
    const rows = (await admin("GET", "/peerings")) as Props[];
    await admin("PATCH", `/peerings/${id}`, BY_HAND[kept]?.(rows[0] ?? {}));
    const { [kept]: byHand } = (await live())[0] as unknown as Props;
    expect(byHand).not.toEqual(FIRST[kept]);
    await connection.update(id, outs, sameAccount({ ...first, [name]: value }));
    const { [kept]: now } = (await live())[0] as unknown as Props;
    expect(now).toEqual(byHand);
  });
});
