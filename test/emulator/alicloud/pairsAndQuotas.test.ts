import { accountA, accountB } from "./clients";
import { codeOf, create, createSettled, crossAccount, openBench, sameAccount } from "./support";

describe("the same pair again", () => {
  const reversed = { ...sameAccount, VpcId: "vpc-bp1app01", AcceptingVpcId: "vpc-bp1hub01" };

  test("is refused in both directions, until the first is gone", async () => {
    const bench = await openBench();
    const { a, advance } = bench;
    const InstanceId = await createSettled(bench, sameAccount);
    expect(codeOf(await a("CreateVpcPeerConnection", sameAccount))).toBe("ResourceAlreadyExist.VpcPeer");
    expect(codeOf(await a("CreateVpcPeerConnection", reversed))).toBe("ResourceAlreadyExist.VpcPeer");
    await a("DeleteVpcPeerConnection", { InstanceId });
    expect(codeOf(await a("CreateVpcPeerConnection", sameAccount))).toBe("ResourceAlreadyExist.VpcPeer");
    await advance(600_000);
    await create(a, reversed);
  });

  test("passes once the first is rejected or expired, unless the setting says otherwise", async () => {
    for (const [deadBlocksPair, code] of [
      [false, "ok"],
      [true, "ResourceAlreadyExist.VpcPeer"],
    ] as const) {
      const bench = await openBench({ alicloud: { guesses: { deadBlocksPair } } });
      const InstanceId = await createSettled(bench, crossAccount);
      await bench.b("RejectVpcPeerConnection", { InstanceId });
      expect(codeOf(await bench.a("CreateVpcPeerConnection", crossAccount))).toBe(code);
    }
  });

  test("passes where the settings know direction or duplicates", async () => {
    const directed = await openBench({ alicloud: { guesses: { pairIsUnordered: false } } });
    await create(directed.a, sameAccount);
    await create(directed.a, reversed);
    const many = await openBench({ alicloud: { guesses: { duplicatesAllowed: true } } });
    await create(many.a, sameAccount);
    await create(many.a, sameAccount);
  });
});

describe("quotas", () => {
  const spokes = Array.from({ length: 4 }, (_, index) => ({
    vpcId: `vpc-s${index}`,
    accountId: accountA,
    region: index < 3 ? "cn-hangzhou" : "cn-beijing",
  }));
  const hub = { vpcId: "vpc-bp1hub01", accountId: accountA, region: "cn-hangzhou" };
  const world = (quotas: object) => ({
    alicloud: { vpcs: [hub, ...spokes] },
    quotas: { alicloud: { intraRegionPerVpc: 0, interRegionPerVpc: 0, perRegion: 0, ...quotas } },
  });
  const toSpoke = (index: number) => ({ ...sameAccount, AcceptingVpcId: `vpc-s${index}` });
  const toFar = { ...toSpoke(3), AcceptingRegionId: "cn-beijing" };

  test("count within a region for each VPC, at either end", async () => {
    const { a } = await openBench(world({ intraRegionPerVpc: 2 }));
    await create(a, toSpoke(0));
    await create(a, { ...toSpoke(1), VpcId: "vpc-s1", AcceptingVpcId: "vpc-bp1hub01" });
    const refused = await a("CreateVpcPeerConnection", toSpoke(2));
    expect(refused.code).toBe("QuotaExceeded.IntraRegionVpcPeerCountPerVpc");
    expect(refused.message).toContain("2/2");
    await create(a, toFar);
  });

  test("count between regions for each VPC", async () => {
    const { a } = await openBench(world({ interRegionPerVpc: 1 }));
    await create(a, toFar);
    const refused = await a("CreateVpcPeerConnection", { ...toFar, VpcId: "vpc-s0" });
    expect(refused.code).toBe("QuotaExceeded.CrossRegionVpcPeerCountPerVpc");
  });

  test("count for each account and region, and free up when a connection is gone", async () => {
    const bench = await openBench(world({ perRegion: 1 }));
    const InstanceId = await createSettled(bench, toSpoke(0));
    const again = () => bench.a("CreateVpcPeerConnection", toSpoke(1));
    expect((await again()).code).toBe("QuotaExceeded.VpcPeerCountPerUserPerRegion");
    await bench.a("DeleteVpcPeerConnection", { InstanceId });
    await bench.advance(600_000);
    expect(codeOf(await again())).toBe("ok");
  });
});

describe("loose ids", () => {
  const loose = { ...crossAccount, VpcId: "My VPC", AcceptingVpcId: "theirs/1" };

  test("have any shape, and VPCs need not be listed", async () => {
    const { a, peerings } = await openBench({ alicloud: { strictIds: false } });
    await create(a, loose);
    expect(await peerings()).toMatchObject([
      {
        requester: { vpcId: "My VPC", account: accountA },
        accepter: { vpcId: "theirs/1", account: accountB },
      },
    ]);
  });

  test("do not make a listed VPC somebody else's", async () => {
    const { a } = await openBench({ alicloud: { strictIds: false } });
    const stolen = { ...crossAccount, VpcId: "vpc-2zepartner02" };
    expect(codeOf(await a("CreateVpcPeerConnection", stolen))).toBe("ResourceNotFound.Vpc");
  });
});
