import { differencesIn } from "../../../src/plugin/differences";

test("each property that differs is named by its path", () => {
  const before = {
    name: "a",
    tags: { team: "x", old: "y" },
    requester: { vpcId: "vpc-1" },
    tables: ["a"],
    __routed: {},
  };
  const after = {
    name: "a",
    tags: { team: "z", "a.b": "n" },
    requester: { vpcId: "vpc-2" },
    tables: ["a", "b"],
    bandwidth: 1,
  };
  expect([...differencesIn(before, after)]).toEqual([
    ["tags.team", "changed"],
    ["tags.old", "deleted"],
    ['tags["a.b"]', "added"],
    ["requester.vpcId", "changed"],
    ["tables", "changed"],
    ["bandwidth", "added"],
  ]);
});
