import { keyA, v1Client } from "./clients";
import { batched, destinationsIn, entry, list, openRoutes, RegionId } from "./routesSupport";
import { codeOf } from "./support";

describe("one task at a time in a VPC:", () => {
  const slowly = { timings: { routeMs: 1_000_000 } };

  test("until a route is Available no other is written, whatever the table; reads work", async () => {
    const { a, b, advance } = await openRoutes(slowly);
    const { body } = await a("CreateRouteEntry", entry("10.1.0.0/16"));
    const id = { RegionId, RouteEntryId: body["RouteEntryId"] };
    const other = { RouteTableId: "vtb-custom" };
    const busy = async (action: string, params: object) => codeOf(await a(action, { ...params }));
    expect(await list(a)).toMatchObject([{ Status: "Pending" }]);
    expect(await busy("CreateRouteEntry", entry("10.2.0.0/16", other))).toBe("TaskConflict");
    expect(
      await busy("CreateRouteEntries", { RegionId, RouteEntries: [batched("10.2.0.0/16", other)] }),
    ).toBe("TaskConflict");
    // That it is there already is only told when the VPC has time.
    expect(await busy("CreateRouteEntry", entry("10.1.0.0/16"))).toBe("TaskConflict");
    expect(await busy("DeleteRouteEntry", id)).toBe("IncorrectRouteEntryStatus");
    // The other end's VPC is another matter.
    const back = entry("10.0.0.0/16", { RouteTableId: "vtb-b" });
    expect(codeOf(await b("CreateRouteEntry", back))).toBe("ok");
    await advance(1_000_000);
    expect(await list(a)).toMatchObject([{ Status: "Available" }]);
    expect(await busy("CreateRouteEntry", entry("10.1.0.0/16"))).toBe("InvalidCIDRBlock.Duplicate");
    expect(await busy("ModifyRouteEntry", { ...id, NewNextHopType: "Instance", NewNextHopId: "i-1" })).toBe(
      "ok",
    );
    expect(await list(a)).toMatchObject([{ Status: "Modifying" }]);
    await advance(1_000_000);
    expect(await busy("DeleteRouteEntry", id)).toBe("ok");
    expect(await list(a)).toMatchObject([{ Status: "Deleting" }]);
    expect(await busy("CreateRouteEntry", entry("10.2.0.0/16"))).toBe("TaskConflict");
    await advance(1_000_000);
    expect(await list(a)).toEqual([]);
  });

  test("a new name takes none of it, unless the setting says so", async () => {
    for (const [newTextsTakeTime, Status] of [
      [false, "Available"],
      [true, "Modifying"],
    ] as const) {
      const { a, admin } = await openRoutes({ ...slowly, alicloud: { guesses: { newTextsTakeTime } } });
      const hop = { kind: "peering", id: "pcc-ab" };
      await admin("POST", "/routes", { cloud: "alicloud", table: "vtb-a", destination: "10.1.0.0/16", hop });
      const place = { RegionId, RouteTableId: "vtb-a", DestinationCidrBlock: "10.1.0.0/16" };
      expect(codeOf(await a("ModifyRouteEntry", { ...place, RouteEntryName: "new" }))).toBe("ok");
      expect(await list(a)).toMatchObject([{ RouteEntryName: "new", Status }]);
    }
  });

  test("settings say by which code, and whether a batch fails by its entries", async () => {
    const guesses = { busyVpcCode: "IncorrectRouteEntryStatus", busyFailsByEntry: true };
    const { a } = await openRoutes({ ...slowly, alicloud: { guesses } });
    await a("CreateRouteEntry", entry("10.1.0.0/16"));
    expect(codeOf(await a("CreateRouteEntry", entry("10.2.0.0/16")))).toBe("IncorrectRouteEntryStatus");
    const { body } = await a("CreateRouteEntries", { RegionId, RouteEntries: [batched("10.2.0.0/16")] });
    expect(body).toMatchObject({
      SuccessCount: 0,
      FailedRouteEntries: [{ DstCidrBlock: "10.2.0.0/16", FailedCode: "VPC_ROUTE_ENTRY_STATUS_ERROR" }],
    });
  });
});

describe("a batch", () => {
  test("is a success with failures in it, which name no table", async () => {
    const { a, url } = await openRoutes();
    await a("CreateRouteEntry", entry("10.3.0.0/16"));
    const RouteEntries = [
      batched("10.1.0.0/16", { Name: "one", Description: "ours" }),
      batched("10.3.0.0/16"),
      batched("10.1.0.0/16", { RouteTableId: "vtb-custom" }),
      batched("10.4.0.0/16", { NextHop: "pcc-none" }),
      batched("10.1.0.0/16"),
    ];
    const made = await v1Client(url, keyA)("CreateRouteEntries", flattened({ RegionId }, RouteEntries));
    expect(made).toMatchObject({ status: 200, code: undefined });
    expect(made.body).toMatchObject({
      SuccessCount: 2,
      FailedCount: 3,
      RouteEntryIds: [expect.stringMatching(/^rte-/), expect.stringMatching(/^rte-/)],
      FailedRouteEntries: [
        {
          DstCidrBlock: "10.3.0.0/16",
          NextHop: "pcc-ab",
          FailedCode: "VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE",
          FailedMessage: "Specified CIDR block is already exists.",
        },
        { DstCidrBlock: "10.4.0.0/16", NextHop: "pcc-none", FailedCode: "ResourceNotFound.VpcPeer" },
        { DstCidrBlock: "10.1.0.0/16", FailedCode: "VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE" },
      ],
    });
    expect(JSON.stringify(made.body["FailedRouteEntries"])).not.toContain("vtb-");
    expect(await list(a, { RouteEntryName: "one" })).toMatchObject([{ Description: "ours" }]);

    const [{ RouteEntryId } = {}] = await list(a, { RouteEntryName: "one" });
    const removed = await a("DeleteRouteEntries", {
      RegionId,
      RouteEntries: [
        { RouteTableId: "vtb-a", RouteEntryId },
        { RouteTableId: "vtb-custom", DstCidrBlock: "10.1.0.0/16", NextHop: "pcc-ab" },
        { RouteTableId: "vtb-a", DstCidrBlock: "10.7.0.0/16", NextHop: "pcc-ab" },
      ],
    });
    expect(removed.body).toMatchObject({
      SuccessCount: 2,
      FailedCount: 1,
      FailedRouteEntries: [{ DstCidrBlock: "10.7.0.0/16", FailedCode: "VPC_ROUTER_ENTRY_NOT_EXIST" }],
    });
    expect(await destinationsIn(a)).toEqual(["10.3.0.0/16"]);
  });

  test.each([
    [[], "MissingRouteEntries"],
    [Array.from({ length: 51 }, (_, n) => batched(`10.1.${n}.0/24`)), "IllegalParam.RouteEntries"],
    [[{ ...batched("10.1.0.0/16"), RouteTableId: "" }], "MissingParam.RouteTableId"],
    [[{ ...batched("10.1.0.0/16"), NextHop: "" }], "MissingNextHop"],
  ])("that is none is refused as a whole (%#)", async (RouteEntries, code) => {
    const { a } = await openRoutes();
    expect(codeOf(await a("CreateRouteEntries", { RegionId, RouteEntries }))).toBe(code);
  });

  test("does nothing in a dry run, nor where one entry fails and the setting has it all or nothing", async () => {
    const { a } = await openRoutes({ alicloud: { guesses: { batchIsAtomic: true } } });
    const RouteEntries = [batched("10.1.0.0/16"), batched("10.0.0.0/24")];
    expect((await a("CreateRouteEntries", { RegionId, RouteEntries, DryRun: true })).body).toMatchObject({
      Code: "DryRunOperation",
      Message: "Request validation has been passed with DryRun flag set.",
    });
    expect((await a("CreateRouteEntries", { RegionId, RouteEntries })).body).toMatchObject({
      SuccessCount: 0,
      FailedCount: 1,
    });
    expect(await list(a)).toEqual([]);
  });
});

/** A list of objects as the light client sends it. */
function flattened(params: Record<string, unknown>, entries: readonly Record<string, unknown>[]) {
  const flat = entries.flatMap((each, index) =>
    Object.entries(each).map(([name, value]) => [`RouteEntries.${index + 1}.${name}`, value] as const),
  );
  return { ...params, ...Object.fromEntries(flat) };
}
