import type { WorldInput } from "../../emulator";
import type { RoutingBench } from "./routingBench";
import { blocks, changeOf, openRouting, refusals, ROUTED, routeTo, vpcsOf } from "./routingBench";
import { failure, openBench } from "./support";

const found = ROUTED.find(({ cloud }) => cloud === "alicloud");
if (found === undefined) throw new Error("Alibaba Cloud has routes");
const under = found;
const { routing } = under;
const [first, second] = routing.connections;

/** A bench where the cloud answers otherwise than assumed. */
const guessing = (guesses: NonNullable<WorldInput["alicloud"]>["guesses"]): Promise<RoutingBench> =>
  openRouting(under, { alicloud: { guesses } });

test("a route that batches refuse by rules of their own is made alone", async () => {
  const { write, to, there, calls } = await guessing({ batchAllowsSupernets: false });
  const add = ["10.1.0.0/16", "10.0.0.0/8", "10.101.0.0/16"].map((block) => to(block));
  expect(await write({ add })).toEqual({ refused: [] });
  expect((await there()).length).toBe(3);
  expect(await calls()).toEqual(["CreateRouteEntries", "DescribeRouteEntryList", "CreateRouteEntry"]);
});

test("of tables that were listed a moment ago, the routes alone are asked for", async () => {
  const { verbs, hub, main, write, to, calls, context } = await openRouting(under);
  const listed = [await main()];
  await write({ add: [to("10.1.0.0/16")] });
  const [seen] = await verbs.tables({ ...hub, listed }, context());
  expect(seen && routeTo(seen, "10.1.0.0/16").destination).toBe("10.1.0.0/16");
  expect((await calls()).filter((action) => action === "DescribeRouteTableList")).toHaveLength(1);
});

test("a route that was made before, and is gone since, is made again", async () => {
  const { write, main, to, there, admin } = await openRouting(under);
  const { id: table } = await main();
  for (let round = 0; round < 3; round++) {
    expect(await write({ add: [to("10.1.0.0/16")] })).toEqual({ refused: [] });
    expect(await there()).toEqual([`10.1.0.0/16 ${first} available`]);
    await admin("DELETE", "/routes", { cloud: "alicloud", table, destination: "10.1.0.0/16" });
  }
});

test("a route that somebody led elsewhere since it was read is not removed", async () => {
  const { write, main, to, there, admin } = await openRouting(under);
  await write({ add: blocks(3).map((block) => to(block)) });
  const { id: table, routes } = await main();
  const hop = { kind: "other", id: "gateway-1" };
  for (const destination of blocks(3).slice(0, 2))
    await admin("POST", "/routes", { cloud: "alicloud", table, destination, hop });
  expect(await write({ remove: routes.slice(0, 1) })).toEqual({ refused: [] });
  expect(await write({ remove: routes })).toEqual({ refused: [] });
  expect((await there()).map((line) => line.split(" ")[1])).toEqual(["gateway-1", "gateway-1"]);
});

test("routes on their way are told as such", async () => {
  const { write, main, to, context } = await openRouting(under, { timings: { routeMs: 3_600_000 } });
  await write({ add: blocks(2).map((block) => to(block)) });
  expect((await main()).routes.map(({ state }) => state)).toEqual(["coming", "coming"]);
  const { message, ...error } = await failure(write({ remove: (await main()).routes }));
  expect(error).toMatchObject({ kind: "busy" });
  expect(message).toMatch(/tries within the limit of/);
  expect(context().deadline.remaining()).toBeGreaterThan(0);
});

test("a route that goes is as good as gone, and its destination is free when it is", async () => {
  const { write, main, to, there } = await openRouting(under, { timings: { routeMs: 2_000 } });
  await write({ add: [to("10.1.0.0/16")] });
  const route = routeTo(await main(), "10.1.0.0/16");
  await write({ remove: [route] });
  expect(routeTo(await main(), "10.1.0.0/16").state).toBe("going");
  expect(await write({ remove: [route] })).toEqual({ refused: [] });
  expect(await write({ add: [to("10.1.0.0/16", "anew")] })).toEqual({ refused: [] });
  expect((await there()).length).toBe(1);
});

test("tables of gateways are no tables for routes to connections", async () => {
  const [hub, ...others] = vpcsOf(under);
  const tables = [{ id: routing.table }, { id: "vtb-bp1gateway01", gateway: true }];
  const bench = await openRouting(under, {}, [{ ...hub, tables }, ...others]);
  const { verbs, hub: vpc, context, to } = bench;
  expect((await verbs.tables(vpc, context())).map(({ id }) => id)).not.toContain("vtb-bp1gateway01");
  const change = { ...changeOf("vtb-bp1gateway01"), add: [to("10.1.0.0/16")] };
  expect(await failure(verbs.write({ ...vpc, change }, context()))).toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("name another table") as string,
  });
});

test("IPv6 where there is none is refused with what to do", async () => {
  const [hub, ...others] = vpcsOf(under);
  const world = { alicloud: { regionsWithoutIpv6Peering: [under.vpcs.hub.region] } };
  const { write, to } = await openRouting(under, world);
  const written = await write({ add: [to("2001:db8:1::/64"), to("10.1.0.0/16")] });
  expect(refusals(written)).toEqual(["2001:db8:1::/64 unsupported"]);
  const without = await openRouting(under, {}, [{ ...hub, subnets: [], ipv6CidrBlocks: [] }, ...others]);
  expect(refusals(await without.write({ add: [without.to("2001:db8:1::/64")] }))).toEqual([
    "2001:db8:1::/64 invalid",
  ]);
});

test("a connection tells the blocks of both its VPCs to either side", async () => {
  const { cloud, cloudOfB, hub, context } = await openRouting(under);
  const hubs = ["10.0.0.0/16", "10.100.0.0/16", "2001:db8::/56"];
  const ofApp = await cloud.get({ id: first, region: hub.region }, context());
  expect(ofApp?.blocks).toEqual({
    requester: hubs,
    accepter: ["10.1.0.0/16", "10.101.0.0/16", "2001:db8:1::/56", "2001:db8:1:100::/56"],
  });
  const ofPartner = await cloudOfB.get({ id: second, region: hub.region }, context());
  expect(ofPartner?.blocks).toEqual({ requester: ["10.8.0.0/16"], accepter: hubs });
});

test("and no state of a connection says so", async () => {
  const { connection, sameAccount } = await openBench(under);
  const { outs } = await connection.create(sameAccount());
  expect(JSON.stringify(outs)).not.toMatch(/blocks|10\.101\.0\.0/);
});
