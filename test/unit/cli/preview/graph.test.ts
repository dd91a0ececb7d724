import { graphParts } from "../../../../src/cli/preview/graph";
import { peeringsIn } from "../../../../src/cli/preview/peerings";
import type { Peering } from "./support";
import { previewOf } from "./support";

const REGIONS = ["cn-hangzhou", "cn-beijing", "cn-shanghai"];

/** Peerings of `vpc-a` in Hangzhou with so many VPCs, which are in three regions by turns. */
const hub = (count: number, op: string): Peering[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${op}-${index}`,
    op,
    more: { accepter: { vpcId: `vpc-${op}-${index}`, region: REGIONS[index % REGIONS.length] } },
  }));

function graphOf(peerings: Peering[], mostLines = 100) {
  const [fence = "", ...words] = graphParts(peeringsIn(previewOf(peerings)), mostLines);
  const lines = fence.split("\n").map((line) => line.trim().replaceAll("\u00a0", " "));
  const nodes = new Map(
    lines.flatMap((line) => {
      const [, id, label] = /^(?:subgraph )?(\w+)[[(]+"(.*?)"/.exec(line) ?? [];
      return id === undefined || label === undefined ? [] : [[id, label] as const];
    }),
  );
  const edges = lines.flatMap((line) => {
    const [, from = "", label, to = ""] = /^(\w+) [-=.>x]+\|"(.*?)"\| (\w+)$/.exec(line) ?? [];
    return label === undefined ? [] : [[nodes.get(from), label, nodes.get(to)]];
  });
  return { edges, labels: [...nodes.values()], words };
}

test("of 20 lines shows each, unchanged or not", () => {
  const { edges, words } = graphOf([...hub(18, "same"), ...hub(2, "create")]);
  expect(edges).toHaveLength(20);
  expect(words).toHaveLength(1);
});

test("of more lines shows what changes, and counts by group what does not", () => {
  const { edges, labels, words } = graphOf([...hub(19, "same"), ...hub(2, "create")]);
  expect(edges).toEqual([
    ["vpc-a", "#43; create-0", "vpc-create-0"],
    ["vpc-a", "#43; create-1", "vpc-create-1"],
    ["alicloud · cn-beijing", "6 unchanged", "alicloud · cn-hangzhou"],
    ["alicloud · cn-hangzhou", "6 unchanged", "alicloud · cn-shanghai"],
  ]);
  expect(labels).toContain("7 unchanged");
  expect(labels.filter((label) => label.startsWith("vpc-"))).toEqual([
    "vpc-a",
    "vpc-create-0",
    "vpc-create-1",
  ]);
  expect(words).toHaveLength(1);
  expect(words[0]).toContain("counted");
});

test("of many peerings that stay has only counts, those that are only read apart", () => {
  const { edges, labels } = graphOf([...hub(60, "same"), ...hub(3, "read")]);
  expect(edges.map(([, label]) => label)).toEqual(["1 only read, 20 unchanged", "1 only read, 20 unchanged"]);
  expect(labels).toContain("1 only read, 20 unchanged");
});

test("counts between at most ten pairs of groups, and says what it does not count", () => {
  const spokes = Array.from({ length: 40 }, (_, index) => ({
    name: `s${index}`,
    op: "same",
    more: { accepter: { vpcId: `vpc-${index}`, region: "cn-beijing", accountId: `${2000 + index}` } },
  }));
  const { edges, words } = graphOf(spokes);
  expect(edges).toHaveLength(10);
  expect(words[1]).toBe("Not in the graph: 30 unchanged; more lines would not be readable.");
});

test("never has more lines than it may, also where a replacement is two", () => {
  const moved = hub(30, "replace").map((one) => ({ ...one, old: { accepter: { vpcId: "vpc-before" } } }));
  const { edges, words } = graphOf(moved, 25);
  expect(edges).toHaveLength(24);
  expect(words[1]).toBe("Not in the graph: 18 to replace; more lines would not be readable.");
});

test("says what it cannot draw, since the preview does not name its VPCs", () => {
  const unknown = {
    name: "theirs",
    op: "read",
    more: { requester: {}, accepter: {} },
    old: { requester: {}, accepter: {} },
  };
  expect(graphOf([...hub(1, "create"), unknown]).words[1]).toBe(
    "Not in the graph: 1 only read; the preview does not name their VPCs.",
  );
});
