import { actions, bodies, open, ref, row, seed, spec, stub } from "./cloudSupport";
import { answer, refusal } from "./support";

test("a create says what is wanted, with the owner's mark among the tags", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({ PeeringConnectionId: "pcx-1" })];
  expect(await cloud.create({ spec, seed }, context)).toBe("pcx-1");
  expect(stub.seen[0]?.headers["x-tc-region"]).toBe("ap-guangzhou");
  expect(bodies()).toEqual([
    {
      SourceVpcId: "vpc-a",
      PeeringConnectionName: "hub",
      DestinationVpcId: "vpc-b",
      DestinationUin: "2",
      DestinationRegion: "ap-shanghai",
      Bandwidth: 10,
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "2" },
        { Key: "pulumi-vpc-peering", Value: "0123 o/p/s" },
      ],
    },
  ]);
});

test.each(["InternalError", "ServiceUnavailable"])(
  "a create is not repeated after %s, since nobody knows what it did",
  async (code) => {
    const { cloud, context } = open();
    stub.answers = [refusal(code)];
    await expect(cloud.create({ spec, seed }, context)).rejects.toMatchObject({
      facts: { executed: "unknown" },
    });
    expect(stub.seen).toHaveLength(1);
  },
);

test("a create is repeated where it certainly was not done; other calls also where nobody knows", async () => {
  const { cloud, context } = open();
  stub.answers = [
    refusal("RequestLimitExceeded"),
    refusal("UnsupportedOperation.MutexOperationTaskRunning"),
    answer({ PeeringConnectionId: "pcx-1" }),
  ];
  await cloud.create({ spec, seed }, context);
  stub.answers = [{ status: 502, body: "" }, refusal("InternalError"), answer({})];
  await cloud.delete({ ...ref, force: false, seed }, context);
  expect(stub.seen).toHaveLength(6);
});

test("a signature that came too late is made once more, and only once", async () => {
  const { cloud, context } = open();
  stub.answers = [refusal("AuthFailure.SignatureExpire"), answer({ PeeringConnectionId: "pcx-1" })];
  expect(await cloud.create({ spec, seed }, context)).toBe("pcx-1");
  stub.answers = [refusal("AuthFailure.SignatureExpire")];
  await expect(cloud.create({ spec, seed }, context)).rejects.toThrow("Set this machine's clock");
  expect(stub.seen).toHaveLength(4);
});

test("the other calls name the connection, and are made in the region of the caller's side", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({})];
  const change = {
    set: { name: "new", bandwidth: 20, chargeType: "POSTPAID_BY_MONTH_95" },
    setTags: {},
    dropTags: [],
  };
  await cloud.accept({ ...ref, seed }, context);
  await cloud.reject({ ...ref, seed }, context);
  await cloud.update({ ...ref, difference: change, seed }, context);
  await cloud.update({ ...ref, difference: { set: {}, setTags: {}, dropTags: [] }, seed }, context);
  await cloud.delete({ ...ref, force: true, seed }, context);
  expect(actions()).toEqual(
    ["Accept", "Reject", "Modify", "Delete"].map((verb) => `${verb}VpcPeeringConnection`),
  );
  expect(bodies()).toEqual([
    { PeeringConnectionId: "pcx-1" },
    { PeeringConnectionId: "pcx-1" },
    {
      PeeringConnectionId: "pcx-1",
      PeeringConnectionName: "new",
      Bandwidth: 20,
      ChargeType: "POSTPAID_BY_MONTH_95",
    },
    { PeeringConnectionId: "pcx-1" },
  ]);
  expect(new Set(stub.seen.map(({ headers }) => headers["x-tc-region"]))).toEqual(new Set(["ap-guangzhou"]));
});

describe("another owner's mark", () => {
  const difference = {
    owner: { marker: "fedcba9876543210fedcba98" },
    set: {},
    setTags: {},
    dropTags: [],
  };

  test("goes behind the name: the new one, or else the one that is there", async () => {
    const { cloud, context } = open();
    stub.answers = [
      answer({}),
      answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1", { PeeringConnectionName: "by hand" })] }),
      answer({}),
    ];
    await cloud.update({ ...ref, difference: { ...difference, set: { name: "new" } }, seed }, context);
    await cloud.update({ ...ref, difference, seed }, context);
    const [renamed, , marked] = bodies();
    expect(renamed).toMatchObject({ PeeringConnectionName: "new pvp:_ty6mHZUMhD-3LqY" });
    expect(marked).toMatchObject({ PeeringConnectionName: "by hand pvp:_ty6mHZUMhD-3LqY" });
  });
});

test("whose keys these are is asked once; a failure is not remembered", async () => {
  const { cloud, context } = open();
  stub.answers = [refusal("AuthFailure.SecretIdNotFound"), answer({ AccountId: "100000000001" })];
  await expect(cloud.whoAmI({}, context)).rejects.toThrow("Check `secretId`");
  const identity = { account: "100000000001", region: "ap-shanghai" };
  expect([await cloud.whoAmI({}, context), await cloud.whoAmI({}, context)]).toEqual([identity, identity]);
  expect(stub.seen).toHaveLength(2);
});

test("a role is taken on at the same endpoint, once for many calls", async () => {
  const role = { roleArn: "qcs::cam::uin/1:roleName/r", policy: '{"version":"2.0"}', sessionDuration: 900 };
  const { cloud, context } = open({ "tencentcloud:assumeRole": role });
  const Credentials = { TmpSecretId: "tmp", TmpSecretKey: "tmpsecret", Token: "tmptoken" };
  stub.answers = [
    answer({ Credentials, ExpiredTime: Math.floor(Date.now() / 1000) + 3600 }),
    answer({ TotalCount: 0, PeerConnectionSet: [] }),
  ];
  await Promise.all([cloud.get(ref, context), cloud.get(ref, context)]);
  expect(actions().filter((action) => action === "AssumeRole")).toHaveLength(1);
  expect(bodies()[0]).toEqual({
    RoleArn: role.roleArn,
    RoleSessionName: "pulumi-vpc-peering",
    DurationSeconds: 900,
    Policy: encodeURIComponent(role.policy),
  });
  expect(stub.seen[1]?.headers).toMatchObject({ "x-tc-token": "tmptoken" });
});

test("a role that is not there is no connection that is gone", async () => {
  const { cloud, context } = open({ "tencentcloud:assumeRole": { roleArn: "qcs::cam::uin/1:roleName/r" } });
  stub.answers = [refusal("ResourceNotFound.RoleNotFound")];
  await expect(cloud.get(ref, context)).rejects.toMatchObject({ kind: "credentials" });
});
