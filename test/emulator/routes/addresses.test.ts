import {
  blocksIn,
  blockText,
  contains,
  halvesOf,
  isSame,
  overlap,
  readBlock,
} from "../../../emulator/core/addresses/block";

test.each([
  ["10.0.0.0/16", "10.0.0.0/16", false],
  ["10.0.3.4/16", "10.0.0.0/16", true],
  ["10.0.3.4", "10.0.3.4/32", false],
  ["0.0.0.0/0", "0.0.0.0/0", false],
  ["255.255.255.255/1", "128.0.0.0/1", true],
  ["2001:DB8:0:0::/64", "2001:db8::/64", false],
  ["2001:db8::1", "2001:db8::1/128", false],
  ["2001:db8:0:1:0:0:0:1/64", "2001:db8:0:1::/64", true],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1/128", false],
  ["::/0", "::/0", false],
  ["::ffff:10.0.0.0/112", "::ffff:a00:0/112", false],
  ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/128", false],
  ["1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8/128", false],
])("%s is written %s", (text, written, hasHostBits) => {
  const read = readBlock(text);
  expect(read && blockText(read.block)).toBe(written);
  expect(read?.hasHostBits).toBe(hasHostBits);
});

test.each([
  "",
  "10.0.0.0/33",
  "10.0.0/16",
  "10.0.0.0/",
  "10.0.0.0/-1",
  "256.0.0.0/8",
  "::/129",
  "x",
  "fe80::1%eth0",
])("%j is no block", (text) => {
  expect(readBlock(text)).toBeUndefined();
});

test.each([
  ["10.0.0.0/8", "10.1.0.0/16", true, true],
  ["10.1.0.0/16", "10.0.0.0/8", false, true],
  ["10.0.0.0/16", "10.0.0.0/16", true, true],
  ["10.0.0.0/16", "10.1.0.0/16", false, false],
  ["0.0.0.0/0", "203.0.113.7/32", true, true],
  ["::/0", "10.0.0.0/8", false, false],
  ["2001:db8::/32", "2001:db8:ffff::/48", true, true],
])("%s and %s: contains %s, overlaps %s", (one, other, isContained, isOverlapping) => {
  const [a, b] = blocksIn([one, other]);
  if (a === undefined || b === undefined) throw new Error("no blocks");
  expect([contains(a, b), overlap(a, b), overlap(b, a)]).toEqual([isContained, isOverlapping, isOverlapping]);
  expect(isSame(a, b)).toBe(one === other);
});

test("a block has two halves", () => {
  const [block] = blocksIn(["10.0.0.0/15"]);
  if (block === undefined) throw new Error("no block");
  expect(halvesOf(block).map(blockText)).toEqual(["10.0.0.0/16", "10.1.0.0/16"]);
});
