import { accountA, accountB } from "./clients";
import { codeOf, createSettled, crossAccount, openBench, statusOf } from "./support";

describe("who may do what", () => {
  test("a third account finds nothing, whatever it asks", async () => {
    const bench = await openBench();
    const { a, c } = bench;
    const InstanceId = await createSettled(bench, crossAccount);
    for (const action of [
      "GetVpcPeerConnectionAttribute",
      "AcceptVpcPeerConnection",
      "RejectVpcPeerConnection",
      "ModifyVpcPeerConnection",
      "DeleteVpcPeerConnection",
    ]) {
      expect(await c(action, { InstanceId })).toMatchObject({
        status: 400,
        code: "ResourceNotFound.InstanceId",
      });
    }
    const resource = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection", ResourceId: [InstanceId] };
    const tag = { ...resource, Tag: [{ Key: "k", Value: "v" }] };
    expect(codeOf(await c("TagResources", tag))).toBe("InvalidInstanceIds.NotFound");
    expect(codeOf(await c("ListTagResources", resource))).toBe("InvalidInstanceIds.NotFound");
    expect((await c("ListVpcPeerConnections")).body).toMatchObject({ TotalCount: 0 });
    expect((await c("ListVpcPeerConnections", { InstanceId })).body).toMatchObject({ TotalCount: 0 });
    expect(await statusOf(a, InstanceId)).toBe("Accepting");
  });

  test("the requester can neither accept nor reject", async () => {
    const bench = await openBench();
    const { a } = bench;
    const InstanceId = await createSettled(bench, crossAccount);
    expect(codeOf(await a("AcceptVpcPeerConnection", { InstanceId }))).toBe("Forbidden.NoPermission");
    expect(codeOf(await a("RejectVpcPeerConnection", { InstanceId }))).toBe("Forbidden.NoPermission");
    expect(await statusOf(a, InstanceId)).toBe("Accepting");
  });

  test("both sides may modify and delete an active connection", async () => {
    const bench = await openBench({ peerings: [activeToB] });
    const { a, b, advance } = bench;
    expect(codeOf(await b("ModifyVpcPeerConnection", { InstanceId: "pcc-ab", Name: "by-b" }))).toBe("ok");
    await advance(600_000);
    expect((await a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-ab" })).body).toMatchObject({
      Name: "by-b",
    });
    expect(codeOf(await b("DeleteVpcPeerConnection", { InstanceId: "pcc-ab" }))).toBe("ok");
  });

  test("the settings change the answers that nobody documents", async () => {
    const guesses = {
      strangerCode: "Forbidden.NoPermission",
      wrongSideCode: "OperationDenied.Whatever",
      accepterMayModify: false,
      accepterMayDeleteUnanswered: true,
      textMayChangeWhileAccepting: false,
    };
    const bench = await openBench({ alicloud: { guesses } });
    const { a, b, c } = bench;
    const InstanceId = await createSettled(bench, crossAccount);
    expect(await statusOf(c, InstanceId)).toBe("Forbidden.NoPermission");
    expect(codeOf(await a("AcceptVpcPeerConnection", { InstanceId }))).toBe("OperationDenied.Whatever");
    expect(codeOf(await b("ModifyVpcPeerConnection", { InstanceId, Name: "x" }))).toBe(
      "OperationDenied.Whatever",
    );
    expect(codeOf(await a("ModifyVpcPeerConnection", { InstanceId, Name: "x" }))).toBe(
      "IncorrectStatus.VpcPeer",
    );
    expect(codeOf(await b("DeleteVpcPeerConnection", { InstanceId }))).toBe("ok");
  });

  test("what a cloud service manages stays as it is", async () => {
    const { a } = await openBench({ peerings: [{ ...activeToB, attributes: { managedService: "SWAS" } }] });
    const refusal = "OperationDenied.ServiceManagedInstance";
    expect(codeOf(await a("ModifyVpcPeerConnection", { InstanceId: "pcc-ab", Name: "x" }))).toBe(refusal);
    expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId: "pcc-ab" }))).toBe(refusal);
    const { body } = await a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-ab" });
    expect(body).toMatchObject({ ManagedService: "SWAS" });
  });
});

describe("routes", () => {
  const routed = (vpcId: string, accountId: string) => ({
    vpcId,
    accountId,
    region: "cn-hangzhou",
    cidrBlocks: ["10.0.0.0/16"],
    routes: [{ destinationCidr: "10.8.0.0/16", nextHopId: "pcc-ab" }],
  });
  const vpcs = [routed("vpc-bp1hub01", accountA), routed("vpc-bp1partner01", accountB)];

  test("stand in the way of a delete without Force", async () => {
    const { a, advance } = await openBench({ alicloud: { vpcs }, peerings: [activeToB] });
    const remove = (params: object) => a("DeleteVpcPeerConnection", { InstanceId: "pcc-ab", ...params });
    expect(await remove({})).toMatchObject({ status: 400, code: "OperationDenied.RouteEntryExist" });
    expect(codeOf(await remove({ Force: false }))).toBe("OperationDenied.RouteEntryExist");
    expect(codeOf(await remove({ Force: "perhaps" }))).toBe("InvalidForce");
    expect(codeOf(await remove({ Force: true }))).toBe("ok");
    await advance(600_000);
    expect(await statusOf(a, "pcc-ab")).toBe("ResourceNotFound.InstanceId");
  });

  test("of both sides are cleared by Force", async () => {
    const { a, admin } = await openBench({ alicloud: { vpcs }, peerings: [activeToB] });
    await a("DeleteVpcPeerConnection", { InstanceId: "pcc-ab", Force: true });
    expect((await admin("GET", "/vpcs")).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ vpcId: "vpc-bp1hub01", routes: [] }),
        expect.objectContaining({ vpcId: "vpc-bp1partner01", routes: [] }),
      ]),
    );
  });

  test("of the other side do not count if the setting says so", async () => {
    const guesses = { routesOfBothSidesCount: false };
    const { a, admin } = await openBench({ alicloud: { vpcs, guesses }, peerings: [activeToB] });
    await admin("PATCH", "/vpcs/vpc-bp1hub01", { routes: [] });
    expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId: "pcc-ab" }))).toBe("ok");
  });
});

const activeToB = {
  cloud: "alicloud",
  id: "pcc-ab",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-bp1partner01" },
} as const;
