import { make, openRoutes, routesOf, tablesIn, to } from "./routesSupport";
import { codeOf } from "./support";

const byVpc = { Name: "vpc-id", Values: ["vpc-aaaaaaaa"] };

describe("route tables", () => {
  test("are listed with all their routes by one call", async () => {
    const { a, b } = await openRoutes();
    await make(a, to("10.1.0.0/16"));
    const { body } = await a("DescribeRouteTables", { Filters: [byVpc], Offset: "0", Limit: "100" });
    expect(body["TotalCount"]).toBe(2);
    expect(tablesIn(body).map(({ RouteTableId, RouteSet }) => [RouteTableId, RouteSet.length])).toEqual([
      ["rtb-aaaaaaaa", 1],
      ["rtb-custom01", 0],
    ]);
    const bare = await a("DescribeRouteTables", { Filters: [byVpc], NeedRouterInfo: false });
    expect(tablesIn(bare.body).flatMap(({ RouteSet }) => RouteSet)).toEqual([]);
    expect((await a("DescribeRouteTables", {})).body["TotalCount"]).toBe(3);
    expect((await b("DescribeRouteTables", {})).body["TotalCount"]).toBe(0);
    expect((await b("DescribeRouteTables", {}, "ap-shanghai")).body["TotalCount"]).toBe(1);
  });

  test.each([
    [{ Filters: [{ Name: "association.main", Values: ["true"] }] }, ["rtb-aaaaaaaa", "rtb-cccccccc"]],
    [{ Filters: [byVpc, { Name: "route-table-id", Values: ["rtb-custom01"] }] }, ["rtb-custom01"]],
    [{ RouteTableIds: ["rtb-nothere1"] }, []],
    [{ Filters: [byVpc], Offset: "1", Limit: "1" }, ["rtb-custom01"]],
    [
      {
        Filters: [
          byVpc,
          { Name: "route-table-id", Values: ["rtb-aaaaaaaa"] },
          { Name: "next-hop-type", Values: ["PEERCONNECTION"] },
        ],
      },
      ["rtb-aaaaaaaa"],
    ],
  ])("%j are %j", async (params, ids) => {
    const { a } = await openRoutes();
    await make(a, to("10.1.0.0/16"));
    const { body } = await a("DescribeRouteTables", params);
    expect(tablesIn(body).map(({ RouteTableId }) => RouteTableId)).toEqual(ids);
  });

  test.each([
    [{ Limit: 100 }, "InvalidParameter"],
    [{ Limit: "101" }, "InvalidParameterValue.Range"],
    [{ RouteTableIds: ["rtb-aaaaaaaa"], Filters: [byVpc] }, "InvalidParameter.Coexist"],
    [{ RouteTableIds: ["x"] }, "InvalidParameterValue.Malformed"],
    [{ Filters: [{ Name: "next-hop-type", Values: ["NAT"] }] }, "InvalidParameter.FilterMissParameter"],
    [{ Filters: [{ Name: "colour", Values: ["red"] }] }, "InvalidParameter.FilterInvalidKey"],
  ])("are not listed by %j: %s", async (params, code) => {
    const { a } = await openRoutes();
    expect(await codeOf(a("DescribeRouteTables", params))).toBe(code);
  });

  test("show local routes, and unknown ids as errors, if the settings say so", async () => {
    const guesses = { localRoutesAreListed: true, unknownTableIsEmpty: false };
    const { a } = await openRoutes({ tencentcloud: { guesses } });
    expect((await routesOf(a)).map(({ GatewayId }) => GatewayId)).toEqual(["Local", "Local", "Local"]);
    expect(await codeOf(a("DescribeRouteTables", { RouteTableIds: ["rtb-nothere1"] }))).toBe(
      "ResourceNotFound",
    );
  });

  test("are made, and go once no subnet is on them", async () => {
    const { a } = await openRoutes({ quotas: { tencentcloud: { tablesPerVpc: 3 } } });
    const wanted = { VpcId: "vpc-aaaaaaaa", RouteTableName: "more" };
    const { body } = await a("CreateRouteTable", wanted);
    const { RouteTableId = "" } = body["RouteTable"] as { RouteTableId?: string };
    expect(RouteTableId).toMatch(/^rtb-[a-z0-9]{8}$/);
    expect(await codeOf(a("CreateRouteTable", wanted))).toBe("LimitExceeded");
    const rename = (RouteTableName: string) =>
      codeOf(a("ModifyRouteTableAttribute", { RouteTableId, RouteTableName }));
    expect(await rename("名".repeat(21))).toBe("InvalidParameterValue.TooLong");
    expect(await rename("名".repeat(20))).toBe("ok");
    expect((await a("DescribeRouteTables", { RouteTableIds: [RouteTableId] })).body).toMatchObject({
      RouteTableSet: [{ RouteTableName: "名".repeat(20) }],
    });
    const move = (to: string) =>
      codeOf(a("ReplaceRouteTableAssociation", { SubnetId: "subnet-aaaaaaa1", RouteTableId: to }));
    const remove = (id: string) => codeOf(a("DeleteRouteTable", { RouteTableId: id }));
    expect(await move(RouteTableId)).toBe("ok");
    expect(await remove(RouteTableId)).toBe("UnsupportedOperation.DelRouteWithSubnet");
    expect(await move("rtb-aaaaaaaa")).toBe("ok");
    expect(await remove(RouteTableId)).toBe("ok");
    expect(await remove("rtb-aaaaaaaa")).toBe("UnsupportedOperation.DelDefaultRoute");
  });
});

test.each(["DescribeRoutes", "DescribeRouteList"])(
  "%s lists routes over all tables, by numbers",
  async (action) => {
    const { a } = await openRoutes();
    await make(a, to("10.1.0.0/24", { RouteDescription: "ours" }), to("10.1.1.0/24"));
    const custom = { RouteTableId: "rtb-custom01", Routes: [to("10.1.0.0/24")] };
    expect(await codeOf(a("CreateRoutes", custom))).toBe("ok");
    const count = async (...filters: [string, string][]) => {
      const Filters = filters.map(([Name, value]) => ({ Name, Values: [value] }));
      return (await a(action, { Filters })).body["TotalCount"];
    };
    expect(await count(["gateway-id", "pcx-aaaabbbb"])).toBe(3);
    expect(await count(["route-table-id", "rtb-custom01"])).toBe(1);
    expect(await count(["dest-cidr", "10.1.0"])).toBe(2);
    expect(await count(["description", "ours"], ["vpc-id", "vpc-aaaaaaaa"])).toBe(1);
    expect((await a(action, { Offset: 1, Limit: 1 })).body["RouteSet"]).toHaveLength(1);
    expect(await codeOf(a(action, { Limit: "1" }))).toBe("InvalidParameter");
    expect(await codeOf(a(action, { Limit: 101 }))).toBe("InvalidParameterValue.Range");
  },
);

test("a VPC tells its secondary blocks, those for containers, and those of IPv6", async () => {
  const { a } = await openRoutes();
  const blocks = [
    { VpcId: "vpc-aaaaaaaa", CidrBlock: "172.16.0.0/16", AssistantType: 0, SubnetSet: [] },
    { VpcId: "vpc-aaaaaaaa", CidrBlock: "10.200.0.0/16", AssistantType: 1, SubnetSet: [] },
  ];
  expect((await a("DescribeVpcs", { VpcIds: ["vpc-aaaaaaaa"] })).body).toMatchObject({
    VpcSet: [
      {
        CidrBlock: "10.0.0.0/16",
        AssistantCidrSet: blocks,
        Ipv6CidrBlock: "2001:db8:a::/56",
        Ipv6CidrBlockSet: [{ IPv6CidrBlock: "2001:db8:a::/56", ISPType: "BGP" }],
      },
    ],
  });
  const assistants = await a("DescribeAssistantCidr", { VpcIds: ["vpc-aaaaaaaa"] });
  expect(assistants.body).toMatchObject({ TotalCount: 2, AssistantCidrSet: blocks });
});

test("subnets tell their tables, and limits the quotas", async () => {
  const { a } = await openRoutes();
  expect((await a("DescribeSubnets", { Filters: [byVpc] })).body).toMatchObject({
    TotalCount: 2,
    SubnetSet: [
      { SubnetId: "subnet-aaaaaaa1", CidrBlock: "10.0.0.0/24", RouteTableId: "rtb-aaaaaaaa" },
      { SubnetId: expect.stringMatching(/^subnet-[a-z0-9]{8}$/) as string, RouteTableId: "rtb-custom01" },
    ],
  });
  const LimitTypes = ["vpc-max-route-tables", "route-table-max-policies"];
  expect((await a("DescribeVpcLimits", { LimitTypes })).body["VpcLimitSet"]).toEqual([
    { LimitType: "vpc-max-route-tables", LimitValue: 10 },
    { LimitType: "route-table-max-policies", LimitValue: 50 },
  ]);
});
