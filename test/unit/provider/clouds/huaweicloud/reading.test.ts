import { allOf } from "../../../../../src/provider/clouds/kit/pages";
import { actions, app, hub, openBench, partner, projectA, region, seed, spec } from "./cloudSupport";

describe("reading", () => {
  test("a list is read to its end by the last id, whatever its links hold", async () => {
    const vpcs = Array.from({ length: 2_100 }, (_, index) => ({
      vpcId: `a1000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      projectId: projectA,
      region,
    }));
    const guesses = { linksHold: "nothing" } as const;
    const hub = { vpcId: "a1000000-0000-4000-8000-000000000000" };
    const peerings = vpcs
      .slice(1)
      .map(({ vpcId }) => ({ cloud: "huaweicloud" as const, requester: hub, accepter: { vpcId } }));
    const { a, context, requests } = await openBench({ huaweicloud: { vpcs, guesses }, peerings });
    const found = await allOf(a.list({ region }, context));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2_099);
    expect(actions(await requests()).filter((action) => action === "ListVpcPeerings")).toHaveLength(2);
  });

  test("a pair is looked for by its spoke: a hub has many connections", async () => {
    const { a, context, requests } = await openBench();
    await a.find({ requester: app, accepter: partner }, context);
    await a.find(
      { requester: app, accepter: { ...app, vpcId: "a1000000-0000-4000-8000-000000000999" } },
      context,
    );
    const lists = (await requests()).filter(({ action }) => action === "ListVpcPeerings");
    expect(lists.map(({ params }) => params)).toMatchObject([
      { vpc_id: partner.vpcId },
      { vpc_id: "a1000000-0000-4000-8000-000000000999" },
    ]);
  });

  test("a pair is found from either side, in either direction, dead or alive", async () => {
    const { a, b, context } = await openBench();
    await a.create({ spec: spec(), seed }, context);
    const id = await a.create({ spec: spec(partner), seed }, context);
    await b.reject({ id, region, seed }, context);
    const pair = { requester: partner, accepter: hub };
    for (const [cloud, asked] of [
      [a, spec(partner)],
      [b, pair],
    ] as const)
      expect((await cloud.find(asked, context)).map((one) => [one.id, one.status])).toEqual([
        [id, "rejected"],
      ]);
  });

  test.each(["{}", '{"peering":{"id":"x"}}', '{"peering":', "<html>", ""])(
    "a success that says %j is asked again",
    async (body) => {
      const { a, context, fail } = await openBench();
      const id = await a.create({ spec: spec(), seed }, context);
      await fail("ShowVpcPeering", { type: "body", status: 200, body });
      expect((await a.get({ id, region }, context))?.id).toBe(id);
      await fail("ListVpcPeerings", { type: "body", status: 200, body });
      expect(await allOf(a.list({ region }, context))).toHaveLength(1);
    },
  );

  test("what is gone is nothing, but a wrong address is not gone", async () => {
    const { a, context, fail } = await openBench();
    const ref = { id: "22b76469-08e3-4937-8c1d-7aad34892be1", region };
    expect(await a.get(ref, context)).toBeUndefined();
    for (const fault of [
      { type: "error", code: "APIGW.0101" },
      { type: "error", code: "X", status: 404, shape: "E" },
    ]) {
      await fail("ShowVpcPeering", fault);
      await expect(a.get(ref, context)).rejects.toThrow("check `region`, `cloud` and `endpoint`");
    }
  });

  test.each(["a/b", "..", "", "22b76469"])("%j is no id, and nothing is asked", async (id) => {
    const { a, context, requests } = await openBench();
    await expect(a.get({ id, region }, context)).rejects.toThrow("is no id of a VPC peering connection");
    expect(await requests()).toEqual([]);
  });
});
