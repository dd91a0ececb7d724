import { v1Client, keyA } from "./clients";
import {
  type Bench,
  codeOf,
  createSettled,
  crossAccount,
  crossRegion,
  openBench,
  sameAccount,
} from "./support";

async function threeConnections(bench: Bench): Promise<[string, string, string]> {
  return [
    await createSettled(bench, { ...sameAccount, Name: "hub-app" }),
    await createSettled(bench, { ...crossAccount, Name: "hub-partner", ResourceGroupId: "rg-1" }),
    await createSettled(bench, { ...crossRegion, Name: "hub-data" }),
  ];
}

const idsOf = (body: Readonly<Record<string, unknown>>) =>
  (body["VpcPeerConnects"] as { InstanceId: string }[]).map(({ InstanceId }) => InstanceId);

test("lists what the caller is a party to, filtered", async () => {
  const bench = await openBench();
  const [app, partner, data] = await threeConnections(bench);
  const list = async (client: Bench["a"], params: Record<string, unknown> = {}) =>
    idsOf((await client("ListVpcPeerConnections", params)).body);
  expect(await list(bench.a)).toEqual([app, partner, data]);
  expect(await list(bench.b)).toEqual([partner]);
  expect(await list(bench.a, { RegionId: "cn-beijing" })).toEqual([data]);
  expect(await list(bench.a, { RegionId: "cn-shenzhen" })).toEqual([]);
  expect(await list(bench.a, { InstanceId: partner })).toEqual([partner]);
  expect(await list(bench.a, { Name: "hub-app" })).toEqual([app]);
  expect(await list(bench.a, { Name: "hub" })).toEqual([]);
  expect(await list(bench.a, { ResourceGroupId: "rg-1" })).toEqual([partner]);
});

test("takes the VPC filter in every spelling that clients use", async () => {
  const bench = await openBench();
  const [app] = await threeConnections(bench);
  const v1 = v1Client(bench.url, keyA);
  const pair = ["vpc-bp1app01", "vpc-bp1hub01"];
  for (const params of [
    { VpcId: pair.join(",") },
    { "VpcId.1": pair[0], "VpcId.2": pair[1] },
    { VpcId: JSON.stringify(pair) },
    { VpcId: "vpc-bp1app01" },
  ]) {
    expect(idsOf((await bench.a("ListVpcPeerConnections", params)).body)).toEqual([app]);
    expect(idsOf((await v1("ListVpcPeerConnections", params)).body)).toEqual([app]);
  }
  const none = await bench.a("ListVpcPeerConnections", { VpcId: "vpc-bp1app01,vpc-2zedata01" });
  expect(idsOf(none.body)).toEqual([]);
  expect(codeOf(await bench.a("ListVpcPeerConnections", { VpcId: "a,b,c" }))).toBe("IllegalParam.VpcId");
});

test("refuses too many VPCs where there is nothing to list, too", async () => {
  const { a } = await openBench();
  expect(codeOf(await a("ListVpcPeerConnections", { VpcId: "a,b,c" }))).toBe("IllegalParam.VpcId");
});

test("pages on while connections come and go", async () => {
  const bench = await openBench();
  const [app, partner, data] = await threeConnections(bench);
  const first = (await bench.a("ListVpcPeerConnections", { MaxResults: 1 })).body;
  expect(first).toMatchObject({ TotalCount: 3, MaxResults: 1 });
  expect(idsOf(first)).toEqual([app]);
  await bench.admin("DELETE", `/peerings/${app}`);
  const second = (await bench.a("ListVpcPeerConnections", { MaxResults: 2, NextToken: first["NextToken"] }))
    .body;
  expect(idsOf(second)).toEqual([partner, data]);
  expect(second["NextToken"]).toBeUndefined();
  for (const MaxResults of [0, 101]) {
    expect(codeOf(await bench.a("ListVpcPeerConnections", { MaxResults }))).toBe("IllegalParam.MaxResults");
  }
});

test("settings change what is listed", async () => {
  const guesses = { listNameIsFuzzy: true, listRegionIs: "requester", listShowsDeleting: false } as const;
  const bench = await openBench({ alicloud: { guesses } });
  const [app, , data] = await threeConnections(bench);
  const list = async (params: object) => idsOf((await bench.a("ListVpcPeerConnections", { ...params })).body);
  expect(await list({ Name: "hub-" })).toHaveLength(3);
  expect(await list({ RegionId: "cn-beijing" })).toEqual([]);
  await bench.a("DeleteVpcPeerConnection", { InstanceId: app });
  expect(await list({})).not.toContain(app);
  expect(await list({})).toContain(data);
});
