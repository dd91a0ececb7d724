import { codeOf, projectA } from "./support";
import { active, customA, mainA, openRoutes, put, TABLES, to, vpcA } from "./routesSupport";

interface Table {
  readonly id: string;
  readonly subnets: readonly { id: string }[];
}

const tablesIn = (body: Readonly<Record<string, unknown>>) => body["routetables"] as Table[];

test("tables are listed by VPC, subnet and page, without routes", async () => {
  const { a } = await openRoutes();
  const { body } = await a("GET", TABLES, { vpc_id: vpcA });
  expect(tablesIn(body).map(({ id }) => id)).toEqual([customA, mainA]);
  expect(tablesIn(body)[1]).toMatchObject({
    default: true,
    vpc_id: vpcA,
    tenant_id: projectA,
    description: "",
  });
  expect(tablesIn(body)[1]).not.toHaveProperty("routes");
  const ids = async (query: Record<string, string>) =>
    tablesIn((await a("GET", TABLES, query)).body).map(({ id }) => id);
  const [subnet] = tablesIn(body)[0]?.subnets ?? [];
  expect(await ids({ subnet_id: subnet?.id ?? "" })).toEqual([customA]);
  expect(await ids({ vpc_id: vpcA, limit: "1" })).toEqual([customA]);
  expect(await ids({ vpc_id: vpcA, marker: customA })).toEqual([mainA]);
  expect(await ids({ id: mainA })).toEqual([mainA]);
  expect(await ids({ vpc_id: "none" })).toEqual([]);
  for (const odd of [{ limit: "many" }, { marker: "none" }])
    expect(codeOf(await a("GET", TABLES, odd))).toBe("VPC.0101");
});

test("tables are made, subnets are put on them, and they go once none is", async () => {
  const { a } = await openRoutes({ quotas: { huaweicloud: { tablesPerVpc: 3 } } });
  const create = (routes: object[]) =>
    a("POST", TABLES, {}, { routetable: { vpc_id: vpcA, name: "more", routes } });
  expect(codeOf(await create([to("10.0.0.0/24")]))).toBe("VPC.2809");
  expect(codeOf(await create(Array.from({ length: 6 }, (_, n) => to(`10.1.${n}.0/24`))))).toBe("VPC.0101");
  const made = await create([to("10.1.0.0/16")]);
  expect(made.status).toBe(200);
  const { id } = made.body["routetable"] as Table;
  expect(codeOf(await create([]))).toBe("VPC.2810");
  const { body } = await a("GET", `/v1/${projectA}/subnets`, { vpc_id: vpcA });
  const [subnet] = body["subnets"] as { id: string }[];
  const move = (part: string) =>
    a("POST", `${TABLES}/${id}/action`, {}, { routetable: { subnets: { [part]: [subnet?.id] } } });
  expect((await move("associate")).body["routetable"]).toMatchObject({ subnets: [{ id: subnet?.id }] });
  expect(codeOf(await a("DELETE", `${TABLES}/${id}`))).toBe("VPC.0101");
  expect((await move("disassociate")).body["routetable"]).toMatchObject({ subnets: [] });
  expect((await a("DELETE", `${TABLES}/${id}`)).status).toBe(204);
  expect(codeOf(await a("DELETE", `${TABLES}/${mainA}`))).toBe("VPC.0101");
});

test("subnets tell their IPv6, VPCs their secondary blocks, quotas the number of routes", async () => {
  const { a } = await openRoutes();
  const { body } = await a("GET", `/v1/${projectA}/subnets`, { vpc_id: vpcA });
  const subnets = body["subnets"] as { cidr: string; cidr_v6?: string; ipv6_enable: boolean }[];
  const seen = subnets.map(({ cidr, cidr_v6, ipv6_enable }) => [cidr, cidr_v6, ipv6_enable]);
  expect(seen.sort()).toEqual([
    ["10.0.0.0/24", "2001:db8:a::/64", true],
    ["10.0.1.0/24", undefined, false],
  ]);
  expect((await a("GET", `/v3/${projectA}/vpc/vpcs/${vpcA}`)).body).toMatchObject({
    vpc: { cidr: "10.0.0.0/16", extend_cidrs: ["172.16.0.0/16"] },
  });
  const quota = async (type: string) => (await a("GET", `/v1/${projectA}/quotas`, { type })).body;
  expect(await quota("routetableContainRoutes")).toMatchObject({ quotas: { resources: [{ quota: 200 }] } });
  expect(await quota("vpcContainRoutetable")).toMatchObject({ quotas: { resources: [{ quota: 5 }] } });
});

describe("version 2.0 of the routes", () => {
  const ROUTES = "/v2.0/vpc/routes";
  const old = (destination: string, more: object = {}) => ({
    route: { type: "peering", destination, nexthop: active, vpc_id: vpcA, ...more },
  });

  test("is another view of the default table", async () => {
    const { a } = await openRoutes();
    const made = await a("POST", ROUTES, {}, old("10.1.0.0/16"));
    const { id } = made.body["route"] as { id: string };
    expect(made.status).toBe(201);
    expect(made.body["route"]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      ...old("10.1.0.0/16").route,
      tenant_id: projectA,
    });
    await put(a, { add: [to("10.1.9.0/24"), to("10.7.0.0/16", { type: "ecs", nexthop: "vm-1" })] });
    await a("PUT", `${TABLES}/${customA}`, {}, { routetable: { routes: { add: [to("10.1.8.0/24")] } } });
    const count = async (query: Record<string, string>) =>
      ((await a("GET", ROUTES, query)).body["routes"] as object[]).length;
    expect(await count({ type: "peering", vpc_id: vpcA })).toBe(2);
    expect(await count({ destination: "10.1.9.0/24" })).toBe(1);
    const page = await a("GET", ROUTES, { limit: "1" });
    expect(page.body).toMatchObject({ routes: [{}], routes_links: [{ rel: "next" }] });
    expect((await a("GET", `${ROUTES}/${id}`)).body).toMatchObject({ route: { id } });
    expect((await a("DELETE", `${ROUTES}/${id}`)).status).toBe(204);
    const gone = await a("GET", `${ROUTES}/${id}`);
    expect([gone.status, codeOf(gone)]).toEqual([404, "ResourceNotFound"]);
  });

  test.each([
    [old("10.0.0.0/24"), 400, "BadRequest"],
    [old("10.1.0.0/16", { nexthop: "none" }), 404, "ResourceNotFound"],
    [old("10.1.0.0/16", { type: "ecs" }), 400, "BadRequest"],
    [old("10.1.0.0/16", { vpc_id: "none" }), 404, "ResourceNotFound"],
    [{}, 400, "BadRequest"],
  ])("refuses %j in the words of the peering calls", async (body, status, type) => {
    const { a } = await openRoutes();
    const refused = await a("POST", ROUTES, {}, body);
    expect([refused.status, (refused.body["NeutronError"] as { type: string }).type]).toEqual([status, type]);
  });
});
