import { overlaps } from "../../../../../src/provider/lifecycle/preflight/overlap";

test.each([
  ["10.0.0.0/16", "10.0.0.0/16"],
  ["10.0.0.0/8", "10.20.30.0/24"],
  ["10.20.30.0/24", "10.0.0.0/8"],
  ["2001:db8::/32", "2001:db8:1::/56"],
])("%s and %s have addresses in common", (one, other) => {
  expect(overlaps([one], [other])).toEqual([[one, other]]);
});

test.each([
  ["10.0.0.0/16", "10.1.0.0/16"],
  ["192.168.0.0/25", "192.168.0.128/25"],
  ["10.0.0.0/8", "2001:db8::/32"],
])("%s and %s have none", (one, other) => {
  expect(overlaps([one], [other])).toEqual([]);
});

test("secondary blocks count, and every pair that overlaps is named", () => {
  expect(
    overlaps(["10.0.0.0/16", "172.16.0.0/16"], ["172.16.8.0/24", "10.0.1.0/24", "192.168.0.0/16"]),
  ).toEqual([
    ["10.0.0.0/16", "10.0.1.0/24"],
    ["172.16.0.0/16", "172.16.8.0/24"],
  ]);
});
