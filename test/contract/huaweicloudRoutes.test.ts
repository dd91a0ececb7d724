import type { WorldInput } from "../../emulator";
import type { RoutingBench } from "./routingBench";
import { blocks, changeOf, openRouting, refusals, ROUTED, vpcsOf } from "./routingBench";
import { failure } from "./support";

const found = ROUTED.find(({ cloud }) => cloud === "huaweicloud");
if (found === undefined) throw new Error("Huawei Cloud has routes");
const under = found;
const { routing, vpcs } = under;
const [first] = routing.connections;
const app = { ...vpcs.app, ipv6: false };

/** A bench where the cloud answers otherwise than assumed. */
const guessing = (guesses: NonNullable<WorldInput["huaweicloud"]>["guesses"]): Promise<RoutingBench> =>
  openRouting(under, { huaweicloud: { guesses } });

describe("a 404 of the gateway means that nothing is there at all, so that nothing is gone", () => {
  const nothing = { type: "error", code: "APIGW.0101" };

  test.each(["ListRouteTables", "ShowRouteTable"])("of %s", async (action) => {
    const { main, fault } = await openRouting(under);
    await fault(action, nothing, { times: 0 });
    expect(await failure(main())).toMatchObject({ kind: "invalid" });
  });

  test("of a write", async () => {
    const { write, main, to, fault, there } = await openRouting(under);
    await write({ add: [to("10.1.0.0/16")] });
    const { routes } = await main();
    await fault("*", nothing, { times: 0 });
    expect(await failure(write({ remove: routes }))).toMatchObject({ kind: "invalid" });
    expect((await there()).length).toBe(1);
  });

  test("of a VPC: then an older call tells what it can", async () => {
    const { verbs, context, fault, calls } = await openRouting(under);
    await fault("ShowVpc", nothing);
    expect(await verbs.blocks(app, context())).toEqual(["10.1.0.0/16"]);
    expect(await calls()).toEqual(["ShowVpc", "ShowVpc"]);
    await fault("ShowVpc", nothing, { times: 0 });
    expect(await failure(verbs.blocks(app, context()))).toMatchObject({ kind: "invalid" });
  });
});

test("a VPC whose block is an empty text has none", async () => {
  const [hub, , ...others] = vpcsOf(under);
  const bare = { ...vpcs.app, projectId: under.accounts.a };
  const { verbs, context } = await openRouting(under, {}, [hub ?? {}, bare, ...others]);
  expect(await verbs.blocks({ ...app, ipv6: true }, context())).toEqual([]);
});

test("all subnets of a VPC are read for their blocks of IPv6", async () => {
  const [hub, ofApp, ...others] = vpcsOf(under);
  const subnets = Array.from({ length: 230 }, (_, n) => ({
    cidr: `10.1.${n}.0/24`,
    ipv6Cidr: `2001:db8:1:${(n + 1).toString(16)}::/64`,
  }));
  const { verbs, context } = await openRouting(under, {}, [hub ?? {}, { ...ofApp, subnets }, ...others]);
  const all = await verbs.blocks({ ...app, ipv6: true }, context());
  expect(all).toHaveLength(2 + 230);
  expect(new Set(all)).toEqual(
    new Set(["10.1.0.0/16", "10.101.0.0/16", ...subnets.map(({ ipv6Cidr }) => ipv6Cidr)]),
  );
});

test.each(["../vpcs", "rtb-1", ""])("%j goes into no path: it is no id of a route table", async (table) => {
  const { verbs, hub, context, to, calls } = await openRouting(under);
  const change = { ...changeOf(table), add: [to("10.1.0.0/16")] };
  expect(await failure(verbs.write({ ...hub, change }, context()))).toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("no id of a route table") as string,
  });
  expect(await calls()).toEqual([]);
});

test("a write that another one overwrites answers what is there, which the one before is not", async () => {
  const { write, to, there } = await guessing({ putOverwritesWithinMs: 60_000 });
  await write({ add: [to("10.1.0.0/16")] });
  const { table } = await write({ add: [to("10.101.0.0/16")] });
  expect(table?.routes.map(({ destination }) => destination)).toEqual(["10.101.0.0/16"]);
  expect(await there()).toEqual([`10.101.0.0/16 ${first} available`]);
});

test("a removal tells what the route leads to, so that one that was led elsewhere stays", async () => {
  const { write, main, to, there, admin } = await guessing({ delComparesHop: true });
  await write({ add: blocks(2).map((block) => to(block)) });
  const { id: table, routes } = await main();
  const hop = { kind: "other", id: "gateway-1" };
  await admin("POST", "/routes", { cloud: "huaweicloud", table, destination: "10.1.0.0/24", hop });
  expect(await write({ remove: routes })).toMatchObject({ refused: [] });
  expect(await there()).toEqual(["10.1.0.0/24 gateway-1 available"]);
});

test("where no table may contain subnets, a destination that does is refused alone", async () => {
  const { write, to, there } = await guessing({ supernetsAreTaken: false });
  const written = await write({ add: [...blocks(3), "10.0.0.0/8"].map((block) => to(block)) });
  expect(refusals(written)).toEqual(["10.0.0.0/8 invalid"]);
  expect((await there()).length).toBe(3);
});
