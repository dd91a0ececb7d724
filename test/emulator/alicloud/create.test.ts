import { accountA, accountB } from "./clients";
import {
  accountC,
  codeOf,
  create,
  crossAccount,
  crossRegion,
  openBench,
  sameAccount,
  threeAccounts,
} from "./support";

const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: "v" }));

describe("what create refuses", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["no region", { ...sameAccount, RegionId: undefined }, "MissingRegionId"],
    ["no VPC", { ...sameAccount, VpcId: "" }, "MissingVpcId"],
    ["no account", { ...sameAccount, AcceptingAliUid: undefined }, "MissingAcceptingAliUid"],
    ["an account that is no number", { ...sameAccount, AcceptingAliUid: "me" }, "InvalidAcceptingAliUid"],
    ["an id of another shape", { ...sameAccount, VpcId: "VPC_1" }, "IllegalParam.VpcId"],
    ["a peer id of another shape", { ...sameAccount, AcceptingVpcId: "x" }, "IllegalParam.AcceptingVpcId"],
    ["one VPC twice", { ...sameAccount, AcceptingVpcId: "vpc-bp1hub01" }, "IllegalParam.AcceptingVpcId"],
    ["a VPC that is not there", { ...sameAccount, VpcId: "vpc-nowhere" }, "ResourceNotFound.Vpc"],
    ["a VPC of somebody else", { ...sameAccount, VpcId: "vpc-bp1partner01" }, "ResourceNotFound.Vpc"],
    ["a VPC of another region", { ...sameAccount, RegionId: "cn-beijing" }, "ResourceNotFound.Vpc"],
    [
      "a peer that is not there",
      { ...sameAccount, AcceptingVpcId: "vpc-nowhere" },
      "ResourceNotFound.AcceptingVpc",
    ],
    [
      "a peer of another account",
      { ...crossAccount, AcceptingAliUid: accountC },
      "ResourceNotFound.AcceptingVpc",
    ],
    ["a region without the service", { ...sameAccount, RegionId: "mars-1" }, "UnsupportedRegion"],
    ["a name of one character", { ...sameAccount, Name: "x" }, "IllegalParam.Name"],
    ["a name that starts with a digit", { ...sameAccount, Name: "1st" }, "IllegalParam.Name"],
    ["a long name", { ...sameAccount, Name: "n".repeat(129) }, "IllegalParam.Name"],
    ["a description that is a URL", { ...sameAccount, Description: "http://x" }, "IllegalParam.Description"],
    ["a long description", { ...sameAccount, Description: "n".repeat(257) }, "IllegalParam.Description"],
    ["a long token", { ...sameAccount, ClientToken: "t".repeat(65) }, "IllegalParam.ClientToken"],
    ["a token beyond ASCII", { ...sameAccount, ClientToken: "töken" }, "IllegalParam.ClientToken"],
    ["bandwidth in words", { ...crossRegion, Bandwidth: "much" }, "InvalidBandwidth"],
    ["no bandwidth at all", { ...crossRegion, Bandwidth: 0 }, "IllegalParam.Bandwidth"],
    ["bandwidth beyond the quota", { ...crossRegion, Bandwidth: 1025 }, "QuotaExceeded.Bandwidth"],
    [
      "bandwidth within a region",
      { ...sameAccount, Bandwidth: 100 },
      "OperationFailed.BandwidthCannotBeChangedInSameRegion",
    ],
    ["a link type nobody knows", { ...crossRegion, LinkType: "Copper" }, "IllegalParam.LinkType"],
    [
      "a link type that is not offered",
      { ...crossRegion, LinkType: "Silver" },
      "OperationFailed.RegionIdNotSupportLinkType",
    ],
    [
      "a link type within a region",
      { ...sameAccount, LinkType: "Gold" },
      "OperationFailed.InterRegionLinkTypeNotSupported",
    ],
    ["21 tags", { ...sameAccount, Tag: tags(21) }, "NumberExceed.Tags"],
    ["one tag twice", { ...sameAccount, Tag: [...tags(1), ...tags(1)] }, "Forbidden.TagKey.Duplicated"],
    ["a reserved tag", { ...sameAccount, Tag: [{ Key: "acs:x", Value: "" }] }, "Forbidden.TagKeys"],
    ["a tag without a key", { ...sameAccount, Tag: [{ Key: "", Value: "v" }] }, "IllegalParam.TagKey"],
    [
      "a tag with a URL",
      { ...sameAccount, Tag: [{ Key: "k", Value: "https://x" }] },
      "IllegalParam.TagValue",
    ],
    ["an answer in another format", { ...sameAccount, Format: "RAW" }, "InvalidFormat"],
  ])("%s", async (_, params, code) => {
    const { a, peerings } = await openBench();
    const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
    const answer = await a("CreateVpcPeerConnection", given);
    expect(answer).toMatchObject({ status: 400, code });
    expect(answer.message).not.toContain("%s");
    expect(Object.keys(answer.body)).toEqual(["RequestId", "HostId", "Code", "Message", "Recommend"]);
    expect(await peerings()).toEqual([]);
  });

  const [first, second, third] = threeAccounts;
  const accountsWith = (ofA: object, ofB: object) => ({
    accounts: [{ ...first, ...ofA }, { ...second, ...ofB }, third],
  });
  const vpcsWith = (ofHub: object, ofPartner: object) => ({
    vpcs: [
      { vpcId: "vpc-bp1hub01", accountId: accountA, region: "cn-hangzhou", ...ofHub },
      { vpcId: "vpc-bp1partner01", accountId: accountB, region: "cn-hangzhou", ...ofPartner },
    ],
  });
  test.each<[string, object, string]>([
    ["a VPC in the making", vpcsWith({ status: "Pending" }, {}), "IncorrectStatus.Vpc"],
    ["a peer VPC in the making", vpcsWith({}, { status: "Pending" }), "IncorrectStatus.AcceptingVpc"],
    ["a CloudBox", vpcsWith({ cloudBox: true }, {}), "OperationDenied.CloudBoxExistsInVpc"],
    [
      "a CloudBox of the peer",
      vpcsWith({}, { cloudBox: true }),
      "OperationDenied.CloudBoxExistsInAcceptingVpc",
    ],
    ["a shared VPC", vpcsWith({ shared: true }, {}), "OperationDenied.OperateShareResource"],
    ["CDT not opened", accountsWith({ cdt: false }, {}), "OperationFailed.CdtNotOpened"],
    ["the peer's CDT not opened", accountsWith({}, { cdt: false }), "OperationFailed.AcceptUserCdtNotOpened"],
    ["debts", accountsWith({ businessStatus: "FinancialLocked" }, {}), "IncorrectBusinessStatus.VpcPeer"],
    [
      "the peer's debts",
      accountsWith({}, { businessStatus: "FinancialLocked" }),
      "IncorrectBusinessStatus.AcceptVpcPeer",
    ],
    ["another site", accountsWith({}, { site: "international" }), "OperationFailed.CrossBusinessNotAllowed"],
    ["a region taken out", { unsupportedRegions: ["cn-hangzhou"] }, "UnsupportedRegion"],
  ])("%s", async (_, part, code) => {
    const { a } = await openBench({ alicloud: { accounts: threeAccounts, ...part } });
    expect(await a("CreateVpcPeerConnection", crossAccount)).toMatchObject({ status: 400, code });
  });

  test("a resource group that is not there", async () => {
    const { a } = await openBench({ alicloud: accountsWithGroups });
    const request = { ...sameAccount, ResourceGroupId: "rg-other" };
    expect(codeOf(await a("CreateVpcPeerConnection", request))).toBe(
      "OperationFailed.NotExist.ResourceGroup",
    );
    await create(a, { ...sameAccount, ResourceGroupId: "rg-1" });
  });
  const accountsWithGroups = { accounts: [{ ...first, ...{ resourceGroups: ["rg-1"] } }] as never };

  test("a border without the cross-border service", async () => {
    const vpcs = [
      { vpcId: "vpc-a1", accountId: accountA, region: "cn-hangzhou" },
      { vpcId: "vpc-b1", accountId: accountB, region: "eu-central-1" },
    ];
    const request = {
      ...crossAccount,
      VpcId: "vpc-a1",
      AcceptingVpcId: "vpc-b1",
      AcceptingRegionId: "eu-central-1",
    };
    for (const [ofA, ofB, code] of [
      [{ crossBorderCdt: false }, {}, "OperationFailed.CrossBorderCdtNotOpened"],
      [{}, { crossBorderCdt: false }, "OperationFailed.AcceptUserCrossBorderCdtNotOpened"],
      [{}, {}, "ok"],
    ] as const) {
      const { a } = await openBench({ alicloud: { vpcs, ...accountsWith(ofA, ofB) } as never });
      expect(codeOf(await a("CreateVpcPeerConnection", request))).toBe(code);
    }
  });
});

test("what a connection reads like, within a region and between two", async () => {
  const { a } = await openBench({ timings: { activateMs: 0 } }, new Date(Date.now() + 1000).toISOString());
  const read = async (InstanceId: string) => (await a("GetVpcPeerConnectionAttribute", { InstanceId })).body;
  const near = await read(await create(a, { ...sameAccount, Name: "near", Bandwidth: 0, Tag: tags(20) }));
  expect(near).toMatchObject({
    InstanceId: expect.stringMatching(/^pcc-[a-z0-9]{17}$/) as string,
    Name: "near",
    Description: "",
    RegionId: "cn-hangzhou",
    AcceptingRegionId: "cn-hangzhou",
    Vpc: { VpcId: "vpc-bp1hub01", Ipv4Cidrs: ["10.0.0.0/16"], Ipv6Cidrs: [] },
    AcceptingVpc: { VpcId: "vpc-bp1app01", Ipv4Cidrs: ["10.1.0.0/16", "10.101.0.0/16"], Ipv6Cidrs: [] },
    Bandwidth: -1,
    LinkType: "",
    Status: "Activated",
    BizStatus: "Normal",
    GmtCreate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
    GmtExpired: null,
    Tags: tags(20),
  });
  expect(await read(await create(a, crossRegion))).toMatchObject({ Bandwidth: 1024, LinkType: "Gold" });
  const far = { ...crossRegion, VpcId: "vpc-bp1app01", Bandwidth: 50, LinkType: "Platinum" };
  expect(await read(await create(a, far))).toMatchObject({ Bandwidth: 50, LinkType: "Platinum" });
});

test("overlapping address ranges are no reason to refuse", async () => {
  const { a } = await openBench();
  await create(a, { ...sameAccount, AcceptingVpcId: "vpc-bp1twin01" });
});

test("a dry run makes all checks and nothing else", async () => {
  const { a, b, peerings, advance } = await openBench();
  const dry = (params: object) => ({ ...params, DryRun: true });
  expect(await a("CreateVpcPeerConnection", dry(crossAccount))).toMatchObject({
    status: 400,
    code: "DryRunOperation",
  });
  expect(codeOf(await a("CreateVpcPeerConnection", dry({ ...crossAccount, Name: "1" })))).toBe(
    "IllegalParam.Name",
  );
  expect(await peerings()).toEqual([]);
  const InstanceId = await create(a, crossAccount);
  expect(codeOf(await a("DeleteVpcPeerConnection", dry({ InstanceId })))).toBe("IncorrectStatus.VpcPeer");
  await advance(600_000);
  for (const [client, action] of [
    [b, "AcceptVpcPeerConnection"],
    [b, "RejectVpcPeerConnection"],
    [a, "ModifyVpcPeerConnection"],
    [a, "DeleteVpcPeerConnection"],
  ] as const) {
    expect(codeOf(await client(action, dry({ InstanceId, Name: "other" })))).toBe("DryRunOperation");
  }
  expect(await peerings()).toMatchObject([{ status: "pending", name: "" }]);
});
