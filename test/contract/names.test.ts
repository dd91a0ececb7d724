import { factsOf } from "../../src/model/clouds";
import { CLOUDS } from "./clouds";
import { failure, openBench } from "./support";

type Props = Record<string, unknown>;

/** Tags whose names every object has, as the engine hands them on: one has another underscore on its way. */
const SENT = JSON.parse(
  '{"___proto__":"p","constructor":"c","toString":"t","valueOf":"v","team":"n"}',
) as Props;
const TAGS = JSON.parse(
  '{"__proto__":"p","constructor":"c","toString":"t","valueOf":"v","team":"n"}',
) as Props;
const inOrder = (tags: unknown): [string, unknown][] => Object.entries(tags as Props).sort();

describe.each(CLOUDS)("on $cloud", (under) => {
  if (factsOf(under.cloud).properties["tags"] !== undefined) {
    test("tags by any name are set, read, compared and taken off like any other", async () => {
      const { connection, sameAccount, live } = await openBench(under);
      const { inputs, failures } = await connection.check({}, sameAccount({ tags: SENT }));
      expect(failures).toEqual([]);
      const { id, outs } = await connection.create(inputs);
      const [made] = await live();
      const { "pulumi-vpc-peering": _mark, ...tags } = made?.tags as unknown as Props;
      expect(inOrder(tags)).toEqual(inOrder(TAGS));
      expect(inOrder(outs["tags"])).toEqual(inOrder(SENT));
      expect(await connection.diff(id, outs, inputs)).toMatchObject({ changes: false });
      const seen = await connection.read(id, outs);
      expect(inOrder(seen.props?.["tags"])).toEqual(inOrder(SENT));
      expect(inOrder(seen.inputs?.["tags"])).toEqual(inOrder(SENT));
      const { ___proto__: _gone, ...fewer } = SENT;
      const { changes } = await connection.diff(id, outs, { ...inputs, tags: fewer });
      expect(changes).not.toBe(false);
    });
  }

  test("what is null is as good as left out: in what is declared, and in what a state holds", async () => {
    const { connection, sameAccount, calls } = await openBench(under);
    const nothings = {
      description: null,
      tags: null,
      bandwidth: null,
      adopt: null,
      preflight: null,
      waitFor: null,
    };
    const checked = await connection.check({}, sameAccount(nothings));
    const plain = await connection.check({}, sameAccount());
    expect(checked).toEqual(plain);
    const { id, outs } = await connection.create(sameAccount(nothings));
    const before = (await calls()).length;
    expect(await connection.diff(id, { ...outs, ...nothings }, plain.inputs)).toMatchObject({
      changes: false,
    });
    expect((await calls()).length).toBe(before);
  });

  test("an account that is a number is one in text from the check on, or else to be quoted", async () => {
    const { connection, sameAccount } = await openBench(under);
    const good = sameAccount();
    const accepter = good["accepter"] as Props;
    const checked = async (account: unknown) =>
      await connection.check({}, { ...good, accepter: { ...accepter, [under.accountKey]: account } });
    const account = under.accounts.a;
    const { inputs, failures } = await checked(Number.isNaN(Number(account)) ? account : Number(account));
    expect([failures, (inputs["accepter"] as Props)[under.accountKey]]).toEqual([[], account]);
    const { failures: told } = await checked(2 ** 60);
    expect(told).toEqual([{ property: "", reason: expect.stringMatching(/quote/) as string }]);
  });

  test("a state that makes no sense is told, with its property, and no call is made", async () => {
    const bench = await openBench(under);
    const { connection, acceptance, identity, sameAccount } = bench;
    const { id, outs } = await connection.create(sameAccount());
    const before = (await bench.calls()).length;
    const broken: [Promise<unknown>, RegExp][] = [
      [
        connection.read(id, { ...outs, requester: 5 }),
        /state.*makes no sense: requester is 5: it must be an object/,
      ],
      [connection.delete(id, { ...outs, cloud: "nosuch" }), /cloud is "nosuch": it must be one of/],
      [connection.diff(id, { ...outs, accepter: "x" }, sameAccount()), /accepter is "x"/],
      [connection.update(id, outs, sameAccount({ name: ["x"] })), /name is \["x"\]: it must be text/],
      [
        acceptance.read(id, { cloud: under.cloud, region: "a/b" }),
        /region is "a\/b": it must be the name of a region/,
      ],
      [identity.read(id, { cloud: under.cloud, where: {} }), /where is \{\}/],
    ];
    for (const [hook, told] of broken) {
      const { message, stack } = await failure(hook);
      expect([message, stack]).toEqual([expect.stringMatching(told), ""]);
    }
    expect((await bench.calls()).length).toBe(before);
  });
});
