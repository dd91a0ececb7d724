import { Deadline } from "../../../../../src/io/clock";
import type { Cloud, Context } from "../../../../../src/provider/clouds/cloud";
import { allOf } from "../../../../../src/provider/clouds/kit/pages";
import { tencentcloud } from "../../../../../src/provider/clouds/tencentcloud/index";
import type { ConnectionSpec } from "../../../../../src/model/peering";
import { FakeClock } from "../../../support/fakeClock";
import type { Stub } from "./support";
import { answer, refusal, startStub } from "./support";

let stub: Stub;

beforeEach(async () => {
  stub = await startStub();
});

afterEach(() => {
  stub.close();
});

function open(more: Record<string, unknown> = {}) {
  const clock = new FakeClock();
  const context: Context = {
    clock,
    deadline: new Deadline(clock, 60_000),
    report: () => undefined,
    warn: () => undefined,
  };
  const settings: Record<string, unknown> = {
    "tencentcloud:secretId": "AKID",
    "tencentcloud:secretKey": "secret",
    "tencentcloud:region": "ap-shanghai",
    "tencentcloud:endpoint": stub.url,
    ...more,
  };
  return { cloud: tencentcloud.open((key) => settings[key]) as Required<Cloud>, context };
}

const seed = { marker: "m", attempt: 0 };
const ref = { id: "pcx-1", region: "ap-guangzhou" };
const spec: ConnectionSpec = {
  requester: { vpcId: "vpc-a", region: "ap-guangzhou", account: "1" },
  accepter: { vpcId: "vpc-b", region: "ap-shanghai", account: "2" },
  name: "hub",
  bandwidth: 10,
  tags: { b: "2", a: "1" },
  owner: { marker: "0123", stack: "o/p/s" },
};
const row = (PeeringConnectionId: string, more: object = {}) => ({
  PeeringConnectionId,
  State: "ACTIVE",
  SourceVpcId: "vpc-a",
  SourceRegion: "gz",
  SourceUin: 1,
  DestinationVpcId: "vpc-b",
  DestinationRegion: "sh",
  DestinationUin: 2,
  ...more,
});
const actions = () => stub.seen.map(({ headers }) => headers["x-tc-action"]);
const bodies = () => stub.seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

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

test("a connection is gone whether the answer is empty, an error, or a row that says so", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({ TotalCount: 0, PeerConnectionSet: [] })];
  expect(await cloud.get(ref, context)).toBeUndefined();
  stub.answers = [refusal("ResourceNotFound")];
  expect(await cloud.get(ref, context)).toBeUndefined();
  stub.answers = [answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1", { State: "DELETED" })] })];
  expect((await cloud.get(ref, context))?.status).toBe("deleted");
  expect(bodies()[0]).toMatchObject({ PeeringConnectionIds: ["pcx-1"], Offset: 0, Limit: 100 });
});

test("a pair is found in both directions, on whichever page, and other pairs are not", async () => {
  const { cloud, context } = open();
  const reverse = { SourceVpcId: "vpc-b", DestinationVpcId: "vpc-a" };
  stub.answers = [
    answer({ TotalCount: 3, PeerConnectionSet: [row("pcx-1"), row("pcx-2", { DestinationVpcId: "vpc-c" })] }),
    answer({ TotalCount: 3, PeerConnectionSet: [row("pcx-3", reverse)] }),
  ];
  expect((await cloud.find(spec, context)).map(({ id }) => id)).toEqual(["pcx-1", "pcx-3"]);
  const Filters = [{ Name: "vpc-id", Values: ["vpc-a", "vpc-b"] }];
  expect(bodies()).toMatchObject([
    { Filters, Offset: 0 },
    { Filters, Offset: 2 },
  ]);
});

test("a list ends where a page is empty, whatever the total says", async () => {
  const { cloud, context } = open();
  stub.answers = [
    answer({ TotalCount: 9, PeerConnectionSet: [row("pcx-1")] }),
    answer({ TotalCount: 9, PeerConnectionSet: [] }),
  ];
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(stub.seen).toHaveLength(2);
});

test("where pages of 100 are refused, they have 50 from then on", async () => {
  const { cloud, context } = open();
  const page = answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1")] });
  stub.answers = [refusal("InvalidParameterValue.Range"), page];
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(await allOf(cloud.list({ region: "ap-guangzhou" }, context))).toHaveLength(1);
  expect(bodies().map(({ Limit }) => Limit)).toEqual([100, 50, 50]);
});

test("what is refused for another reason is asked once more, and told", async () => {
  const { cloud, context } = open();
  stub.answers = [refusal("InvalidParameter")];
  await expect(allOf(cloud.list({ region: "ap-guangzhou" }, context))).rejects.toMatchObject({
    kind: "invalid",
  });
  expect(stub.seen).toHaveLength(2);
});

describe("where a hub has many connections", () => {
  const hub = (count: number) =>
    Array.from({ length: count }, (_, i) => row(`pcx-${i}`, { DestinationVpcId: `vpc-s${i}` }));
  const all = answer({ TotalCount: 60, PeerConnectionSet: hub(60) });
  const pair = (i: number) => ({ ...spec, accepter: { ...spec.accepter, vpcId: `vpc-s${i}` } });
  const filtersOf = () =>
    bodies().map(({ Filters }) => (Filters as { Values: string[] }[]).map(({ Values }) => Values));

  test("and the filter goes by both ends, a pair is looked for by its spoke alone", async () => {
    const { cloud, context } = open();
    const seven = answer({ TotalCount: 1, PeerConnectionSet: [hub(8)[7] ?? {}] });
    stub.answers = [all, answer({ TotalCount: 1, PeerConnectionSet: hub(1) }), seven];
    await cloud.find(pair(9), context);
    expect((await cloud.find(pair(7), context)).map(({ id }) => id)).toEqual(["pcx-7"]);
    expect(filtersOf()).toEqual([[["vpc-a", "vpc-s9"]], [["vpc-s0"]], [["vpc-s7"]]]);
  });

  test("and the filter goes by the requester's alone, both ends are named, and that is tried out once", async () => {
    const { cloud, context } = open();
    stub.answers = [all, answer({ TotalCount: 0, PeerConnectionSet: [] }), all];
    for (const i of [7, 8, 9]) {
      expect((await cloud.find(pair(i), context)).map(({ id }) => id)).toEqual([`pcx-${i}`]);
    }
    expect(filtersOf()).toEqual([
      [["vpc-a", "vpc-s7"]],
      [["vpc-s0"]],
      [["vpc-a", "vpc-s8"]],
      [["vpc-a", "vpc-s9"]],
    ]);
  });

  test("and trying the filter out is refused, both ends are named, and what was found is told", async () => {
    const { cloud, context } = open();
    stub.answers = [all, refusal("InvalidParameter"), refusal("InvalidParameter"), all];
    for (const i of [7, 8]) {
      expect((await cloud.find(pair(i), context)).map(({ id }) => id)).toEqual([`pcx-${i}`]);
    }
    expect(filtersOf()).toEqual([[["vpc-a", "vpc-s7"]], [["vpc-s0"]], [["vpc-s0"]], [["vpc-a", "vpc-s8"]]]);
  });
});

test("an isolated connection is on its way, with a word about the bill", async () => {
  const { cloud, context } = open();
  stub.answers = [answer({ TotalCount: 1, PeerConnectionSet: [row("pcx-1", { State: "ISOLATED" })] })];
  expect(await cloud.get(ref, context)).toMatchObject({
    status: "updating",
    notice: expect.stringContaining("Tencent Cloud has isolated it") as string,
  });
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
