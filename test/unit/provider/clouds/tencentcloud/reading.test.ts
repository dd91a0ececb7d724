import { allOf } from "../../../../../src/provider/clouds/kit/pages";
import { bodies, open, ref, row, spec, stub } from "./cloudSupport";
import { answer, refusal } from "./support";

test("a connection is gone whether the answer is empty, an error, or a row that says so", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({ TotalCount: 0, PeerConnectionSet: [] })];
  expect(await cloud.get(ref, context)).toBeUndefined();
  stub.answers = [refusal("ResourceNotFound")];
  expect(await cloud.get(ref, context)).toBeUndefined();
  stub.answers = [answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1", { State: "DELETED" })] })];
  expect((await cloud.get(ref, context))?.status).toBe("deleted");
  expect(bodies()[0]).toMatchObject({ PeeringConnectionIds: ["pcx-1"], Offset: 0, Limit: 100 });
});

test("a pair is found in both directions, on whichever page, and other pairs are not", async () => {
  const { cloud, context } = open();
  const reverse = { SourceVpcId: "vpc-b", DestinationVpcId: "vpc-a" };
  stub.answers = [
    answer({ TotalCount: 3, PeerConnectionSet: [row("pcx-1"), row("pcx-2", { DestinationVpcId: "vpc-c" })] }),
    answer({ TotalCount: 3, PeerConnectionSet: [row("pcx-3", reverse)] }),
  ];
  expect((await cloud.find(spec, context)).map(({ id }) => id)).toEqual(["pcx-1", "pcx-3"]);
  const Filters = [{ Name: "vpc-id", Values: ["vpc-a", "vpc-b"] }];
  expect(bodies()).toMatchObject([
    { Filters, Offset: 0 },
    { Filters, Offset: 2 },
  ]);
});

test("a list ends where a page is empty, whatever the total says", async () => {
  const { cloud, context } = open();
  stub.answers = [
    answer({ TotalCount: 9, PeerConnectionSet: [row("pcx-1")] }),
    answer({ TotalCount: 9, PeerConnectionSet: [] }),
  ];
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(stub.seen).toHaveLength(2);
});

test("where pages of 100 are refused, they have 50 from then on", async () => {
  const { cloud, context } = open();
  const page = answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1")] });
  stub.answers = [refusal("InvalidParameterValue.Range"), page];
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(bodies().map(({ Limit }) => Limit)).toEqual([100, 50, 50]);
});

test("what is refused for another reason is asked once more, and told", async () => {
  const { cloud, context } = open();
  stub.answers = [refusal("InvalidParameter")];
  await expect(allOf(cloud.list({ region: "ap-guangzhou" }, context))).rejects.toMatchObject({
    kind: "invalid",
  });
  expect(stub.seen).toHaveLength(2);
});

describe("where a hub has many connections", () => {
  const hub = (count: number) =>
    Array.from({ length: count }, (_, i) => row(`pcx-${i}`, { DestinationVpcId: `vpc-s${i}` }));
  const all = answer({ TotalCount: 60, PeerConnectionSet: hub(60) });
  const pair = (i: number) => ({ ...spec, accepter: { ...spec.accepter, vpcId: `vpc-s${i}` } });
  const filtersOf = () =>
    bodies().map(({ Filters }) => (Filters as { Values: string[] }[]).map(({ Values }) => Values));

  test("and the filter goes by both ends, a pair is looked for by its spoke alone", async () => {
    const { cloud, context } = open();
    const seven = answer({ TotalCount: 1, PeerConnectionSet: [hub(8)[7] ?? {}] });
    stub.answers = [all, answer({ TotalCount: 1, PeerConnectionSet: hub(1) }), seven];
    await cloud.find(pair(9), context);
    expect((await cloud.find(pair(7), context)).map(({ id }) => id)).toEqual(["pcx-7"]);
    expect(filtersOf()).toEqual([[["vpc-a", "vpc-s9"]], [["vpc-s0"]], [["vpc-s7"]]]);
  });

  test("and the filter goes by the requester's alone, both ends are named, and that is tried out once", async () => {
    const { cloud, context } = open();
    stub.answers = [all, answer({ TotalCount: 0, PeerConnectionSet: [] }), all];
    for (const i of [7, 8, 9]) {
      expect((await cloud.find(pair(i), context)).map(({ id }) => id)).toEqual([`pcx-${i}`]);
    }
    expect(filtersOf()).toEqual([
      [["vpc-a", "vpc-s7"]],
      [["vpc-s0"]],
      [["vpc-a", "vpc-s8"]],
      [["vpc-a", "vpc-s9"]],
    ]);
  });

  test("and trying the filter out is refused, both ends are named, and what was found is told", async () => {
    const { cloud, context } = open();
    stub.answers = [all, refusal("InvalidParameter"), refusal("InvalidParameter"), all];
    for (const i of [7, 8]) {
      expect((await cloud.find(pair(i), context)).map(({ id }) => id)).toEqual([`pcx-${i}`]);
    }
    expect(filtersOf()).toEqual([[["vpc-a", "vpc-s7"]], [["vpc-s0"]], [["vpc-s0"]], [["vpc-a", "vpc-s8"]]]);
  });
});

test("an isolated connection is on its way, with a word about the bill", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1", { State: "ISOLATED" })] })];
  expect(await cloud.get(ref, context)).toMatchObject({
    status: "updating",
    notice: expect.stringContaining("Tencent Cloud has isolated it") as string,
  });
});
