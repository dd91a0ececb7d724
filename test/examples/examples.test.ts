import { live, openExample } from "./support";

test("same-account: two VPCs of one account in one region", async () => {
  const example = await openExample("same-account", () => ({
    hubVpc: "vpc-bp1hub01",
    appVpc: "vpc-bp1app01",
  }));
  await live(example, async () => {
    const [made] = await example.peerings();
    expect(made).toMatchObject({
      status: "active",
      name: "hub-app",
      description: "Hub to app",
      bandwidth: -1,
    });
    expect(made?.tags).toMatchObject({ team: "network" });
    expect(await example.outputs()).toEqual({ connectionId: made?.id, status: "active" });
  });
});

test("cross-account: requested with one account's keys, accepted with the other's", async () => {
  const example = await openExample("cross-account", ({ url }) => ({
    endpoint: url,
    hubVpc: "vpc-bp1hub01",
    partnerVpc: "vpc-bp1partner01",
    partnerRegion: "cn-hangzhou",
    partnerAccount: "1000000000000002",
    partnerAccessKey: "LTAIfakeB",
    partnerSecretKey: "fakesecretB",
  }));
  await live(example, async () => {
    const [made] = await example.peerings();
    expect(made).toMatchObject({
      status: "active",
      name: "hub-partner",
      accepter: { account: "1000000000000002" },
    });
    expect(await example.outputs()).toEqual({
      connectionId: made?.id,
      status: "active",
      accepter: { vpcId: "vpc-bp1partner01", region: "cn-hangzhou", accountId: "1000000000000002" },
    });
  });
});

test("inter-region: a bandwidth and a link type, changed in place", async () => {
  const example = await openExample("inter-region", () => ({
    appVpc: "vpc-bp1app01",
    dataVpc: "vpc-2zedata01",
    dataRegion: "cn-beijing",
  }));
  await live(example, async () => {
    const [made] = await example.peerings();
    expect(made).toMatchObject({ status: "active", bandwidth: 100, accepter: { region: "cn-beijing" } });
    expect(await example.outputs()).toEqual({ connectionId: made?.id, status: "active" });

    await example.config({ bandwidth: "300" });
    await example.ok("up", "--yes", "--skip-preview");
    expect(await example.peerings()).toMatchObject([{ id: made?.id, status: "active", bandwidth: 300 }]);
  });
});
