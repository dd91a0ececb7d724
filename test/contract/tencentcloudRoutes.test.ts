import type { WorldInput } from "../../emulator";
import type { RoutingBench } from "./routingBench";
import { blocks, openRouting, refusals, ROUTED, routeTo, vpcsOf } from "./routingBench";

const found = ROUTED.find(({ cloud }) => cloud === "tencentcloud");
if (found === undefined) throw new Error("Tencent Cloud has routes");
const under = found;
const { routing, vpcs } = under;
const [first] = routing.connections;

/** A bench where the cloud answers otherwise than assumed. */
const guessing = (guesses: NonNullable<WorldInput["tencentcloud"]>["guesses"]): Promise<RoutingBench> =>
  openRouting(under, { tencentcloud: { guesses } });

test.each([
  ["10.200.0.0/16", "a block of the other VPC"],
  ["10.0.0.0/16", "the table's own VPC"],
  ["10.100.0.0/16", "the table's own VPC"],
  ["10.0.1.0/24", "the table's own VPC"],
])("a route to %s is refused, and the others that came along are made", async (destination, words) => {
  const { write, to, there } = await openRouting(under);
  const written = await write({ add: [...blocks(3), destination].map((block) => to(block)) });
  expect(refusals(written)).toEqual([`${destination} invalid`]);
  expect(written.refused[0]?.error.message).toContain(words);
  expect((await there()).length).toBe(3);
});

test("a route of the cloud's own network is in the way, and nothing of a user's", async () => {
  const { write, main, to, admin } = await openRouting(under);
  const { id: table } = await main();
  const hop = { kind: "other", id: "ccn-1", type: "CCN" };
  await admin("POST", "/routes", { cloud: "tencentcloud", table, destination: "10.1.0.0/16", hop });
  expect(routeTo(await main(), "10.1.0.0/16").hop).toEqual({ kind: "other", id: "ccn-1", word: "CCN" });
  expect(refusals(await write({ add: [to("10.1.0.0/16")] }))).toEqual(["10.1.0.0/16 duplicate"]);
});

test("a route that is switched off is in nobody's way: another one is made beside it", async () => {
  const { write, main, to, admin } = await openRouting(under);
  const { id: table } = await main();
  const hop = { kind: "other", id: "gateway-1" };
  const off = { cloud: "tencentcloud", table, destination: "10.1.0.0/16", hop, status: "disabled" };
  await admin("POST", "/routes", off);
  const twin = routeTo(await main(), "10.1.0.0/16");
  expect(await write({ add: [to("10.1.0.0/16")] })).toEqual({ refused: [] });
  expect((await main()).routes.map(({ hop: { id }, state }) => `${id} ${state}`).sort()).toEqual([
    "gateway-1 disabled",
    `${first} present`,
  ]);
  expect(refusals(await write({ enable: [twin] }))).toEqual(["10.1.0.0/16 duplicate"]);
});

test("blocks of containers are none of a VPC's", async () => {
  const [hub, app, ...others] = vpcsOf(under);
  const withContainers = { ...app, containerCidrBlocks: ["10.240.0.0/16"] };
  const { verbs, context } = await openRouting(under, {}, [hub ?? {}, withContainers, ...others]);
  expect(await verbs.blocks({ ...vpcs.app, ipv6: false }, context())).toEqual([
    "10.1.0.0/16",
    "10.101.0.0/16",
  ]);
});

test("a route to IPv6 that no connection takes is refused alone", async () => {
  const { write, to } = await guessing({ ipv6Peerings: "none" });
  const written = await write({ add: ["10.1.0.0/16", "2001:db8:1::/64"].map((block) => to(block)) });
  expect(refusals(written)).toEqual(["2001:db8:1::/64 unsupported"]);
});

test("an answer that is lost while reads are late is no failure either", async () => {
  const { write, main, to, fault } = await guessing({ routesShowAfterMs: 7_000 });
  await fault("CreateRoutes", { type: "drop", when: "after" });
  expect(await write({ add: [to("10.1.0.0/16")] })).toEqual({ refused: [] });
  expect((await main()).routes).toHaveLength(1);
});
