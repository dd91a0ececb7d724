import fc from "fast-check";
import type { Range } from "../../../../src/cli/doctor/judge/ranges";
import { common, rangeOf, rangeText, without } from "../../../../src/cli/doctor/judge/ranges";

const range = (cidr: string): Range => {
  const found = rangeOf(cidr);
  if (found === undefined) throw new Error(`${cidr} is no block`);
  return found;
};

test.each(["10.2.0.0/17", "0.0.0.0/0", "10.1.2.3/32", "2001:db8::/56", "::/0"])(
  "%s reads as it is written",
  (cidr) => {
    expect(rangeText(range(cidr))).toBe(cidr);
  },
);

test("what is no block has no addresses: a name, host bits beyond the prefix count to the block", () => {
  expect(rangeOf("pl-123")).toBeUndefined();
  expect(rangeText(range("10.2.3.4/16"))).toBe("10.2.0.0/16");
});

test("what is left of a block without another is told by its ends where it is no block", () => {
  const left = without(range("10.0.0.0/16"), range("10.0.64.0/18"));
  expect(left.map(rangeText)).toEqual(["10.0.0.0/18", "10.0.128.0/17"]);
  expect(without(range("10.0.0.0/16"), range("10.0.1.0/24")).map(rangeText)).toEqual([
    "10.0.0.0/24",
    "10.0.2.0-10.0.255.255",
  ]);
  expect(without(range("10.0.0.0/16"), range("10.0.0.0/8"))).toEqual([]);
  expect(without(range("10.0.0.0/16"), range("2001:db8::/32"))).toEqual([range("10.0.0.0/16")]);
});

test("a block is what it has in common with another, and what is left without it", () => {
  const small = fc
    .record({ first: fc.nat(63), bits: fc.integer({ min: 26, max: 32 }) })
    .map(({ first, bits }) => {
      const size = 2 ** (32 - bits);
      return range(`10.0.0.${first - (first % size)}/${bits}`);
    });
  const addresses = ({ first, last }: Range): bigint[] =>
    Array.from({ length: Number(last - first) + 1 }, (_, n) => first + BigInt(n));
  fc.assert(
    fc.property(small, small, (one, other) => {
      const shared = common(one, other);
      const parts = [...(shared === undefined ? [] : [shared]), ...without(one, other)];
      expect(parts.flatMap(addresses).sort()).toEqual(addresses(one).sort());
    }),
  );
});
