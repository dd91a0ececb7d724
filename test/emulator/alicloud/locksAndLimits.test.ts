import { accountB } from "./clients";
import { codeOf, create, createSettled, crossAccount, openBench, sameAccount, statusOf } from "./support";

describe("the lock on both VPCs", () => {
  const world = { timings: { vpcLockMs: 1_200_000, activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 } };
  const others = {
    hub: { ...sameAccount, AcceptingVpcId: "vpc-bp1twin01" },
    app: { ...sameAccount, VpcId: "vpc-bp1app01", AcceptingVpcId: "vpc-bp1twin01" },
  };

  test("refuses every call on either VPC for as long as it lasts, whatever the status", async () => {
    const { a, advance } = await openBench(world);
    const InstanceId = await create(a, sameAccount);
    expect(await statusOf(a, InstanceId)).toBe("Activated");
    for (const other of [others.hub, others.app]) {
      expect(await a("CreateVpcPeerConnection", other)).toMatchObject({
        status: 400,
        code: "Conflict.Operation",
      });
    }
    for (const action of ["ModifyVpcPeerConnection", "DeleteVpcPeerConnection", "AcceptVpcPeerConnection"]) {
      expect(codeOf(await a(action, { InstanceId, Name: "n" }))).toBe("Conflict.Operation");
    }
    await advance(1_200_000);
    expect(codeOf(await a("CreateVpcPeerConnection", others.hub))).toBe("ok");
  });

  test("is not made longer by a call that it refuses", async () => {
    const { a, advance } = await openBench(world);
    await create(a, sameAccount);
    await advance(600_000);
    expect(codeOf(await a("CreateVpcPeerConnection", others.hub))).toBe("Conflict.Operation");
    await advance(600_000);
    expect(codeOf(await a("CreateVpcPeerConnection", others.hub))).toBe("ok");
  });

  test("follows accept, modify and delete as well", async () => {
    const bench = await openBench(world);
    const { a, b, advance } = bench;
    const InstanceId = await create(a, crossAccount);
    const locks = async () => codeOf(await a("CreateVpcPeerConnection", others.hub)) === "Conflict.Operation";
    await advance(1_200_000);
    for (const call of [
      () => b("AcceptVpcPeerConnection", { InstanceId }),
      () => a("ModifyVpcPeerConnection", { InstanceId, Name: "n" }),
      () => b("DeleteVpcPeerConnection", { InstanceId }),
    ]) {
      expect(codeOf(await call())).toBe("ok");
      expect(await locks()).toBe(true);
      await advance(1_200_000);
    }
    expect(await locks()).toBe(false);
  });

  test("holds nobody up who only reads, tags or repeats a token", async () => {
    const { a } = await openBench(world);
    const params = { ...sameAccount, ClientToken: "t" };
    const InstanceId = await create(a, params);
    expect(await create(a, params)).toBe(InstanceId);
    expect(await statusOf(a, InstanceId)).toBe("Activated");
    const tag = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection", ResourceId: [InstanceId] };
    expect(codeOf(await a("TagResources", { ...tag, Tag: [{ Key: "k", Value: "v" }] }))).toBe("ok");
  });

  test("is off by default", async () => {
    const { a } = await openBench();
    await create(a, sameAccount);
    await create(a, others.hub);
  });
});

describe("the rate limit", () => {
  const limits = { alicloudPerMinute: 3 };
  const times = async (count: number, call: () => Promise<{ code: string | undefined }>) => {
    const codes: (string | undefined)[] = [];
    for (let index = 0; index < count; index += 1) codes.push((await call()).code);
    return codes;
  };

  beforeEach(() => {
    // The emulator's clock stands still, however long the calls take.
    jest.spyOn(Date, "now").mockReturnValue(Date.now());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test("counts a minute for each account and action, and frees up", async () => {
    const { a, b, advance } = await openBench({ limits });
    const list = () => a("ListVpcPeerConnections");
    expect(await times(4, list)).toEqual([undefined, undefined, undefined, "Throttling.User"]);
    expect((await list()).message).toBe("Request was denied due to user flow control.");
    expect(codeOf(await b("ListVpcPeerConnections"))).toBe("ok");
    expect(codeOf(await a("ListVpcPeerConnections", { RegionId: "cn-beijing" }))).toBe("ok");
    expect(await statusOf(a, "pcc-none")).toBe("ResourceNotFound.InstanceId");
    await advance(60_000);
    expect(codeOf(await list())).toBe("ok");
  });

  test("is in proportion for calls whose own limit is higher", async () => {
    const bench = await openBench({ limits });
    const id = await createSettled(bench, sameAccount);
    const params = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection", ResourceId: [id] };
    const codes = await times(10, () =>
      bench.a("TagResources", { ...params, Tag: [{ Key: "k", Value: "v" }] }),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(9);
  });

  test("of zero is off", async () => {
    const { a } = await openBench({ limits: { alicloudPerMinute: 0 } });
    expect(await times(30, () => a("ListVpcPeerConnections"))).toEqual(Array(30).fill(undefined));
  });
});

test("VPC attributes are for the owner, unless hidden", async () => {
  const vpc = {
    vpcId: "vpc-b1",
    accountId: accountB,
    region: "cn-hangzhou",
    cidrBlocks: ["10.8.0.0/16", "10.9.0.0/16"],
    ipv6CidrBlocks: ["2408:4005::/56"],
  };
  const { a, b } = await openBench({
    alicloud: {
      vpcs: [
        vpc,
        { ...vpc, vpcId: "vpc-b2", hidden: true },
        { ...vpc, vpcId: "vpc-a1", accountId: "1000000000000001" },
      ],
    },
  });
  const read = (client: typeof a, VpcId: string, RegionId = "cn-hangzhou") =>
    client("DescribeVpcAttribute", { VpcId, RegionId });
  expect((await read(b, "vpc-b1")).text).toContain(`"OwnerId":${accountB},`);
  expect((await read(b, "vpc-b1")).body).toMatchObject({
    VpcId: "vpc-b1",
    Status: "Available",
    RegionId: "cn-hangzhou",
    CidrBlock: "10.8.0.0/16",
    SecondaryCidrBlocks: { SecondaryCidrBlock: ["10.9.0.0/16"] },
    Ipv6CidrBlock: "2408:4005::/56",
  });
  expect(await read(a, "vpc-b1")).toMatchObject({ status: 404, code: "InvalidVpcId.NotFound" });
  expect(codeOf(await read(b, "vpc-b1", "cn-beijing"))).toBe("InvalidVpcId.NotFound");
  expect(await read(b, "vpc-b2")).toMatchObject({ status: 403, code: "Forbidden.RAM" });
  await create(a, { ...crossAccount, VpcId: "vpc-a1", AcceptingVpcId: "vpc-b2" });
});
