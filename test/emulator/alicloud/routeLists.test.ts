import { type AlicloudClient } from "./clients";
import { destinationsIn, entry, openRoutes, RegionId } from "./routesSupport";
import { codeOf } from "./support";

test("tables and vSwitches are listed by VPC, region and page", async () => {
  const { a, b } = await openRoutes();
  const tables = await a("DescribeRouteTableList", { RegionId, VpcId: "vpc-a", PageSize: 2 });
  expect(tables.body).toMatchObject({
    TotalCount: 3,
    PageNumber: 1,
    PageSize: 2,
    RouterTableList: {
      RouterTableListType: [
        {
          RouteTableId: "vtb-a",
          RouteTableType: "System",
          AssociateType: "VSwitch",
          RouterId: "vrt-a",
          VSwitchIds: { VSwitchId: ["vsw-a01"] },
          Status: "Available",
        },
        { RouteTableId: "vtb-custom", RouteTableType: "Custom", VSwitchIds: { VSwitchId: ["vsw-a02"] } },
      ],
    },
  });
  const second = await a("DescribeRouteTableList", { RegionId, VpcId: "vpc-a", PageSize: 2, PageNumber: 2 });
  expect(second.body).toMatchObject({
    RouterTableList: { RouterTableListType: [{ RouteTableId: "vtb-gate", AssociateType: "Gateway" }] },
  });
  for (const filter of [{ VpcId: "vpc-b" }, { RouteTableId: "vtb-x" }, { RouterType: "VBR" }])
    expect((await a("DescribeRouteTableList", { RegionId, ...filter })).body["TotalCount"]).toBe(0);
  expect((await b("DescribeRouteTableList", { RegionId })).body["TotalCount"]).toBe(2);
  expect(codeOf(await a("DescribeRouteTableList", { RegionId, PageSize: 51 }))).toBe("InvalidPageSize");
  expect((await a("DescribeVSwitches", { VpcId: "vpc-a", RouteTableId: "vtb-custom" })).body).toMatchObject({
    TotalCount: 1,
    VSwitches: {
      VSwitch: [
        { CidrBlock: "10.0.1.0/24", RouteTable: { RouteTableId: "vtb-custom", RouteTableType: "Custom" } },
      ],
    },
  });
  const { body } = await a("DescribeVpcAttribute", { RegionId, VpcId: "vpc-a" });
  expect(body).toMatchObject({
    CidrBlock: "10.0.0.0/16",
    SecondaryCidrBlocks: { SecondaryCidrBlock: ["172.16.0.0/16"] },
    Ipv6CidrBlocks: { Ipv6CidrBlock: [{ Ipv6CidrBlock: "2001:db8:a::/56" }] },
    VSwitchIds: { VSwitchId: ["vsw-a01", "vsw-a02"] },
  });
});

test("the older list of tables has their routes, each with its one next hop", async () => {
  const { a, b } = await openRoutes({ timings: { routeMs: 600_000 } });
  await a("CreateRouteEntry", entry("10.1.0.0/16"));
  const { body } = await a("DescribeRouteTables", { RegionId, RouteTableId: "vtb-a" });
  expect(body).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10 });
  const { RouteTable } = body["RouteTables"] as { RouteTable: Record<string, unknown>[] };
  expect(RouteTable).toMatchObject([{ RouteTableId: "vtb-a", RouteTableType: "System", VRouterId: "vrt-a" }]);
  const { RouteEntry } = RouteTable[0]?.["RouteEntrys"] as { RouteEntry: unknown[] };
  const hop = { NextHopType: "VpcPeer", InstanceId: "pcc-ab" };
  expect(RouteEntry).toHaveLength(5);
  expect(RouteEntry.at(-1)).toMatchObject({
    DestinationCidrBlock: "10.1.0.0/16",
    Type: "Custom",
    Status: "Pending",
    ...hop,
  });
  const counted = async (params: object) =>
    (await a("DescribeRouteTables", { ...params })).body["TotalCount"];
  expect(await counted({ VRouterId: "vrt-a" })).toBe(3);
  expect(await counted({ RouterId: "vrt-a", RouterType: "VBR" })).toBe(0);
  expect(await counted({ RouteTableId: "vtb-a", RegionId: "cn-beijing" })).toBe(0);
  expect((await b("DescribeRouteTables", { RouteTableId: "vtb-a" })).body["TotalCount"]).toBe(0);
  expect(codeOf(await a("DescribeRouteTables", { RegionId }))).toBe("MissingRouteTableId");
});

test("a connection shows the blocks of both ends, secondary ones too unless the setting says so", async () => {
  const seen = async (client: AlicloudClient) =>
    (await client("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-ab" })).body["Vpc"];
  const blocks = { VpcId: "vpc-a", Ipv6Cidrs: ["2001:db8:a::/56"] };
  const { b } = await openRoutes();
  expect(await seen(b)).toEqual({ ...blocks, Ipv4Cidrs: ["10.0.0.0/16", "172.16.0.0/16"] });
  const less = await openRoutes({ alicloud: { guesses: { peeringShowsSecondaryBlocks: false } } });
  expect(await seen(less.b)).toEqual({ ...blocks, Ipv4Cidrs: ["10.0.0.0/16"] });
});

describe("a list of routes", () => {
  test("has the system's own, and pages", async () => {
    const { a } = await openRoutes();
    for (const third of [1, 2, 3]) await a("CreateRouteEntry", entry(`10.1.${third}.0/24`));
    const ask = { RegionId, RouteTableId: "vtb-a" };
    const all = await a("DescribeRouteEntryList", ask);
    expect(all.body).toMatchObject({ TotalCount: 7, NextToken: "" });
    expect(await destinationsIn(a, { RouteEntryType: "System" })).toEqual([
      "10.0.0.0/24",
      "2001:db8:a::/64",
      "10.0.1.0/24",
      "100.64.0.0/10",
    ]);
    const custom = { ...ask, RouteEntryType: "Custom", MaxResult: 2 };
    const first = await a("DescribeRouteEntryList", custom);
    expect(first.body).toMatchObject({ TotalCount: 3, NextToken: expect.stringMatching(/./) as string });
    expect(await destinationsIn(a, { MaxResult: 2, NextToken: first.body["NextToken"] })).toEqual([
      "10.1.3.0/24",
    ]);
    expect(await destinationsIn(a, { MaxResult: 500 })).toHaveLength(3);
  });

  test("has each of the system's own on one of its pages, and a count unless the setting says so", async () => {
    const { a } = await openRoutes({ alicloud: { guesses: { listCountsRoutes: false } } });
    const seen: unknown[] = [];
    let NextToken: unknown;
    do {
      const page = { RegionId, RouteTableId: "vtb-a", MaxResult: 1, NextToken };
      const { body } = await a("DescribeRouteEntryList", page);
      const { RouteEntry } = body["RouteEntrys"] as { RouteEntry: { DestinationCidrBlock: string }[] };
      seen.push(...RouteEntry.map((row) => row.DestinationCidrBlock));
      expect(body).not.toHaveProperty("TotalCount");
      NextToken = body["NextToken"];
    } while (NextToken !== "");
    expect(seen).toEqual(["10.0.0.0/24", "2001:db8:a::/64", "10.0.1.0/24", "100.64.0.0/10"]);
  });

  test.each([
    [{ DestinationCidrBlock: "10.1.1.0/24" }, ["10.1.1.0/24"]],
    [{ DestCidrBlockList: ["10.1.1.0/24", "10.9.0.0/16"] }, ["10.1.1.0/24"]],
    [{ NextHopId: "i-1" }, ["10.1.2.0/24"]],
    [{ NextHopType: "VpcPeer" }, ["10.1.1.0/24"]],
    [{ RouteEntryName: "two" }, ["10.1.2.0/24"]],
    [{ IpVersion: "ipv6" }, []],
    [{ RouteEntryType: "BGP" }, []],
  ])("filtered by %j is %j", async (filter, destinations) => {
    const { a } = await openRoutes();
    await a("CreateRouteEntry", entry("10.1.1.0/24"));
    const two = { NextHopType: "Instance", NextHopId: "i-1", RouteEntryName: "two" };
    await a("CreateRouteEntry", entry("10.1.2.0/24", two));
    expect(await destinationsIn(a, filter)).toEqual(destinations);
  });

  test.each([
    [{ RouteTableId: "vtb-b" }, "InvalidRouteTable.NotFound"],
    [{ RouteTableId: "vtb-gate" }, "OperationDenied.UseGatewayRouteEntryQueryInterface"],
    [{ RouteEntryType: "Odd" }, "IllegalParam.RouteEntryType"],
    [{ IpVersion: "ipv5" }, "IllegalParam.IpVersion"],
    [{ NextToken: "odd" }, "IllegalParam.NextToken"],
    [{ RouteEntryName: "x" }, "OperationFailed.FilterParamUnderWrongRouteType"],
    [{ MaxResult: 0 }, "IllegalParam.MaxResult"],
  ])("refuses %j with %s", async (params, code) => {
    const { a } = await openRoutes();
    const answer = await a("DescribeRouteEntryList", { RegionId, RouteTableId: "vtb-a", ...params });
    expect(codeOf(answer)).toBe(code);
  });

  test("is counted by kind", async () => {
    const { a } = await openRoutes();
    await a("CreateRouteEntry", entry("10.1.1.0/24"));
    const { body } = await a("GetVpcRouteEntrySummary", {
      RegionId,
      VpcId: "vpc-a",
      RouteEntryType: "custom",
    });
    expect(body["RouteEntrySummarys"]).toEqual([
      { RouteTableId: "vtb-a", EntrySummarys: [{ RouteEntryType: "custom", Count: 1 }] },
      { RouteTableId: "vtb-custom", EntrySummarys: [{ RouteEntryType: "custom", Count: 0 }] },
    ]);
  });
});
