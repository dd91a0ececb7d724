import { live, openExample } from "./support";

test("huaweicloud: requested with one account's keys, accepted with the other's", async () => {
  const example = await openExample("huaweicloud", ({ url }) => ({
    endpoint: url,
    region: "cn-north-4",
    hubVpc: "a0000000-0000-4000-8000-000000000001",
    hubAccessKey: "HWFAKEAKA",
    hubSecretKey: "fakesecretA",
    spokeVpc: "b0000000-0000-4000-8000-000000000001",
    spokeProject: "bbbb0000000000000000000000000002",
    spokeAccessKey: "HWFAKEAKB",
    spokeSecretKey: "fakesecretB",
  }));
  await live(example, async () => {
    const [made] = await example.peerings();
    expect(made).toMatchObject({ status: "active", name: "hub-spoke" });
    expect(await example.outputs()).toEqual({
      connectionId: made?.id,
      status: "active",
      accepter: {
        vpcId: "b0000000-0000-4000-8000-000000000001",
        region: "cn-north-4",
        projectId: "bbbb0000000000000000000000000002",
      },
    });
  });
});
