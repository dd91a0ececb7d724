import { inTable, make, openRoutes, routesOf, tablesIn, to } from "./routesSupport";
import { codeOf } from "./support";

describe("routes", () => {
  test("are made together, and the answer has the new ones alone", async () => {
    const { a } = await openRoutes();
    await make(a, to("10.1.0.0/24"));
    const { body } = await a(
      "CreateRoutes",
      inTable(to("10.1.1.0/24", { RouteDescription: "ours" }), to("172.17.0.0/16")),
    );
    expect(body).toMatchObject({
      TotalCount: 2,
      RouteTableSet: [
        {
          VpcId: "vpc-aaaaaaaa",
          RouteTableId: "rtb-aaaaaaaa",
          RouteTableName: "default",
          Main: true,
          TagSet: [],
          AssociationSet: [{ SubnetId: "subnet-aaaaaaa1", RouteTableId: "rtb-aaaaaaaa" }],
          LocalCidrForCcn: [{ Cidr: "10.0.0.0/16" }, { Cidr: "172.16.0.0/16" }],
          RouteSet: [
            {
              RouteTableId: "rtb-aaaaaaaa",
              RouteId: expect.any(Number) as number,
              RouteItemId: expect.stringMatching(/^rti-[a-z0-9]{8}$/) as string,
              RouteType: "USER",
              DestinationCidrBlock: "10.1.1.0/24",
              DestinationIpv6CidrBlock: "",
              GatewayType: "PEERCONNECTION",
              GatewayId: "pcx-aaaabbbb",
              RouteDescription: "ours",
              Enabled: true,
              PublishedToVbc: false,
              CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
              CdcId: "",
            },
            { DestinationCidrBlock: "172.17.0.0/16" },
          ],
        },
      ],
    });
    expect((await routesOf(a)).map((route) => route.DestinationCidrBlock)).toEqual([
      "10.1.0.0/24",
      "10.1.1.0/24",
      "172.17.0.0/16",
    ]);
  });

  test.each([
    ["inside the VPC", to("10.0.9.0/24"), "InvalidParameterValue.VpcCidrConflict"],
    ["that is the VPC's", to("10.0.0.0/16"), "InvalidParameterValue.VpcCidrConflict"],
    ["that is a subnet's", to("10.0.0.0/24"), "InvalidParameterValue.SubnetOverlapRoute"],
    ["that is secondary", to("172.16.0.0/16"), "InvalidParameterValue.VpcCidrOverlapRoute"],
    ["for containers", to("10.200.1.0/24"), "UnsupportedOperation.ConflictWithDockerRoute"],
    ["outside of the other VPC", to("10.9.0.0/16"), "InvalidParameterValue.CidrNotInPeerVpc"],
    ["around the other VPC", to("10.0.0.0/8"), "UnsupportedOperation.ConflictWithDockerRoute"],
    [
      "everywhere",
      to("0.0.0.0/0", { GatewayType: "NAT", GatewayId: "nat-1" }),
      "UnsupportedOperation.ConflictWithDockerRoute",
    ],
    ["that is none", to("10.1.0.0/33"), "InvalidParameterValue.Malformed"],
    ["with host bits", to("10.1.2.3/16"), "InvalidParameterValue.Malformed"],
    ["nowhere", to(""), "InvalidParameterValue.Empty"],
    ["of both versions", to("10.1.0.0/16", { DestinationIpv6CidrBlock: "::/0" }), "InvalidParameter.Coexist"],
    ["through what is not there", to("10.1.0.0/16", { GatewayId: "pcx-nothere1" }), "ResourceNotFound"],
    [
      "through what waits",
      to("10.1.0.0/16", { GatewayId: "pcx-waiting1" }),
      "InvalidParameterValue.RouteNextHopInvalid",
    ],
    [
      "through another VPC's",
      to("10.1.0.0/16", { GatewayId: "pcx-ccccbbbb" }),
      "InvalidParameterValue.RouteNextHopInvalid",
    ],
    ["through an odd id", to("10.1.0.0/16", { GatewayId: "pcc-1" }), "InvalidParameterValue.Malformed"],
    ["through nothing", to("10.1.0.0/16", { GatewayId: "" }), "MissingParameter"],
    ["through a word", to("10.1.0.0/16", { GatewayType: "peering" }), "InvalidParameterValue"],
    ["with a stranger", to("10.1.0.0/16", { Weight: 1 }), "UnknownParameter.WithGuess"],
    ["with a text for a truth", to("10.1.0.0/16", { Enabled: "yes" }), "InvalidParameter"],
  ])("to a block %s are refused, with all others of the call", async (_, route, code) => {
    const { a } = await openRoutes();
    expect(await codeOf(a("CreateRoutes", inTable(to("10.1.7.0/24"), route)))).toBe(code);
    expect(await routesOf(a)).toEqual([]);
  });

  test.each([
    [{ RouteTableId: "vtb-1", Routes: [] }, "InvalidParameterValue.Malformed"],
    [{ RouteTableId: "rtb-nothere1", Routes: [to("10.1.0.0/16")] }, "ResourceNotFound"],
    [{ RouteTableId: "rtb-bbbbbbbb", Routes: [to("10.1.0.0/16")] }, "ResourceNotFound"],
    [{ RouteTableId: "rtb-aaaaaaaa", Routes: [] }, "InvalidParameterValue.Empty"],
    [{ RouteTableId: "rtb-aaaaaaaa" }, "MissingParameter"],
    [inTable(...Array.from({ length: 101 }, () => to("10.1.0.0/16"))), "InvalidParameterValue.LimitExceeded"],
  ])("are asked for properly (%#)", async (params, code) => {
    const { a } = await openRoutes();
    expect(await codeOf(a("CreateRoutes", params))).toBe(code);
  });

  test("belong to the region of their VPC", async () => {
    const { a, b } = await openRoutes();
    expect(await codeOf(a("CreateRoutes", inTable(to("10.1.0.0/16")), "ap-shanghai"))).toBe(
      "ResourceNotFound",
    );
    const back = { RouteTableId: "rtb-bbbbbbbb", Routes: [to("10.0.0.0/16")] };
    expect(await codeOf(b("CreateRoutes", back, "ap-shanghai"))).toBe("ok");
  });

  test("are there once, unless one is off, and up to the quota", async () => {
    const { a, admin } = await openRoutes({ quotas: { tencentcloud: { routesPerTable: 3 } } });
    const create = (...routes: object[]) => codeOf(a("CreateRoutes", inTable(...routes)));
    const elsewhere = to("10.1.0.0/16", { GatewayType: "NAT", GatewayId: "nat-1" });
    expect(await create(to("10.1.0.0/16"), to("10.1.0.0/16"))).toBe("InvalidParameterValue.Duplicate");
    expect(await create(to("10.1.0.0/16", { Enabled: false }))).toBe("ok");
    expect(await create(to("10.1.0.0/16"))).toBe("InvalidParameterValue.Duplicate");
    expect(await create(elsewhere)).toBe("UnsupportedOperation.EcmpWithUserRoute");
    const ids = { RouteTableId: "rtb-aaaaaaaa", RouteIds: (await routesOf(a)).map(({ RouteId }) => RouteId) };
    expect(await codeOf(a("DisableRoutes", ids))).toBe("ok");
    expect(await create(elsewhere)).toBe("ok");
    expect((await routesOf(a)).map(({ Enabled }) => Enabled)).toEqual([false, true]);
    const enable = (...routes: { readonly RouteItemId: string }[]) => {
      const RouteItemIds = routes.map(({ RouteItemId }) => RouteItemId);
      return codeOf(a("EnableRoutes", { RouteTableId: "rtb-aaaaaaaa", RouteItemIds }));
    };
    expect(await codeOf(a("EnableRoutes", ids))).toBe("UnsupportedOperation.EcmpWithUserRoute");
    const [off, on] = await routesOf(a);
    if (off === undefined || on === undefined) throw new Error("no routes");
    expect(await enable(on, off)).toBe("UnsupportedOperation.EcmpWithUserRoute");
    expect(await enable(on)).toBe("ok");
    const both = { cloud: "tencentcloud", table: "rtb-aaaaaaaa", destination: "10.1.0.0/16" };
    const ccn = { kind: "other", id: "ccn-1", type: "CCN" };
    const key = { cloud: "tencentcloud", table: "rtb-aaaaaaaa", destination: "10.9.0.0/16" };
    await admin("POST", "/routes", { ...key, hop: ccn });
    expect(await create(to("10.9.0.0/16", { GatewayType: "NAT", GatewayId: "n" }))).toBe(
      "UnsupportedOperation.EcmpWithCcnRoute",
    );
    expect(await create(to("10.1.1.0/24"))).toBe("LimitExceeded");
    const conflicts = { RouteTableId: "rtb-aaaaaaaa", DestinationCidrBlocks: ["10.9.1.0/24", "10.1.0.0/16"] };
    expect((await a("DescribeRouteConflicts", conflicts)).body["RouteConflictSet"]).toMatchObject([
      { DestinationCidrBlock: "10.9.1.0/24", ConflictSet: [{ RouteType: "CCN" }] },
    ]);
    expect((await admin("DELETE", "/routes", both)).body).toHaveLength(2);
    expect(await routesOf(a)).toHaveLength(1);
  });

  test("are replaced in place, and keep their ids", async () => {
    const { a } = await openRoutes();
    const [first, second] = await make(a, to("10.1.0.0/24"), to("10.1.1.0/24"));
    const by = (id = "") => ({ RouteItemId: id });
    const away = to("10.1.9.0/24", { ...by(first?.RouteItemId), GatewayType: "NAT", GatewayId: "nat-1" });
    const { body } = await a("ReplaceRoutes", inTable(away));
    expect(body).toMatchObject({
      OldRouteSet: [{ ...first, GatewayId: "pcx-aaaabbbb" }],
      NewRouteSet: [
        { ...first, DestinationCidrBlock: "10.1.9.0/24", GatewayId: "nat-1", GatewayType: "NAT" },
      ],
    });
    const clash = to("10.1.1.0/24", by(first?.RouteItemId));
    expect(await codeOf(a("ReplaceRoutes", inTable(clash)))).toBe("InvalidParameterValue.Duplicate");
    const both = [clash, to("10.1.9.0/24", by(second?.RouteItemId))];
    expect(await codeOf(a("ReplaceRoutes", inTable(...both)))).toBe("ok");
    expect((await routesOf(a)).map(({ DestinationCidrBlock }) => DestinationCidrBlock)).toEqual([
      "10.1.1.0/24",
      "10.1.9.0/24",
    ]);
    expect(await codeOf(a("ReplaceRoutes", inTable(to("10.1.0.0/16", by("rti-nothere1")))))).toBe(
      "UnsupportedOperation.RecordNotExists",
    );
  });

  test("are deleted by id or number, all or none", async () => {
    const { a } = await openRoutes();
    const [first, second] = await make(a, to("10.1.0.0/24"), to("10.1.1.0/24"));
    const remove = (...routes: object[]) => a("DeleteRoutes", inTable(...routes));
    const gone = { RouteItemId: "rti-nothere1" };
    for (const odd of [{ RouteItemId: "rte-1" }, { RouteItemId: "" }, {}])
      expect(await codeOf(remove(odd))).toBe("InvalidParameterValue.Malformed");
    expect(await codeOf(remove({ RouteItemId: first?.RouteItemId }, gone))).toBe("ResourceNotFound");
    const { body } = await remove({ RouteItemId: first?.RouteItemId }, { RouteId: second?.RouteId });
    expect(body["RouteSet"]).toEqual([first, second]);
    expect(await routesOf(a)).toEqual([]);
    expect(await codeOf(remove({ RouteId: second?.RouteId }))).toBe("ResourceNotFound");
  });

  test("of IPv6 have no number, and go where the connection takes it", async () => {
    const { a } = await openRoutes({ tencentcloud: { guesses: { ipv6Peerings: "all" } } });
    const route = {
      DestinationIpv6CidrBlock: "2001:DB8:B::/56",
      GatewayType: "PEERCONNECTION",
      GatewayId: "pcx-aaaabbbb",
    };
    const [made] = await make(a, route);
    expect(made).toMatchObject({
      RouteId: 0,
      RouteItemId: expect.stringMatching(/^rti6-[a-z0-9]{8}$/) as string,
      DestinationCidrBlock: "",
      DestinationIpv6CidrBlock: "2001:db8:b::/56",
    });
    expect(await codeOf(a("DeleteRoutes", inTable({ RouteId: 0 })))).toBe("ResourceNotFound");
    expect(await codeOf(a("DeleteRoutes", inTable({ RouteItemId: made?.RouteItemId })))).toBe("ok");
    const intraRegionOnly = await openRoutes();
    expect(await codeOf(intraRegionOnly.a("CreateRoutes", inTable(route)))).toBe("UnsupportedOperation");
  });

  test("are all written anew by a reset", async () => {
    const { a } = await openRoutes();
    await make(a, to("10.1.0.0/24"));
    const reset = { ...inTable(to("10.1.1.0/24")), RouteTableName: "new" };
    expect(await codeOf(a("ResetRoutes", reset))).toBe("ok");
    const { body } = await a("DescribeRouteTables", { RouteTableIds: ["rtb-aaaaaaaa"] });
    expect(tablesIn(body)).toMatchObject([
      { RouteTableName: "new", RouteSet: [{ DestinationCidrBlock: "10.1.1.0/24" }] },
    ]);
  });

  test("go with their connection, on both sides unless the setting says otherwise", async () => {
    for (const routesOfBothSidesGo of [true, false]) {
      const { a, b } = await openRoutes({ tencentcloud: { guesses: { routesOfBothSidesGo } } });
      await make(a, to("10.1.0.0/16"));
      const back = { RouteTableId: "rtb-bbbbbbbb", Routes: [to("10.0.0.0/16")] };
      expect(await codeOf(b("CreateRoutes", back, "ap-shanghai"))).toBe("ok");
      const id = { PeeringConnectionId: "pcx-aaaabbbb" };
      expect(await codeOf(b("DeleteVpcPeeringConnection", id, "ap-shanghai"))).toBe("ok");
      expect(await routesOf(a)).toHaveLength(routesOfBothSidesGo ? 0 : 1);
      expect((await b("DescribeRoutes", {}, "ap-shanghai")).body["TotalCount"]).toBe(0);
    }
  });
});
