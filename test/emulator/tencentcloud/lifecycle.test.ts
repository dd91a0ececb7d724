import { codeOf, create, crossAccount, crossRegion, list, openBench, sameAccount, stateOf } from "./support";

const of = (id: string, more: object = {}) => ({ PeeringConnectionId: id, ...more });
const wrongState = "UnsupportedOperation.VpcPeerInvalidStateChange";
const purview = "UnsupportedOperation.VpcPeerPurviewError";

describe("a request to another account", () => {
  test("waits until it is accepted, by the accepter alone, once", async () => {
    const { a, b, c } = await openBench();
    const id = await create(a, crossAccount);
    expect(await codeOf(a("AcceptVpcPeeringConnection", of(id)))).toBe(purview);
    expect(await codeOf(c("AcceptVpcPeeringConnection", of(id)))).toBe("ResourceNotFound");
    expect(await codeOf(b("AcceptVpcPeeringConnection", of(id), "ap-shanghai"))).toBe("ResourceNotFound");
    expect((await b("AcceptVpcPeeringConnection", of(id))).body).toEqual({
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(await stateOf(a, id)).toBe("ACTIVE");
    expect(await codeOf(b("AcceptVpcPeeringConnection", of(id)))).toBe(wrongState);
    expect(await codeOf(b("RejectVpcPeeringConnection", of(id)))).toBe(wrongState);
  });

  test("can be rejected, by the accepter alone, and made again", async () => {
    const { a, b } = await openBench();
    const id = await create(a, crossAccount);
    expect(await codeOf(a("RejectVpcPeeringConnection", of(id)))).toBe(purview);
    expect(await codeOf(b("RejectVpcPeeringConnection", of(id)))).toBe("ok");
    expect(await stateOf(a, id)).toBe("REJECTED");
    expect(await codeOf(b("AcceptVpcPeeringConnection", of(id)))).toBe(wrongState);
    await create(a, crossAccount);
  });

  test("expires after seven days", async () => {
    const { a, b, advance, peerings } = await openBench();
    const id = await create(a, crossAccount);
    const [row] = await peerings();
    expect(Date.parse(row?.expiresAt ?? "") - Date.parse(row?.createdAt ?? "")).toBe(7 * 86_400_000);
    await advance(7 * 86_400_000);
    expect(await stateOf(a, id)).toBe("EXPIRED");
    expect(await codeOf(b("AcceptVpcPeeringConnection", of(id)))).toBe(wrongState);
    expect(await codeOf(a("DeleteVpcPeeringConnection", of(id)))).toBe("ok");
  });

  test("accepted in its own time, where that is guessed", async () => {
    const { a, b, advance } = await openBench({ tencentcloud: { guesses: { acceptIsImmediate: false } } });
    const id = await create(a, crossAccount);
    await b("AcceptVpcPeeringConnection", of(id));
    expect(await stateOf(a, id)).toBe("PENDING");
    await advance(600_000);
    expect(await stateOf(a, id)).toBe("ACTIVE");
  });
});

describe("a change", () => {
  test("of the name shows at once within a region", async () => {
    const { a, b } = await openBench();
    const id = await create(a, crossAccount);
    expect(await codeOf(a("ModifyVpcPeeringConnection", of(id, { PeeringConnectionName: "new" })))).toBe(
      "ok",
    );
    expect(await list(b)).toMatchObject([{ PeeringConnectionName: "new" }]);
  });

  test("between regions shows after a while", async () => {
    const { a, advance } = await openBench({ timings: { activateMs: 0 } });
    const id = await create(a, crossRegion);
    const change = { PeeringConnectionName: "new", Bandwidth: 20, ChargeType: "POSTPAID_BY_MONTH_95" };
    expect(await codeOf(a("ModifyVpcPeeringConnection", of(id, change)))).toBe("ok");
    expect(await list(a)).toMatchObject([{ PeeringConnectionName: "hub-data", Bandwidth: 10 }]);
    await advance(600_000);
    expect(await list(a)).toMatchObject([change]);
  });

  test.each<[string, object, string]>([
    ["of nothing", {}, "MissingParameter"],
    ["of what cannot be changed", { QosLevel: "PT" }, "UnknownParameter"],
    ["of the tags", { Tags: [] }, "UnknownParameter"],
    ["of the bandwidth within a region", { Bandwidth: 5 }, "InvalidParameterValue.DuplicateRegion"],
    ["to an empty name", { PeeringConnectionName: "" }, "InvalidParameterValue.Empty"],
  ])("%s is refused", async (_, change, code) => {
    const { a } = await openBench();
    const id = await create(a, sameAccount);
    expect(await codeOf(a("ModifyVpcPeeringConnection", of(id, change)))).toBe(code);
  });

  test("by the accepter is refused, unless that is guessed otherwise", async () => {
    for (const [accepterMayModify, code] of [
      [false, purview],
      [true, "ok"],
    ] as const) {
      const { a, b } = await openBench({ tencentcloud: { guesses: { accepterMayModify } } });
      const id = await create(a, crossAccount);
      expect(await codeOf(b("ModifyVpcPeeringConnection", of(id, { PeeringConnectionName: "x" })))).toBe(
        code,
      );
    }
  });
});

describe("a delete", () => {
  test("by either side is done at once, and clears the routes of both", async () => {
    const { a, b, admin } = await openBench();
    const id = await create(a, crossAccount);
    await b("AcceptVpcPeeringConnection", of(id));
    const routes = [
      { destinationCidr: "10.8.0.0/16", nextHopId: id },
      { destinationCidr: "0.0.0.0/0", nextHopId: "nat-1" },
    ];
    await admin("PATCH", "/vpcs/vpc-hub00001", { routes });
    expect(await codeOf(b("DeleteVpcPeeringConnection", of(id)))).toBe("ok");
    expect(await list(a)).toEqual([]);
    const vpcs = (await admin("GET", "/vpcs")).body as { vpcId: string; routes: object[] }[];
    expect(vpcs.find(({ vpcId }) => vpcId === "vpc-hub00001")?.routes).toEqual([routes[1]]);
    expect(await codeOf(a("DeleteVpcPeeringConnection", of(id)))).toBe("ResourceNotFound");
  });

  test("by a stranger, of an id that there is not, and of an id of another shape", async () => {
    const { a, c } = await openBench();
    const id = await create(a, sameAccount);
    expect(await codeOf(c("DeleteVpcPeeringConnection", of(id)))).toBe("ResourceNotFound");
    expect(await codeOf(a("DeleteVpcPeeringConnection", of("pcx-00000000")))).toBe("ResourceNotFound");
    expect(await codeOf(a("DeleteVpcPeeringConnection", of("pcc-1")))).toBe(
      "InvalidParameterValue.Malformed",
    );
  });

  test("leaves a row behind for the other side, where that is guessed", async () => {
    const { a, b, advance } = await openBench({ tencentcloud: { guesses: { deletedReadableMs: 600_000 } } });
    const id = await create(a, crossAccount);
    await a("DeleteVpcPeeringConnection", of(id));
    expect([await stateOf(a, id), await stateOf(b, id)]).toEqual([undefined, "DELETED"]);
    await advance(600_000);
    expect(await stateOf(b, id)).toBeUndefined();
  });

  test("waits for another task on the VPC", async () => {
    const { a, advance } = await openBench({ timings: { vpcLockMs: 600_000 } });
    const id = await create(a, sameAccount);
    expect(await codeOf(a("DeleteVpcPeeringConnection", of(id)))).toBe(
      "UnsupportedOperation.MutexOperationTaskRunning",
    );
    await advance(600_000);
    expect(await codeOf(a("DeleteVpcPeeringConnection", of(id)))).toBe("ok");
  });

  test("of a connection with bare metal is not offered", async () => {
    const { a } = await openBench();
    const id = await create(a, { ...sameAccount, Type: "VPC_BM_PEER" });
    expect(await codeOf(a("DeleteVpcPeeringConnection", of(id)))).toBe(
      "UnsupportedOperation.NotSupportDeleteVpcBmPeer",
    );
  });
});
