import { codeOf, PEERINGS, projectB } from "./support";
import {
  active,
  customA,
  madeIn,
  mainA,
  mainB,
  openRoutes,
  others,
  put,
  routesOf,
  TABLES,
  to,
  vpcA,
  waiting,
} from "./routesSupport";

test("one PUT adds, changes and removes, and answers the whole table", async () => {
  const { a } = await openRoutes();
  const made = await put(a, {
    add: [to("10.1.0.0/24", { description: "ours" }), to("10.1.1.0/24"), to("10.1.2.0/24")],
  });
  expect(made.status).toBe(200);
  expect(made.body["routetable"]).toMatchObject({
    id: mainA,
    default: true,
    vpc_id: vpcA,
    description: "",
    routes: [
      { type: "local", destination: "10.0.0.0/24", nexthop: "-" },
      { type: "local", destination: "2001:db8:a::/64" },
      { type: "local", destination: "10.0.1.0/24" },
      { type: "local", destination: "198.19.128.0/20" },
      { type: "local", destination: "127.0.0.0/8" },
      { type: "local", destination: "100.64.0.0/10" },
      { type: "peering", destination: "10.1.0.0/24", nexthop: active, description: "ours" },
      { destination: "10.1.1.0/24", description: "" },
      { destination: "10.1.2.0/24" },
    ],
  });
  const changed = await put(a, {
    add: [to("10.1.3.0/24")],
    mod: [{ type: "ecs", destination: "10.1.0.0/24", nexthop: "vm-1" }],
    del: [{ destination: "10.1.1.0/24" }, { type: "peering", destination: "10.1.2.0/24", nexthop: active }],
  });
  expect(madeIn(changed)).toEqual([
    { type: "ecs", destination: "10.1.0.0/24", nexthop: "vm-1", description: "ours" },
    { type: "peering", destination: "10.1.3.0/24", nexthop: active, description: "" },
  ]);
  expect(await routesOf(a)).toEqual(madeIn(changed));
});

test.each([
  ["into a subnet", to("10.0.0.0/24"), 400, "VPC.2809"],
  ["inside a subnet", to("10.0.1.128/25"), 400, "VPC.2809"],
  ["into the cloud's services", to("100.64.1.0/24"), 400, "VPC.2809"],
  ["into a subnet by IPv6", to("2001:db8:a::/64"), 400, "VPC.2809"],
  ["with host bits", to("10.1.2.3/16"), 400, "VPC.0101"],
  ["to an address without length", to("10.1.2.3"), 400, "VPC.0101"],
  ["to no block", to("ten"), 400, "VPC.0101"],
  ["without a hop", to("10.1.0.0/16", { nexthop: "" }), 400, "VPC.0101"],
  ["of an unknown type", to("10.1.0.0/16", { type: "tunnel" }), 400, "VPC.0101"],
  ["with a bad text", to("10.1.0.0/16", { description: "<b>" }), 400, "VPC.0101"],
  ["through what is not there", to("10.1.0.0/16", { nexthop: "none" }), 404, "VPC.0105"],
  ["through what waits", to("10.1.0.0/16", { nexthop: waiting }), 400, "VPC.0105"],
  ["through others' connection", to("10.1.0.0/16", { nexthop: others }), 400, "VPC.0105"],
  ["that is there", to("10.1.9.0/24"), 400, "VPC.2812"],
  ["twice", to("10.1.7.0/24"), 400, "VPC.2812"],
  ["twice and with a bad hop", to("10.1.7.0/24", { nexthop: waiting }), 400, "VPC.0105"],
])("a route %s is refused, with all others of the PUT", async (_, route, status, code) => {
  const { a } = await openRoutes();
  await put(a, { add: [to("10.1.9.0/24")] });
  const refused = await put(a, { add: [to("10.1.7.0/24"), route], del: [{ destination: "10.1.9.0/24" }] });
  const isRivalOfDel = route.destination === "10.1.9.0/24";
  expect([refused.status, codeOf(refused)]).toEqual([status, isRivalOfDel ? "VPC.2812" : code]);
  expect((await routesOf(a)).map(({ destination }) => destination)).toEqual(["10.1.9.0/24"]);
});

test.each(["10.0.0.0/16", "10.0.9.0/24", "0.0.0.0/0", "10.1.5.5/32", "2001:db8:b::/64"])(
  "a route to %s is taken",
  async (destination) => {
    const { a } = await openRoutes();
    expect((await put(a, { add: [to(destination)] })).status).toBe(200);
  },
);

test("what is there already is refused, whatever it leads to and however it is written", async () => {
  const { a } = await openRoutes();
  await put(a, { add: [to("2001:DB8:B:0::/64")] });
  expect((await routesOf(a))[0]?.destination).toBe("2001:db8:b::/64");
  for (const add of [[to("2001:db8:b::/64")], [to("2001:db8:b:0:0::/64", { type: "ecs", nexthop: "vm-1" })]])
    expect(codeOf(await put(a, { add }))).toBe("VPC.2812");
  const gone = { destination: "10.7.0.0/16" };
  for (const part of [{ del: [gone] }, { mod: [to("10.7.0.0/16")] }]) {
    const refused = await put(a, part);
    expect([refused.status, codeOf(refused)]).toEqual([400, "VPC.0101"]);
  }
  for (const part of [{ del: [{ destination: "10.0.0.0/24" }] }, { mod: [to("100.64.0.0/10")] }])
    expect(codeOf(await put(a, part))).toBe("VPC.2809");
});

test.each([
  [undefined, "VPC.0101"],
  [{}, "VPC.0101"],
  [{ routetable: { colour: "red" } }, "VPC.0101"],
  [{ routetable: { routes: { put: [] } } }, "VPC.0101"],
  [{ routetable: { routes: { add: {} } } }, "VPC.0101"],
  [{ routetable: { routes: { add: [1] } } }, "VPC.0101"],
  [{ routetable: { routes: { add: [{ ...to("10.1.0.0/16"), nexthop: 1 }] } } }, "VPC.0101"],
  [{ routetable: { name: "x".repeat(65) } }, "VPC.0101"],
  [{ routetable: { name: "two words" } }, "VPC.0101"],
])("the body %j is refused", async (body, code) => {
  const { a } = await openRoutes();
  expect(codeOf(await a("PUT", `${TABLES}/${mainA}`, {}, body))).toBe(code);
});

test("a table is its project's own, and its texts can change", async () => {
  const { a, b } = await openRoutes();
  for (const id of ["none", mainB]) {
    const refused = await a("GET", `${TABLES}/${id}`);
    expect([refused.status, codeOf(refused)]).toEqual([404, "VPC.2808"]);
  }
  expect((await b("GET", `/v1/${projectB}/routetables/${mainB}`)).status).toBe(200);
  expect(codeOf(await b("GET", `${TABLES}/${mainA}`))).toBe("VPC.0007");
  const texts = { name: "main", description: "of A" };
  expect((await a("PUT", `${TABLES}/${mainA}`, {}, { routetable: texts })).body["routetable"]).toMatchObject(
    texts,
  );
});

test("the quota counts what a table has in the end", async () => {
  const { a } = await openRoutes({ quotas: { huaweicloud: { routesPerTable: 2 } } });
  expect((await put(a, { add: [to("10.1.0.0/24"), to("10.1.1.0/24")] })).status).toBe(200);
  const refused = await put(a, { add: [to("10.1.2.0/24")] });
  expect([refused.status, codeOf(refused)]).toEqual([409, "VPC.0114"]);
  const swapped = await put(a, { add: [to("10.1.2.0/24")], del: [{ destination: "10.1.0.0/24" }] });
  expect(swapped.status).toBe(200);
});

test("routes go with their connection, on both sides unless the setting says otherwise", async () => {
  for (const routesOutlivePeering of [false, true]) {
    const { a, b } = await openRoutes({ huaweicloud: { guesses: { routesOutlivePeering } } });
    await put(a, { add: [to("10.1.0.0/16")] });
    const custom = { routetable: { routes: { add: [to("10.1.0.0/16")] } } };
    expect((await a("PUT", `${TABLES}/${customA}`, {}, custom)).status).toBe(200);
    const back = { routetable: { routes: { add: [to("10.0.0.0/16")] } } };
    expect((await b("PUT", `/v1/${projectB}/routetables/${mainB}`, {}, back)).status).toBe(200);
    expect((await b("DELETE", `${PEERINGS}/${active}`)).status).toBe(204);
    const left = [
      await a("GET", `${TABLES}/${mainA}`),
      await a("GET", `${TABLES}/${customA}`),
      await b("GET", `/v1/${projectB}/routetables/${mainB}`),
    ].map((answer) => madeIn(answer).length);
    expect(left).toEqual(routesOutlivePeering ? [1, 1, 1] : [0, 0, 0]);
  }
});

test("the log says which table was changed, and which route removed", async () => {
  const { a, requests } = await openRoutes();
  const routes = { add: [to("10.1.0.0/16")] };
  await put(a, routes);
  const { body } = await a("GET", "/v2.0/vpc/routes");
  const [{ id } = { id: "" }] = body["routes"] as { id: string }[];
  await a("DELETE", `/v2.0/vpc/routes/${id}`);
  expect((await requests()).map(({ action, params }) => [action, params])).toEqual([
    ["UpdateRouteTable", { routetable_id: mainA, routetable: { routes } }],
    ["ListVpcRoutes", {}],
    ["DeleteVpcRoute", { route_id: id }],
  ]);
});

test("faults find route calls by VPC and connection", async () => {
  const { a, admin } = await openRoutes();
  const fault = { type: "error", code: "VPC.0103" };
  for (const selector of [{ vpcId: vpcA }, { peeringId: active }])
    await admin("POST", "/faults", { cloud: "huaweicloud", action: "UpdateRouteTable", fault, ...selector });
  const codes = [];
  for (let n = 0; n < 3; n++) codes.push(codeOf(await put(a, { add: [to("10.1.0.0/16")] })));
  expect(codes).toEqual(["VPC.0103", "VPC.0103", undefined]);
  const rows = (await admin("GET", "/requests")).body as object[];
  expect(rows).toContainEqual(expect.objectContaining({ action: "UpdateRouteTable", region: "cn-north-4" }));
});
