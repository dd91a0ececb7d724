import fc from "fast-check";
import { joins, joinsInOrder, nameOfPair } from "../../../src/model/peering";
import { peering } from "../support/samples";

const pair = {
  requester: { vpcId: "vpc-hub", region: "cn-hangzhou" },
  accepter: { vpcId: "vpc-spoke", region: "cn-beijing" },
};
const reversed = { requester: pair.accepter, accepter: pair.requester };

describe("a connection", () => {
  test("joins its two VPCs in either direction", () => {
    expect([joins(peering, pair), joins(peering, reversed)]).toEqual([true, true]);
  });

  test("joins them in order only as it was requested", () => {
    expect([joinsInOrder(peering, pair), joinsInOrder(peering, reversed)]).toEqual([true, false]);
  });

  test("does not join a pair of which it has only one VPC, or one of them twice", () => {
    const elsewhere = { vpcId: "vpc-other", region: "cn-beijing" };
    for (const other of [
      { ...pair, accepter: elsewhere },
      { ...pair, requester: elsewhere },
      { requester: elsewhere, accepter: pair.requester },
      { requester: pair.requester, accepter: pair.requester },
    ]) {
      expect([joins(peering, other), joinsInOrder(peering, other)]).toEqual([false, false]);
    }
  });

  test("joins the same pairs as its mirror image, whatever they are", () => {
    const vpc = fc.record({ vpcId: fc.constantFrom("a", "b", "c"), region: fc.constantFrom("r", "s") });
    const ends = fc.record({ requester: vpc, accepter: vpc });
    fc.assert(
      fc.property(ends, ends, ({ requester, accepter }, other) => {
        const account = { account: "1" };
        const one = {
          ...peering,
          requester: { ...requester, ...account },
          accepter: { ...accepter, ...account },
        };
        const mirror = { ...one, requester: one.accepter, accepter: one.requester };
        expect(joins(mirror, other)).toBe(joins(one, other));
        expect(joins(one, other)).toBe(joinsInOrder(one, other) || joinsInOrder(mirror, other));
      }),
    );
  });
});

test("a pair is named so that one sees who asks whom, and where", () => {
  expect(nameOfPair(pair)).toBe("vpc-hub (cn-hangzhou) → vpc-spoke (cn-beijing)");
});
