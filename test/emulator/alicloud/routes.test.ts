import type { RouteRow } from "../../../emulator";
import { destinationsIn, entry, list, openRoutes, RegionId } from "./routesSupport";
import { codeOf } from "./support";

describe("a route", () => {
  test("is made, read, changed and removed", async () => {
    const { a } = await openRoutes();
    const named = { RouteEntryName: "to-b", Description: "ours" };
    const made = await a("CreateRouteEntry", entry("10.1.0.0/16", named));
    expect(made.body["RouteEntryId"]).toMatch(/^rte-[a-z0-9]{17}$/);
    expect(await list(a)).toEqual([
      {
        RouteEntryId: made.body["RouteEntryId"],
        RouteTableId: "vtb-a",
        RouteEntryName: "to-b",
        Description: "ours",
        DestinationCidrBlock: "10.1.0.0/16",
        Type: "Custom",
        Status: "Available",
        IpVersion: "IPv4",
        Origin: "CustomCreate",
        GmtModified: expect.stringMatching(/^\d{4}-/) as string,
        NextHops: { NextHop: [{ NextHopId: "pcc-ab", NextHopType: "VpcPeer" }] },
      },
    ]);
    const id = { RegionId, RouteEntryId: made.body["RouteEntryId"] };
    const away = { NewNextHopType: "Instance", NewNextHopId: "i-1" };
    expect(codeOf(await a("ModifyRouteEntry", { ...id, ...away, RouteEntryName: "away" }))).toBe("ok");
    expect(codeOf(await a("ModifyRouteEntry", { ...id, ...away }))).toBe("OperationDenied.NextHopNotChanged");
    expect(await list(a)).toMatchObject([
      { RouteEntryName: "away", NextHops: { NextHop: [{ NextHopId: "i-1", NextHopType: "Instance" }] } },
    ]);
    expect(codeOf(await a("DeleteRouteEntry", id))).toBe("ok");
    expect(await list(a)).toEqual([]);
    expect(codeOf(await a("DeleteRouteEntry", id))).toBe("InvalidRouteEntry.NotFound");
    expect(codeOf(await a("ModifyRouteEntry", id))).toBe("InvalidRouteEntryId.NotFound");
  });

  test("is named by its table, destination and next hop as well", async () => {
    const { a } = await openRoutes();
    await a("CreateRouteEntry", entry("10.1.0.0/16"));
    const place = { RouteTableId: "vtb-a", DestinationCidrBlock: "10.1.0.0/16" };
    const remove = async (params: Record<string, unknown>) => codeOf(await a("DeleteRouteEntry", params));
    expect(await remove(place)).toBe("InvalidNextHop");
    expect(await remove({ ...place, RouteEntryId: "rte-1", NextHopId: "pcc-ab" })).toBe(
      "ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock",
    );
    expect(await remove({ ...place, NextHopId: "i-1" })).toBe("InvalidRouteEntry.NotFound");
    expect(await remove({ ...place, DestinationCidrBlock: "10.0.0.0/24", NextHopId: "" })).toBe(
      "InvalidNextHop",
    );
    expect(await remove({ ...place, NextHopId: "pcc-ab" })).toBe("ok");
  });

  test("of the system's stays as it is, whoever names it how", async () => {
    const { a } = await openRoutes();
    const [{ RouteEntryId, DestinationCidrBlock } = {}] = await list(a, { RouteEntryType: "System" });
    const place = { RegionId, RouteTableId: "vtb-a", DestinationCidrBlock };
    for (const [action, params] of [
      ["DeleteRouteEntry", { RouteEntryId }],
      ["DeleteRouteEntry", { ...place, NextHopId: "i-1" }],
      ["ModifyRouteEntry", { RegionId, RouteEntryId, RouteEntryName: "mine" }],
      ["ModifyRouteEntry", { ...place, RouteEntryName: "mine" }],
    ] as const)
      expect(codeOf(await a(action, { ...params }))).toBe("OperationDenied");
  });

  test.each([
    ["10.1.0.0/16", {}, "ok"],
    ["10.0.0.0/16", {}, "ok"],
    ["10.0.9.0/24", {}, "ok"],
    ["10.9.9.9", {}, "ok"],
    ["100.64.1.0/24", {}, "ok"],
    ["10.0.0.0/24", {}, "InvalidCidrBlock"],
    ["10.0.1.128/25", {}, "InvalidCidrBlock"],
    ["100.64.0.0/10", {}, "InvalidCidrBlock"],
    ["10.1.2.3/16", {}, "InvalidCidrBlock.Malformed"],
    ["ten", {}, "InvalidCidrBlock.Malformed"],
    ["2001:db8:b::/56", {}, "ok"],
    ["2001:db8:a::/64", {}, "OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch"],
    ["10.1.0.0/16", { NextHopId: "pcc-none" }, "ResourceNotFound.VpcPeer"],
    ["10.1.0.0/16", { NextHopId: "pcc-bc" }, "ResourceNotFound.VpcPeer"],
    ["10.1.0.0/16", { NextHopId: "pcc-wait" }, "IncorrectStatus.VpcPeer"],
    ["10.1.0.0/16", { NextHopType: "Peering" }, "InvalidNextHopType"],
    ["10.1.0.0/16", { NextHopType: "NatGateway", NextHopId: "ngw-1" }, "ok"],
    ["10.1.0.0/16", { RouteTableId: "vtb-b" }, "InvalidRouteTableId.NotFound"],
    ["10.1.0.0/16", { RegionId: "cn-beijing" }, "InvalidRouteTableId.NotFound"],
    ["10.1.0.0/16", { RouteTableId: "vtb-gate" }, "OperationDenied.GatewayRouteTableNotPermitted"],
    ["10.1.0.0/16", { RouteEntryName: "http://x" }, "InvalidRouteEntryName.Malformed"],
    ["10.1.0.0/16", { DryRun: true }, "DryRunOperation"],
  ])("to %s with %j: %s", async (destination, more, code) => {
    const { a } = await openRoutes();
    expect(codeOf(await a("CreateRouteEntry", entry(destination, more)))).toBe(code);
    expect(await list(a)).toHaveLength(code === "ok" ? 1 : 0);
  });

  test("of IPv6 needs a VPC and a region that have it", async () => {
    const { b } = await openRoutes();
    const asked = entry("2001:db8:a::/56", { RouteTableId: "vtb-b" });
    expect(codeOf(await b("CreateRouteEntry", asked))).toBe("OperationDenied.VpcIpv6NotEnabled");
    const { a } = await openRoutes({ alicloud: { regionsWithoutIpv6Peering: [RegionId] } });
    const make = async (more: object) => codeOf(await a("CreateRouteEntry", entry("2001:db8:b::/56", more)));
    expect(await make({})).toBe("UnsupportedFeature.VpcPeerIpv6");
    expect(await make({ NextHopType: "NatGateway", NextHopId: "ngw-1" })).toBe("ok");
    const place = { RegionId, RouteTableId: "vtb-a", DestinationCidrBlock: "2001:db8:b::/56" };
    const toPeering = { ...place, NewNextHopType: "VpcPeer", NewNextHopId: "pcc-ab" };
    expect(codeOf(await a("ModifyRouteEntry", toPeering))).toBe("UnsupportedFeature.VpcPeerIpv6");
  });

  test("is there once for its destination, however that is written, and up to the quota", async () => {
    const { a } = await openRoutes({ quotas: { alicloud: { routesPerTable: 2 } } });
    const make = async (destination: string, more?: object) =>
      codeOf(await a("CreateRouteEntry", entry(destination, more)));
    expect(await make("2001:DB8:B:0::/56", { ClientToken: "one" })).toBe("ok");
    expect(await make("2001:db8:b::/56")).toBe("InvalidCIDRBlock.Duplicate");
    expect(await make("2001:DB8:B:0::/56", { ClientToken: "one" })).toBe("ok");
    expect(await make("10.1.0.0/24", { ClientToken: "one" })).toBe("IdempotentParameterMismatch");
    expect(await make("10.1.0.0/24")).toBe("ok");
    expect(await make("10.1.1.0/24")).toBe("QuotaExceeded");
    expect(await destinationsIn(a)).toEqual(["2001:db8:b::/56", "10.1.0.0/24"]);
  });

  test.each([
    [{ hostBitsRefused: false }, "10.1.2.3/16", {}, "ok"],
    [{ unknownHopCode: "Mismatch.VpcPeer" }, "10.1.0.0/16", { NextHopId: "pcc-x" }, "Mismatch.VpcPeer"],
    [{ foreignHopCode: "Mismatch.Vpc" }, "10.1.0.0/16", { NextHopId: "pcc-bc" }, "Mismatch.Vpc"],
    [
      { customTablesTakeIpv6: false },
      "2001:db8:b::/56",
      { RouteTableId: "vtb-custom" },
      "OperationDenied.Ipv6EntryOnCustomTable",
    ],
    [{ customTablesTakeIpv6: false }, "2001:db8:b::/56", {}, "ok"],
    [{ inactiveHopCode: "Not.Yet" }, "10.1.0.0/16", { NextHopId: "pcc-wait" }, "Not.Yet"],
    [{ ownDestinationCode: "No.Way" }, "10.0.0.0/24", {}, "No.Way"],
    [{ partsOfServiceRange: "never" as const }, "100.64.1.0/24", {}, "InvalidCidrBlock"],
  ])("is judged by the setting %j", async (guesses, destination, more, code) => {
    const { a } = await openRoutes({ alicloud: { guesses } });
    expect(codeOf(await a("CreateRouteEntry", entry(destination, more)))).toBe(code);
  });
});

test("routes keep their connection from being deleted, until they are gone", async () => {
  const { a, b, advance } = await openRoutes({ timings: { routeMs: 600_000 } });
  const remove = async () => codeOf(await a("DeleteVpcPeerConnection", { InstanceId: "pcc-ab" }));
  const { body } = await b("CreateRouteEntry", entry("10.0.0.0/16", { RouteTableId: "vtb-b" }));
  expect(await remove()).toBe("OperationDenied.RouteEntryExist");
  await advance(600_000);
  expect(codeOf(await b("DeleteRouteEntry", { RouteEntryId: body["RouteEntryId"] }))).toBe("ok");
  expect(await remove()).toBe("OperationDenied.RouteEntryExist");
  await advance(600_000);
  expect(await remove()).toBe("ok");
});

test("faults find route calls by VPC and connection", async () => {
  const { a, admin } = await openRoutes();
  const { body } = await a("CreateRouteEntry", entry("10.1.0.0/16"));
  const spoil = (more: object) =>
    admin("POST", "/faults", {
      cloud: "alicloud",
      action: "DeleteRouteEntry",
      fault: { type: "error", code: "InternalError" },
      ...more,
    });
  const remove = async () => codeOf(await a("DeleteRouteEntry", { RouteEntryId: body["RouteEntryId"] }));
  await spoil({ vpcId: "vpc-a" });
  await spoil({ peeringId: "pcc-ab" });
  expect([await remove(), await remove(), await remove()]).toEqual(["InternalError", "InternalError", "ok"]);
});

test("what is made by hand can be stuck", async () => {
  const { a, admin } = await openRoutes();
  const stuck = { cloud: "alicloud", table: "vtb-a", destination: "10.9.0.0/16", status: "pending" };
  const { body } = await admin("POST", "/routes", { ...stuck, hop: { kind: "peering", id: "pcc-ab" } });
  const RouteEntryId = (body as RouteRow).id;
  expect(codeOf(await a("CreateRouteEntry", entry("10.1.0.0/16")))).toBe("TaskConflict");
  expect(codeOf(await a("DeleteRouteEntry", { RouteEntryId }))).toBe("IncorrectRouteEntryStatus");
});
