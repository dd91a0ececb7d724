import { Holders } from "../../../../src/provider/lifecycle/holders";

const held = { kind: "Connection", id: "pcc-1" } as const;
const [one, two] = [{ urn: "urn:one" }, { urn: "urn:two" }];

test("who compared or made a thing last holds it, for whoever else would delete it", () => {
  const holders = new Holders();
  expect(holders.otherThan(held, one)).toBeUndefined();
  holders.make(held, two);
  expect(holders.otherThan(held, one)).toBe("urn:two");
  expect(holders.otherThan(held, two)).toBeUndefined();
  expect(holders.otherThan({ ...held, kind: "Acceptance" }, one)).toBeUndefined();
  expect(holders.otherThan({ ...held, id: "pcc-2" }, one)).toBeUndefined();
});

test("what is to be replaced is held by nobody", () => {
  const holders = new Holders();
  holders.compare(held, two, { isReplaced: false });
  expect(holders.otherThan(held, one)).toBe("urn:two");
  holders.compare(held, two, { isReplaced: true });
  expect(holders.otherThan(held, one)).toBeUndefined();
});

test("what is made anew while the state has it is the very same thing, until it is gone", () => {
  const holders = new Holders();
  holders.make(held, one);
  expect(holders.isRemade(held)).toBe(false);
  holders.compare(held, one, { isReplaced: true });
  holders.make(held, two);
  expect(holders.isRemade(held)).toBe(false);
  holders.make(held, one);
  expect(holders.isRemade(held)).toBe(true);
  holders.end(held);
  holders.make(held, one);
  expect(holders.isRemade(held)).toBe(false);
});
