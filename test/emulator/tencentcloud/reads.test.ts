import { accountA, codeOf, create, crossAccount, list, openBench, sameAccount } from "./support";

test.each([
  ["the type that was asked for", {}, ["VPC_PEER", "VPC0", "VPC_BM_PEER"]],
  ["VPC0 where that is no echo", { typeIsEchoed: false }, ["VPC0", "VPC0", "VPC_BM_PEER"]],
  ["another word where none was asked for", { typeShown: "VPC9" }, ["VPC_PEER", "VPC9", "VPC_BM_PEER"]],
])("a connection shows %s", async (_, guesses, types) => {
  const { a } = await openBench({ tencentcloud: { guesses } });
  const dat = { DestinationVpcId: "vpc-dat00001", DestinationRegion: "ap-shanghai", Bandwidth: 10 };
  await create(a, { ...sameAccount, Type: "VPC_PEER" });
  await create(a, crossAccount);
  await create(a, { ...sameAccount, ...dat, Type: "VPC_BM_PEER" });
  const rows = await list(a, { OrderDirection: "ASC" });
  expect((rows as { Type: string }[]).map(({ Type }) => Type)).toEqual(types);
});

test("an account's numbers are told to its keys", async () => {
  const { a } = await openBench();
  const { body } = await a("GetUserAppId");
  expect(body).toMatchObject({ Uin: accountA, OwnerUin: accountA, AppId: 1250000001 });
});

test("a VPC has no subnets unless the world gives it some, and what is no call is refused", async () => {
  const { a } = await openBench();
  const byVpc = [{ Name: "vpc-id", Values: ["vpc-hub00001"] }];
  expect((await a("DescribeSubnets", { Filters: byVpc, Limit: "100" })).body).toMatchObject({
    TotalCount: 0,
    SubnetSet: [],
  });
  const codes = [
    a("DescribeSubnets", { SubnetIds: ["subnet-pxir56ns"] }),
    a("DescribeSubnets", { SubnetIds: ["subnet-pxir56ns"], Filters: byVpc }),
    a("DescribeSubnets", { Filters: [{ Name: "colour", Values: ["red"] }] }),
    a("DescribeSubnets", { Limit: 100 }),
  ].map(codeOf);
  expect(await Promise.all(codes)).toEqual([
    "ResourceNotFound",
    "InvalidParameter.Coexist",
    "InvalidParameter",
    "InvalidParameter",
  ]);
});
