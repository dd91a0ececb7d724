import { nearest } from "../../../src/model/nearest";

const KNOWN = ["accountId", "vpcId", "region", "bandwidth", "expect", "tags", "provider"];

test.each([
  ["accountID", "accountId"],
  ["acountId", "accountId"],
  ["acocuntId", "accountId"],
  ["bandwith", "bandwidth"],
  ["expected", "expect"],
  ["vpcid", "vpcId"],
  ["tag", "tags"],
  ["Provider", "provider"],
])("who writes %s means %s", (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});

test.each(["", "x", "colour", "__proto__", "constructor", "a".repeat(100_000)])(
  "%#: nothing is near",
  (word) => {
    expect(nearest(word, KNOWN)).toBeUndefined();
  },
);
