import fc from "fast-check";
import { BlockList, isIPv4 } from "node:net";
import { canonical, hasHostBits, isIpv6, isWithin, overlap, overlapping } from "../../../src/model/cidr";

test.each([
  ["10.2.0.0/16", "10.2.0.0/16"],
  ["10.2.3.4/16", "10.2.0.0/16"],
  ["10.2.3.4/32", "10.2.3.4/32"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["2001:DB8:0:0:0:0:0:0/32", "2001:db8::/32"],
  ["2408:4005:3c5:6e00::1/56", "2408:4005:3c5:6e00::/56"],
])("%s is %s in canonical form", (text, expected) => {
  expect(canonical(text)).toBe(expected);
});

test.each([
  "",
  "10.2.0.0",
  "10.2/16",
  "010.2.0.0/16",
  "10.2.0.0/33",
  "10.2.0.0/016",
  "10.2.0.256/16",
  "10.2.0.0/16 ",
  "fe80::1%eth0/64",
  "2001:db8::/129",
  "vpc-1",
])("%s is no block", (text) => {
  expect(canonical(text)).toBeUndefined();
  expect(hasHostBits(text)).toBe(false);
  expect(isWithin(text, "0.0.0.0/0")).toBe(false);
});

test("host bits are noticed", () => {
  expect(hasHostBits("10.2.3.4/16")).toBe(true);
  expect(hasHostBits("10.2.0.0/16")).toBe(false);
  expect(hasHostBits("2001:db8::1/32")).toBe(true);
  expect(hasHostBits("2001:db8::/32")).toBe(false);
});

const ipv4 = fc
  .tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
  .map(([address, bits]) => `${address}/${bits}`);
const ipv6 = fc
  .tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 }))
  .map(([address, bits]) => `${address}/${bits}`);

/** Node's own idea of whether the first address of a block is in another. */
function nodeHas(outer: string, inner: string): boolean {
  const [network = "", bits] = outer.split("/");
  const [first = ""] = inner.split("/");
  const family = isIPv4(network) ? "ipv4" : "ipv6";
  if (isIPv4(first) !== isIPv4(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(first, family);
}

test("what Node says of any two blocks is said here", () => {
  const block = fc.oneof(
    ipv4,
    ipv6.filter((text) => !text.includes(".")),
  );
  fc.assert(
    fc.property(block, block, (one, other) => {
      const [a, b] = [canonical(one) ?? "", canonical(other) ?? ""];
      expect(overlap(a, b)).toBe(nodeHas(a, b) || nodeHas(b, a));
      expect(canonical(a)).toBe(a);
      expect(hasHostBits(a)).toBe(false);
      expect(isIpv6(a)).toBe(one.includes(":"));
    }),
  );
});

test("of lists of blocks, those that overlap are the pairs in which a block of one overlaps one of the other", () => {
  const small = fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 255 }), fc.integer({ min: 12, max: 24 }))
    .map(([second, third, bits]) => `10.${second}.${third}.0/${bits}`);
  const block = fc.oneof(
    small,
    fc.constantFrom("2001:db8::/32", "2001:db8:1::/48", "::/0", "0.0.0.0/0", "none"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(block, { maxLength: 3 }), { maxLength: 8 }), (lists) => {
      const places = [...lists.keys()];
      const pairs = places.flatMap((one) =>
        places.filter((other) => one < other).map((other) => [one, other]),
      );
      const expected = pairs.filter(([one = 0, other = 0]) =>
        lists[one]?.some((here) => lists[other]?.some((there) => overlap(here, there))),
      );
      expect(overlapping(lists)).toEqual(expected);
    }),
  );
});
