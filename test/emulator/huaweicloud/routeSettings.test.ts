import { codeOf } from "./support";
import { customA, mainA, openRoutes, put, routesOf, TABLES, to, vpcA, waiting } from "./routesSupport";

const refusal = { status: 418, type: "VPC.9999" };

test.each([
  [{ unknownHop: refusal }, { add: [to("10.1.0.0/16", { nexthop: "none" })] }, "VPC.9999"],
  [{ inactiveHop: refusal }, { add: [to("10.1.0.0/16", { nexthop: waiting })] }, "VPC.9999"],
  [{ pendingHopIsTaken: true }, { add: [to("10.1.0.0/16", { nexthop: waiting })] }, undefined],
  [{ missingDel: refusal }, { del: [{ destination: "10.1.0.0/16" }] }, "VPC.9999"],
  [{ missingDel: refusal }, { mod: [to("10.1.0.0/16")] }, "VPC.0101"],
  [{ missingMod: refusal }, { mod: [to("10.1.0.0/16")] }, "VPC.9999"],
  [{ missingDelIsFine: true }, { del: [{ destination: "10.1.0.0/16" }] }, undefined],
  [{ supernetsAreTaken: false }, { add: [to("10.0.0.0/16")] }, "VPC.2809"],
  [{ hostBitsRefused: false }, { add: [to("10.1.2.3/16")] }, undefined],
])("the setting %j decides", async (guesses, routes, code) => {
  const { a } = await openRoutes({ huaweicloud: { guesses } });
  expect(codeOf(await put(a, routes))).toBe(code);
});

test("what is there already may be added once more, if it leads to the same", async () => {
  const { a } = await openRoutes({ huaweicloud: { guesses: { sameAddIsFine: true } } });
  for (const round of [1, 2]) {
    const { status } = await put(a, { add: [to("10.1.0.0/16"), to(`10.2.${round}.0/24`)] });
    expect(status).toBe(200);
  }
  expect(await routesOf(a)).toHaveLength(3);
  expect(codeOf(await put(a, { add: [to("10.1.0.0/16", { type: "ecs", nexthop: "vm-1" })] }))).toBe(
    "VPC.2812",
  );
});

test("a removal may have to name the right hop", async () => {
  const { a } = await openRoutes({ huaweicloud: { guesses: { delComparesHop: true } } });
  await put(a, { add: [to("10.1.0.0/16")] });
  const del = (nexthop: string) =>
    put(a, { del: [{ type: "peering", destination: "10.1.0.0/16", nexthop }] });
  expect(codeOf(await del("another"))).toBe("VPC.0101");
  expect((await put(a, { del: [{ destination: "10.1.0.0/16" }] })).status).toBe(200);
});

test("a PUT may go as far as it comes", async () => {
  const { a } = await openRoutes({ huaweicloud: { guesses: { putIsAtomic: false } } });
  expect(codeOf(await put(a, { add: [to("10.1.0.0/24"), to("10.0.0.0/24"), to("10.1.1.0/24")] }))).toBe(
    "VPC.2809",
  );
  expect((await routesOf(a)).map(({ destination }) => destination)).toEqual(["10.1.0.0/24"]);
});

test("a change may overwrite what another wrote just before it", async () => {
  const { a, advance } = await openRoutes({ huaweicloud: { guesses: { putOverwritesWithinMs: 600_000 } } });
  const destinations = async () => (await routesOf(a)).map(({ destination }) => destination);
  await put(a, { add: [to("10.1.0.0/24")] });
  await put(a, { add: [to("10.1.1.0/24")] });
  expect(await destinations()).toEqual(["10.1.1.0/24"]);
  await advance(600_000);
  await put(a, { add: [to("10.1.2.0/24")] });
  expect(await destinations()).toEqual(["10.1.1.0/24", "10.1.2.0/24"]);
});

test("tables may look otherwise", async () => {
  const guesses = {
    listShowsRoutes: true,
    showIsBare: true,
    tablesLookLike: "privateEdition" as const,
    destinationsAreNormalised: false,
    oldRoutesShowAllTables: true,
  };
  const { a } = await openRoutes({ huaweicloud: { guesses } });
  await put(a, { add: [to("2001:DB8:B::/64")] });
  const { body } = await a("GET", `${TABLES}/${mainA}`);
  expect(body).toMatchObject({
    id: mainA,
    description: null,
    subnets: [{ network_id: expect.any(String) as string }],
  });
  const routes = body["routes"] as object[];
  expect(routes[0]).toEqual({
    type: "local",
    destination: "10.0.0.0/24",
    nexthop: null,
    extra_info: null,
    nexthop_mac: null,
    nexthop_vtep_ip: null,
  });
  expect(routes.at(-1)).toMatchObject({ destination: "2001:DB8:B::/64", description: null });
  expect(codeOf(await put(a, { add: [to("2001:db8:b:0::/64")] }))).toBe("VPC.2812");
  const list = await a("GET", TABLES, { vpc_id: vpcA });
  expect((list.body["routetables"] as { routes: object[] }[])[1]?.routes).toHaveLength(routes.length);
  await a("PUT", `${TABLES}/${customA}`, {}, { routetable: { routes: { add: [to("10.1.8.0/24")] } } });
  expect((await a("GET", "/v2.0/vpc/routes")).body["routes"]).toHaveLength(2);
});
