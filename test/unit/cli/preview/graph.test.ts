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
      const [, id, label] = /^(?:subgraph )?(\w+)[[({]+"(.*?)"/.exec(line) ?? [];
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

/** Spokes of a hub of that name, in three regions by turns. */
const spokes = (count: number, op: string): Peering[] =>
  hub(count, op).map((one) => ({ ...one, name: `net-${one.name}`, under: "VpcHub::net" }));

/** The pairs of a mesh of so many members, of which some change. */
const mesh = (members: number, opOf: (pair: string) => string): Peering[] =>
  Array.from({ length: members }, (_, i) => i).flatMap((i) =>
    Array.from({ length: members - i - 1 }, (_, j) => i + j + 1).map((other) => ({
      name: `m-${i}-${other}`,
      op: opOf(`${i}-${other}`),
      under: "VpcMesh::m",
      more: {
        requester: { vpcId: `vpc-${i}`, region: "cn-hangzhou" },
        accepter: { vpcId: `vpc-${other}`, region: "cn-hangzhou" },
      },
    })),
  );

test("shows the one spoke of sixty that changes, and the others of each place as one", () => {
  const { edges, labels, words } = graphOf([...spokes(59, "same"), ...spokes(1, "update")]);
  expect(edges).toEqual([["vpc-a", "#126; net-update-0", "vpc-update-0"]]);
  expect(labels).toEqual([
    "alicloud · cn-hangzhou",
    "vpc-a",
    "vpc-update-0",
    "20 unchanged spokes of net",
    "alicloud · cn-beijing",
    "20 unchanged spokes of net",
    "alicloud · cn-shanghai",
    "19 unchanged spokes of net",
  ]);
  expect(words[0]).toContain("An oval at a line");
  expect(words).toHaveLength(1);
});

test("draws a large hub that comes as a whole as a hub", () => {
  const { edges, labels } = graphOf(spokes(50, "create"));
  expect(edges).toEqual([]);
  expect(labels.filter((label) => label.includes("spokes"))).toEqual([
    "#43; 17 spokes of net",
    "#43; 17 spokes of net",
    "#43; 16 spokes of net",
  ]);
});

test("draws what comes to a mesh, and joins all members to what stays", () => {
  const peerings = mesh(12, (pair) => (pair.endsWith("-11") ? "create" : "same"));
  const { edges, labels } = graphOf(peerings);
  expect(edges).toHaveLength(11);
  expect(labels).toContain("mesh m#58; 55 unchanged pairs");
  const [fence = ""] = graphParts(peeringsIn(previewOf(peerings)), 100);
  expect(fence.match(/ --- f0$/gm)).toHaveLength(11);
});

test("draws a small mesh line by line", () => {
  const { edges, labels } = graphOf(mesh(6, () => "same"));
  expect(edges).toHaveLength(15);
  expect(labels.some((label) => label.includes("mesh"))).toBe(false);
});
