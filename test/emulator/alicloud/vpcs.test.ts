import { accountA, keyA, v1Client } from "./clients";
import { codeOf, openBench } from "./support";

/** What a list of VPCs holds. */
function idsIn(body: Readonly<Record<string, unknown>>): string[] {
  return (body["Vpcs"] as { Vpc: { VpcId: string }[] }).Vpc.map(({ VpcId }) => VpcId);
}

test("an account's VPCs are listed by region, page by page", async () => {
  const { a, b, url } = await openBench();
  const RegionId = "cn-hangzhou";
  const all = await a("DescribeVpcs", { RegionId });
  expect(all.body).toMatchObject({ TotalCount: 3, PageNumber: 1, PageSize: 10 });
  expect(idsIn(all.body)).toEqual(["vpc-bp1hub01", "vpc-bp1app01", "vpc-bp1twin01"]);
  const second = await v1Client(url, keyA)("DescribeVpcs", { RegionId, PageNumber: 2, PageSize: 2 });
  expect(second.body).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2 });
  expect(idsIn(second.body)).toEqual(["vpc-bp1twin01"]);
  expect(idsIn((await b("DescribeVpcs", { RegionId })).body)).toEqual(["vpc-bp1partner01"]);
});

test("a VPC in a list has what a single read has, and more", async () => {
  const { a } = await openBench();
  const params = { RegionId: "cn-hangzhou", VpcId: "vpc-bp1app01" };
  const { body, text } = await a("DescribeVpcs", params);
  const { RequestId: _, ...single } = (await a("DescribeVpcAttribute", params)).body;
  expect((body["Vpcs"] as { Vpc: object[] }).Vpc).toEqual([
    {
      ...single,
      ResourceGroupId: "rg-acfm00000001",
      RouterTableIds: { RouterTableIds: ["vtb-bp1app01"] },
      NatGatewayIds: { NatGatewayIds: [] },
      Tags: { Tag: [] },
    },
  ]);
  expect(text).toContain(`"OwnerId":${accountA},`);
});

test.each([
  [{ VpcId: "vpc-bp1hub01,vpc-bp1twin01,vpc-2zedata01" }, ["vpc-bp1hub01", "vpc-bp1twin01"]],
  [{ VpcName: "app" }, ["vpc-bp1app01"]],
  [{ VpcName: "ap" }, []],
  [{ IsDefault: true }, []],
  [{ ResourceGroupId: "rg-other" }, []],
  [{ Tag: [{ Key: "k", Value: "v" }] }, []],
])("%j are the VPCs %j", async (filter, ids) => {
  const { a } = await openBench();
  expect(idsIn((await a("DescribeVpcs", { RegionId: "cn-hangzhou", ...filter })).body)).toEqual(ids);
});

test("hidden VPCs are in no list, and pages have bounds", async () => {
  const vpc = { vpcId: "vpc-a1", accountId: accountA, region: "cn-hangzhou", hidden: true };
  const { a } = await openBench({ alicloud: { vpcs: [vpc] } });
  const RegionId = "cn-hangzhou";
  expect(idsIn((await a("DescribeVpcs", { RegionId })).body)).toEqual([]);
  expect(codeOf(await a("DescribeVpcs", { RegionId, PageSize: 51 }))).toBe("InvalidPageSize");
  expect(codeOf(await a("DescribeVpcs", { RegionId, PageNumber: 0 }))).toBe("InvalidPageNumber");
  expect(codeOf(await a("DescribeVpcs", {}))).toBe("MissingRegionId");
  expect(codeOf(await a("DescribeVpcs", { RegionId, DryRun: true }))).toBe("DryRunOperation");
});
