import { live, openExample } from "./support";

test("tencentcloud: two accounts and regions, and a bandwidth that is changed in place", async () => {
  const example = await openExample("tencentcloud", ({ url }) => ({
    endpoint: url,
    hubRegion: "ap-guangzhou",
    hubVpc: "vpc-hub00001",
    hubSecretId: "AKIDfakeA",
    hubSecretKey: "fakesecretA",
    spokeRegion: "ap-shanghai",
    spokeVpc: "vpc-par00002",
    spokeSecretId: "AKIDfakeB",
    spokeSecretKey: "fakesecretB",
    bandwidth: "10",
  }));
  await live(example, async () => {
    const [made] = await example.peerings();
    expect(made).toMatchObject({ status: "active", name: "hub-spoke", bandwidth: 10 });
    expect(await example.outputs()).toEqual({
      connectionId: made?.id,
      status: "active",
      accepter: { vpcId: "vpc-par00002", region: "ap-shanghai", accountId: "100000000002" },
    });

    await example.config({ bandwidth: "20" });
    await example.ok("up", "--yes", "--skip-preview");
    expect(await example.peerings()).toMatchObject([{ id: made?.id, status: "active", bandwidth: 20 }]);
  });
});
