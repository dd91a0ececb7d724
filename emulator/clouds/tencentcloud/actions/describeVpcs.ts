import type { Vpc } from "../../../core/store/vpcStore";
import type { Action, ActionContext, Fields } from "../action";
import { apiError } from "../errors";
import { filtered } from "../rules/filters";
import { assistantCidrs } from "../rules/assistantCidrs";
import { pageOf, textNumber } from "../rules/paging";
import { filters, listOf, text } from "../shape";
import type { Settings } from "../world";
import { checkVpcId } from "../rules/ids";

type WorldVpc = Settings["vpcs"][number];

const none = () => false;

/** Lists the caller's VPCs in a region. Here, unlike with peerings, Offset and Limit are texts. */
export const describeVpcs: Action = {
  params: { VpcIds: listOf(text), Filters: filters, Offset: text, Limit: text },
  required: [],
  isRegional: true,
  isLimited: false,
  run(context) {
    const { params, core, caller, region } = context;
    const ids = params.texts("VpcIds");
    if (ids.length > 0 && params.has("Filters"))
      throw apiError("InvalidParameter.Coexist", "VpcIds and Filters");
    for (const id of ids) checkVpcId(context, "VpcIds", id);
    const own = core.vpcs
      .all()
      .filter((vpc) => vpc.cloud === "tencentcloud" && vpc.account === caller.uin && vpc.region === region)
      .map((vpc) => ({ vpc, described: describedAs(context, vpc) }))
      .filter(({ described }) => described?.hidden !== true);
    const named = own.filter(({ vpc }) => ids.length === 0 || ids.includes(vpc.vpcId));
    const unknown = ids.find((id) => !named.some(({ vpc }) => vpc.vpcId === id));
    if (unknown !== undefined) throw apiError("ResourceNotFound", unknown);
    const rows = filtered(context, named, {
      "vpc-id": ({ vpc }, value) => vpc.vpcId === value,
      "vpc-name": ({ described }, value) => (described?.name ?? "").includes(value),
      "cidr-block": ({ vpc }, value) => vpc.cidrBlocks[0] === value,
      "is-default": (_, value) => value === "false",
      // VPCs have no tags here.
      "tag-key": none,
      "tag:": none,
    });
    const page = pageOf(rows, textNumber(context, "Offset", 0), textNumber(context, "Limit", 20), 100);
    return {
      TotalCount: rows.length,
      VpcSet: page.map(({ vpc, described }) => vpcView(vpc, described)),
    };
  },
};

function describedAs({ settings }: ActionContext, { vpcId, account }: Vpc): WorldVpc | undefined {
  return settings.vpcs.find((vpc) => vpc.vpcId === vpcId && vpc.uin === account);
}

function vpcView(vpc: Vpc, described: WorldVpc | undefined): Fields {
  const { vpcId, cidrBlocks, ipv6CidrBlocks } = vpc;
  return {
    VpcName: described?.name ?? "",
    VpcId: vpcId,
    CidrBlock: cidrBlocks[0] ?? "",
    IsDefault: false,
    EnableMulticast: false,
    CreatedTime: "2024-01-01 00:00:00",
    DnsServerSet: ["183.60.83.19", "183.60.82.98"],
    DomainName: "",
    DhcpOptionsId: "",
    EnableDhcp: true,
    Ipv6CidrBlock: ipv6CidrBlocks[0] ?? "",
    Ipv6CidrBlockSet: ipv6CidrBlocks.map((IPv6CidrBlock) => ({ IPv6CidrBlock, ISPType: "BGP" })),
    TagSet: [],
    AssistantCidrSet: assistantCidrs(vpc, described?.containerCidrBlocks ?? []),
  };
}
