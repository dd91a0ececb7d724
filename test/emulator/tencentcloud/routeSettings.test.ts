import { inTable, make, openRoutes, routesOf, to } from "./routesSupport";
import { codeOf, keyA, officialClient } from "./support";

test.each([
  [{ unknownHopCode: "Odd" }, to("10.1.0.0/16", { GatewayId: "pcx-nothere1" }), "Odd"],
  [{ inactiveHopCode: "Odd" }, to("10.1.0.0/16", { GatewayId: "pcx-waiting1" }), "Odd"],
  [{ foreignHopCode: "Odd" }, to("10.1.0.0/16", { GatewayId: "pcx-ccccbbbb" }), "Odd"],
  [{ peerBlocksAre: "primary" as const }, to("172.17.0.0/16"), "InvalidParameterValue.CidrNotInPeerVpc"],
  [{ hostBitsRefused: false }, to("10.1.2.3/16"), "ok"],
  [{ mostRoutesPerCall: 1 }, to("10.1.0.0/16"), "ok"],
])("the setting %j decides", async (guesses, route, code) => {
  const { a } = await openRoutes({ tencentcloud: { guesses } });
  expect(await codeOf(a("CreateRoutes", inTable(route)))).toBe(code);
});

test("a new route may show late, and be missing in the answer", async () => {
  const guesses = { routesShowAfterMs: 600_000, createAnswersNoRoutes: true, createMayDisable: true };
  const { a, advance } = await openRoutes({ tencentcloud: { guesses } });
  expect(await make(a, to("10.1.0.0/16", { Enabled: false }))).toEqual([]);
  expect(await routesOf(a)).toEqual([]);
  await advance(600_000);
  expect(await routesOf(a)).toMatchObject([{ Enabled: false }]);
});

test("a route that is off may stand in the way of another", async () => {
  const guesses = { createMayDisable: true };
  const off = to("10.1.0.0/16", { Enabled: false });
  for (const [disabledRoutesClash, code] of [
    [false, "ok"],
    [true, "InvalidParameterValue.Duplicate"],
  ] as const) {
    const { a } = await openRoutes({ tencentcloud: { guesses: { ...guesses, disabledRoutesClash } } });
    await make(a, off);
    expect(await codeOf(a("CreateRoutes", inTable(off)))).toBe(disabledRoutesClash ? code : "ok");
    expect(await codeOf(a("CreateRoutes", inTable(to("10.1.0.0/16"))))).toBe(code);
  }
});

test("a call may do what comes before the first route that it refuses, and count tables", async () => {
  const guesses = { routeCallsAreAtomic: false, createCounts: "tables" as const };
  const { a } = await openRoutes({ tencentcloud: { guesses } });
  const { body } = await a("CreateRoutes", inTable(to("10.1.0.0/24"), to("10.1.1.0/24")));
  expect(body["TotalCount"]).toBe(1);
  const destinations = async () => (await routesOf(a)).map((route) => route.DestinationCidrBlock);
  expect(await codeOf(a("CreateRoutes", inTable(to("10.1.2.0/24"), to("10.9.0.0/16"))))).toBe(
    "InvalidParameterValue.CidrNotInPeerVpc",
  );
  expect(await destinations()).toEqual(["10.1.0.0/24", "10.1.1.0/24", "10.1.2.0/24"]);
  const [first, second] = await routesOf(a);
  const changes = [
    to("10.1.9.0/24", { RouteItemId: first?.RouteItemId }),
    to("10.9.0.0/16", { RouteItemId: second?.RouteItemId }),
  ];
  expect(await codeOf(a("ReplaceRoutes", inTable(...changes)))).toBe(
    "InvalidParameterValue.CidrNotInPeerVpc",
  );
  const leaving = [{ RouteItemId: second?.RouteItemId }, { RouteItemId: "rti-nothere1" }];
  expect(await codeOf(a("DeleteRoutes", inTable(...leaving)))).toBe("ResourceNotFound");
  expect(await destinations()).toEqual(["10.1.9.0/24", "10.1.2.0/24"]);
});

test("route calls may be among those that a change of a VPC's connections keeps waiting", async () => {
  const { a, advance } = await openRoutes({
    timings: { vpcLockMs: 600_000 },
    tencentcloud: { guesses: { mutexActions: ["CreateRoutes"] } },
  });
  const remove = { PeeringConnectionId: "pcx-ccccbbbb" };
  expect(await codeOf(a("DeleteVpcPeeringConnection", remove))).toBe("ok");
  const create = (more: object) => codeOf(a("CreateRoutes", { ...inTable(to("10.1.0.0/16")), ...more }));
  const there = { Routes: [to("10.1.0.0/16", { GatewayType: "NAT", GatewayId: "nat-1" })] };
  expect(await create({ ...there, RouteTableId: "rtb-cccccccc" })).toBe(
    "UnsupportedOperation.MutexOperationTaskRunning",
  );
  expect(await create({})).toBe("ok");
  await advance(600_000);
  expect(await create({ ...there, RouteTableId: "rtb-cccccccc" })).toBe("ok");
});

test("a query carries lists and truths as texts", async () => {
  const { url } = await openRoutes();
  const client = officialClient(url, keyA, { signMethod: "HmacSHA256", reqMethod: "GET" });
  expect(await make(client, to("10.1.0.0/16", { Enabled: true }))).toMatchObject([{ Enabled: true }]);
});

test("faults find route calls by VPC and connection", async () => {
  const { a, admin } = await openRoutes();
  const [made] = await make(a, to("10.1.0.0/16"));
  const fault = { type: "error", code: "InternalError" };
  for (const selector of [{ peeringId: "pcx-aaaabbbb" }, { vpcId: "vpc-aaaaaaaa" }])
    await admin("POST", "/faults", { cloud: "tencentcloud", action: "DeleteRoutes", fault, ...selector });
  const { RouteItemId, RouteId } = made ?? {};
  const remove = (name: object) => codeOf(a("DeleteRoutes", inTable(name)));
  const byNumber = await remove({ RouteId });
  expect([byNumber, await remove({ RouteItemId }), await remove({ RouteItemId })]).toEqual([
    "InternalError",
    "InternalError",
    "ok",
  ]);
});
