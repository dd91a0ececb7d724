import { codeOf, create, createSettled, crossAccount, openBench, sameAccount, statusOf } from "./support";

const withToken = (params: object, ClientToken = "token-1") => ({ ...params, ClientToken });

test("a create repeated with its token is done once and answers the same id", async () => {
  const { a, advance, peerings } = await openBench();
  const id = await create(a, withToken(sameAccount));
  expect(await create(a, withToken(sameAccount))).toBe(id);
  await advance(3_600_000);
  expect(await create(a, withToken(sameAccount))).toBe(id);
  expect(await peerings()).toHaveLength(1);
});

test("a token that comes with other parameters is a mismatch", async () => {
  const { a, peerings } = await openBench();
  await create(a, withToken(crossAccount));
  for (const other of [
    { Name: "other" },
    { AcceptingVpcId: "vpc-bp1app01" },
    { Tag: [{ Key: "k", Value: "v" }] },
  ]) {
    const answer = await a("CreateVpcPeerConnection", withToken({ ...crossAccount, ...other }));
    expect(answer).toMatchObject({ status: 400, code: "IdempotentParameterMismatch" });
  }
  expect(await peerings()).toHaveLength(1);
});

test("a token is known by account, action and case", async () => {
  const { a, b, advance } = await openBench();
  const id = await create(a, withToken(crossAccount, "T"));
  await create(
    b,
    withToken(
      {
        ...crossAccount,
        VpcId: "vpc-bp1partner01",
        AcceptingVpcId: "vpc-2zepartner02",
        AcceptingRegionId: "cn-beijing",
      },
      "T",
    ),
  );
  expect(codeOf(await a("CreateVpcPeerConnection", withToken(crossAccount, "t")))).toBe(
    "ResourceAlreadyExist.VpcPeer",
  );
  await advance(600_000);
  expect(codeOf(await a("ModifyVpcPeerConnection", withToken({ InstanceId: id, Name: "n" }, "T")))).toBe(
    "ok",
  );
});

test("accept, modify, delete and the tag calls may be repeated with their tokens", async () => {
  const bench = await openBench();
  const { a, b, advance } = bench;
  const InstanceId = await createSettled(bench, crossAccount);
  const twice = async (call: () => Promise<unknown>) => [await call(), await call()];
  const ok = [expect.objectContaining({ status: 200 }), expect.objectContaining({ status: 200 })];
  expect(await twice(() => b("AcceptVpcPeerConnection", withToken({ InstanceId })))).toEqual(ok);
  await advance(600_000);
  expect(await twice(() => a("ModifyVpcPeerConnection", withToken({ InstanceId, Name: "n" })))).toEqual(ok);
  await advance(600_000);
  const tag = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection", ResourceId: [InstanceId] };
  expect(
    await twice(() => a("TagResources", withToken({ ...tag, Tag: [{ Key: "k", Value: "v" }] }))),
  ).toEqual(ok);
  expect(await twice(() => a("DeleteVpcPeerConnection", withToken({ InstanceId })))).toEqual(ok);
  await advance(600_000);
  expect(await statusOf(a, InstanceId)).toBe("ResourceNotFound.InstanceId");
  expect(codeOf(await a("DeleteVpcPeerConnection", withToken({ InstanceId })))).toBe("ok");
});

test("a refused call and a dry run leave the token fresh", async () => {
  const { a, advance } = await openBench({ timings: { vpcLockMs: 600_000 } });
  await create(a, { ...sameAccount, AcceptingVpcId: "vpc-bp1twin01" });
  const call = (more: object = {}) => a("CreateVpcPeerConnection", withToken({ ...sameAccount, ...more }));
  expect(codeOf(await call())).toBe("Conflict.Operation");
  await advance(600_000);
  expect(codeOf(await call({ DryRun: true }))).toBe("DryRunOperation");
  expect(codeOf(await call())).toBe("ok");
});

test("a spent token answers the id of a connection that is gone", async () => {
  const bench = await openBench();
  const { a, advance } = bench;
  const id = await createSettled(bench, withToken(sameAccount));
  await a("DeleteVpcPeerConnection", { InstanceId: id });
  await advance(600_000);
  expect(await create(a, withToken(sameAccount))).toBe(id);
  expect(await statusOf(a, id)).toBe("ResourceNotFound.InstanceId");
  expect(await create(a, withToken(sameAccount, "token-2"))).not.toBe(id);
});

test("a setting ends the token together with its connection", async () => {
  const bench = await openBench({ alicloud: { guesses: { tokenOutlivesConnection: false } } });
  const { a, advance } = bench;
  const id = await createSettled(bench, withToken(sameAccount));
  expect(await create(a, withToken(sameAccount))).toBe(id);
  await a("DeleteVpcPeerConnection", { InstanceId: id });
  await advance(600_000);
  expect(await create(a, withToken(sameAccount))).not.toBe(id);
});

test("a token is forgotten after a day", async () => {
  const { a, advance } = await openBench();
  await create(a, withToken(sameAccount));
  await advance(86_400_000 - 600_000);
  expect(codeOf(await a("CreateVpcPeerConnection", withToken(sameAccount)))).toBe("ok");
  await advance(600_000);
  expect(codeOf(await a("CreateVpcPeerConnection", withToken(sameAccount)))).toBe(
    "ResourceAlreadyExist.VpcPeer",
  );
});

test("a setting makes a token be worked on for a while", async () => {
  const guesses = { tokenInProgressMs: 600_000, tokenInProgressCode: "LastTokenProcessing" };
  const { a, advance } = await openBench({ alicloud: { guesses } });
  const id = await create(a, withToken(sameAccount));
  const again = () => a("CreateVpcPeerConnection", withToken(sameAccount));
  expect(await again()).toMatchObject({ status: 403, code: "LastTokenProcessing" });
  await advance(600_000);
  expect((await again()).body["InstanceId"]).toBe(id);
});
