import { inTable, make, openRoutes, routesOf, to } from "./routesSupport";
import { codeOf, keyA, officialClient } from "./support";

test.each([
  [{ unknownHopCode: "Odd" }, to("10.1.0.0/16", { GatewayId: "pcx-nothere1" }), "Odd"],
  [{ unfitHopCode: "Odd" }, to("10.1.0.0/16", { GatewayId: "pcx-waiting1" }), "Odd"],
  [{ peerBlocksAre: "primary" as const }, to("172.17.0.0/16"), "InvalidParameterValue.CidrNotInPeerVpc"],
  [{ hostBitsRefused: false }, to("10.1.2.3/16"), "ok"],
  [{ mostRoutesPerCall: 1 }, to("10.1.0.0/16"), "ok"],
])("the setting %j decides", async (guesses, route, code) => {
  const { a } = await openRoutes({ tencentcloud: { guesses } });
  expect(await codeOf(a("CreateRoutes", inTable(route)))).toBe(code);
});

test("a new route may show late, and be missing in the answer", async () => {
  const guesses = { routesShowAfterMs: 8000, createAnswersNoRoutes: true, createMayDisable: true };
  const { a, advance } = await openRoutes({ tencentcloud: { guesses } });
  expect(await make(a, to("10.1.0.0/16", { Enabled: false }))).toEqual([]);
  expect(await routesOf(a)).toEqual([]);
  await advance(8000);
  expect(await routesOf(a)).toMatchObject([{ Enabled: false }]);
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
  for (const selector of [{ vpcId: "vpc-aaaaaaaa" }, { peeringId: "pcx-aaaabbbb" }])
    await admin("POST", "/faults", { cloud: "tencentcloud", action: "DeleteRoutes", fault, ...selector });
  const remove = () => codeOf(a("DeleteRoutes", inTable({ RouteItemId: made?.RouteItemId })));
  expect([await remove(), await remove(), await remove()]).toEqual(["InternalError", "InternalError", "ok"]);
});
