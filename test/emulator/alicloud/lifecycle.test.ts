import { accountA, v1Client } from "./clients";
import {
  codeOf,
  create,
  createSettled,
  crossAccount,
  crossRegion,
  keyC,
  openBench,
  sameAccount,
  statusOf,
} from "./support";

const day = 24 * 3_600_000;

describe("within one account", () => {
  test("a connection activates by itself, no sooner than it is due", async () => {
    const { a, advance } = await openBench({ timings: { activateMs: 1_200_000 } });
    const id = await create(a, sameAccount);
    expect(await statusOf(a, id)).toBe("Creating");
    await advance(600_000);
    expect(await statusOf(a, id)).toBe("Creating");
    await advance(600_000);
    expect(await statusOf(a, id)).toBe("Activated");
  });

  test("accepting or rejecting it is refused: there is nothing to answer", async () => {
    const bench = await openBench();
    const InstanceId = await createSettled(bench, sameAccount);
    expect(codeOf(await bench.a("AcceptVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
    expect(codeOf(await bench.a("RejectVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
    expect(await statusOf(bench.a, InstanceId)).toBe("Activated");
  });
});

describe("between accounts", () => {
  test("a request waits for the accepter, who accepts", async () => {
    const bench = await openBench();
    const { a, b, advance } = bench;
    const id = await create(a, crossAccount);
    expect(await statusOf(b, id)).toBe("Creating");
    expect(codeOf(await b("AcceptVpcPeerConnection", { InstanceId: id }))).toBe("IncorrectStatus.VpcPeer");
    await advance(600_000);
    expect(await statusOf(b, id)).toBe("Accepting");
    expect(codeOf(await b("AcceptVpcPeerConnection", { InstanceId: id }))).toBe("ok");
    expect(await statusOf(a, id)).toBe("Updating");
    await advance(600_000);
    expect(await statusOf(a, id)).toBe("Activated");
    expect(codeOf(await b("AcceptVpcPeerConnection", { InstanceId: id }))).toBe("IncorrectStatus.VpcPeer");
  });

  test("a request that is rejected stays rejected until it is deleted", async () => {
    const bench = await openBench();
    const { a, b, advance } = bench;
    const InstanceId = await createSettled(bench, crossAccount);
    expect(codeOf(await b("RejectVpcPeerConnection", { InstanceId }))).toBe("ok");
    expect(await statusOf(a, InstanceId)).toBe("Rejected");
    expect(codeOf(await b("AcceptVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
    expect(codeOf(await a("ModifyVpcPeerConnection", { InstanceId, Name: "new" }))).toBe(
      "IncorrectStatus.VpcPeer",
    );
    await advance(30 * day);
    expect(await statusOf(a, InstanceId)).toBe("Rejected");
    expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId }))).toBe("ok");
  });

  test("a request that nobody answers expires after seven days", async () => {
    const bench = await openBench();
    const { a, b, advance } = bench;
    const InstanceId = await createSettled(bench, crossAccount);
    const { body } = await a("GetVpcPeerConnectionAttribute", { InstanceId });
    const created = Date.parse(String(body["GmtCreate"]));
    expect(Date.parse(String(body["GmtExpired"]))).toBe(created + 7 * day);
    await advance(7 * day - 1_200_000);
    expect(await statusOf(b, InstanceId)).toBe("Accepting");
    await advance(1_200_000);
    expect(await statusOf(b, InstanceId)).toBe("Expired");
    expect(codeOf(await b("AcceptVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
  });

  test("a modify renames a waiting request, and does not touch its bandwidth", async () => {
    const { a, b, advance } = await openBench();
    const params = { ...crossAccount, AcceptingRegionId: "cn-beijing", AcceptingVpcId: "vpc-2zepartner02" };
    const InstanceId = await create(a, params);
    const modify = (change: object) => a("ModifyVpcPeerConnection", { InstanceId, ...change });
    expect(codeOf(await modify({ Name: "early" }))).toBe("IncorrectStatus.VpcPeer");
    await advance(600_000);
    expect(codeOf(await modify({ Name: "renamed" }))).toBe("ok");
    expect(codeOf(await modify({ Bandwidth: 10 }))).toBe("IncorrectStatus.VpcPeer");
    expect((await b("GetVpcPeerConnectionAttribute", { InstanceId })).body).toMatchObject({
      Status: "Accepting",
      Name: "renamed",
    });
  });
});

test("a modify takes its time", async () => {
  const bench = await openBench();
  const { a, advance } = bench;
  const InstanceId = await createSettled(bench, crossRegion);
  const modify = (change: object) => a("ModifyVpcPeerConnection", { InstanceId, ...change });
  expect(codeOf(await modify({ Bandwidth: 200, LinkType: "Platinum", Description: "now" }))).toBe("ok");
  expect(await statusOf(a, InstanceId)).toBe("Updating");
  expect(codeOf(await modify({ Bandwidth: 300 }))).toBe("IncorrectStatus.VpcPeer");
  await advance(600_000);
  expect((await a("GetVpcPeerConnectionAttribute", { InstanceId })).body).toMatchObject({
    Status: "Activated",
    Bandwidth: 200,
    LinkType: "Platinum",
    Description: "now",
  });
});

test("a delete takes its time, then the connection is gone", async () => {
  const bench = await openBench();
  const { a, b, advance } = bench;
  const InstanceId = await createSettled(bench, crossAccount);
  expect(codeOf(await b("DeleteVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
  expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId }))).toBe("ok");
  expect(await statusOf(a, InstanceId)).toBe("Deleting");
  expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId }))).toBe("IncorrectStatus.VpcPeer");
  await advance(600_000);
  for (const action of [
    "GetVpcPeerConnectionAttribute",
    "DeleteVpcPeerConnection",
    "ModifyVpcPeerConnection",
  ]) {
    expect(await a(action, { InstanceId })).toMatchObject({
      status: 400,
      code: "ResourceNotFound.InstanceId",
    });
  }
  expect((await a("ListVpcPeerConnections")).body).toMatchObject({ TotalCount: 0, VpcPeerConnects: [] });
});

test("with timings of zero every change is there in the next call", async () => {
  const zero = { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 };
  const { a, b } = await openBench({ timings: zero });
  const InstanceId = await create(a, crossAccount);
  expect(await statusOf(a, InstanceId)).toBe("Accepting");
  await b("AcceptVpcPeerConnection", { InstanceId });
  expect(await statusOf(a, InstanceId)).toBe("Activated");
  await a("ModifyVpcPeerConnection", { InstanceId, Name: "new" });
  expect(await statusOf(a, InstanceId)).toBe("Activated");
  await b("DeleteVpcPeerConnection", { InstanceId });
  expect(await statusOf(a, InstanceId)).toBe("ResourceNotFound.InstanceId");
});

test("a deleted connection can be made readable for a while", async () => {
  const bench = await openBench({ alicloud: { guesses: { deletedReadableMs: 600_000 } } });
  const { a, advance } = bench;
  const InstanceId = await createSettled(bench, sameAccount);
  await a("DeleteVpcPeerConnection", { InstanceId });
  await advance(600_000);
  expect(await statusOf(a, InstanceId)).toBe("Deleted");
  expect(codeOf(await a("DeleteVpcPeerConnection", { InstanceId }))).toBe("ResourceNotFound.InstanceId");
  await create(a, sameAccount);
  await advance(600_000);
  expect(await statusOf(a, InstanceId)).toBe("ResourceNotFound.InstanceId");
});

test("long account ids come through digit for digit, as numbers", async () => {
  const vpc = { vpcId: "vpc-c1", accountId: "253460731706911258", region: "cn-hangzhou", cidrBlocks: [] };
  const { url, a } = await openBench({
    alicloud: { vpcs: [vpc, { ...vpc, vpcId: "vpc-a1", accountId: accountA }] },
  });
  const InstanceId = await create(a, {
    ...sameAccount,
    VpcId: "vpc-a1",
    AcceptingVpcId: "vpc-c1",
    AcceptingAliUid: vpc.accountId,
  });
  const { text } = await a("GetVpcPeerConnectionAttribute", { InstanceId });
  expect(text).toContain('"OwnerId":1000000000000001,"AcceptingOwnerUid":253460731706911258,');
  const exact = await v1Client(url, keyC)("GetVpcPeerConnectionAttribute", { InstanceId });
  expect(exact.body).toMatchObject({ AcceptingOwnerUid: "253460731706911258" });
});
