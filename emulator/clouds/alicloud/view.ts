import type { PeeringRecord, PeeringSide } from "../../core/store/peering";
import type { Json } from "../../core/http/json";
import { ipv4BlocksOf } from "../../core/store/vpcStore";
import type { ActionContext, Fields } from "./action";
import { defaultLinkType } from "./defaults";
import { routerId } from "./routing";
import { wordOf } from "./words";
import type { WorldVpc } from "./world";
import { labelsFor } from "./labels";

/** A peering as the read calls show it to the caller. */
export function peeringView({ core, caller, settings }: ActionContext, peering: PeeringRecord): Fields {
  const { requester, accepter } = peering;
  const labels = labelsFor(peering, caller.accountId, settings.guesses);
  const cidrs = ({ vpcId, account }: PeeringSide) => {
    const found = core.vpcs.find("alicloud", vpcId, account);
    const vpc = found?.account === account ? found : undefined;
    const ipv4 = vpc === undefined ? [] : ipv4BlocksOf(vpc);
    const shown = settings.guesses.peeringShowsSecondaryBlocks ? ipv4 : ipv4.slice(0, 1);
    return { VpcId: vpcId, Ipv4Cidrs: shown, Ipv6Cidrs: vpc?.ipv6CidrBlocks ?? [] };
  };
  const locked = settings.accounts.some(
    ({ accountId, businessStatus }) => accountId === requester.account && businessStatus !== "Normal",
  );
  return {
    InstanceId: peering.id,
    Name: labels.text.name,
    Description: labels.text.description,
    OwnerId: uid(requester.account),
    AcceptingOwnerUid: uid(accepter.account),
    RegionId: requester.region,
    AcceptingRegionId: accepter.region,
    Vpc: cidrs(requester),
    AcceptingVpc: cidrs(accepter),
    Bandwidth: peering.bandwidth,
    LinkType: peering.attributes["linkType"] ?? defaultLinkType(peering),
    Status: wordOf(peering),
    BizStatus: locked ? "FinancialLocked" : "Normal",
    GmtCreate: timeText(peering.createdAt),
    GmtModified: timeText(peering.updatedAt),
    GmtExpired: peering.expiresAt !== null ? timeText(peering.expiresAt) : null,
    ResourceGroupId: labels.resourceGroup.resourceGroupId,
    Tags: Object.entries(labels.tags.tags).map(([Key, Value]) => ({ Key, Value })),
    ManagedService: peering.attributes["managedService"],
  } satisfies Fields;
}

/** A VPC as its owner reads it. */
export function vpcView({ core }: ActionContext, vpc: WorldVpc): Fields {
  const stored = core.vpcs.find("alicloud", vpc.vpcId, vpc.accountId);
  const { ipv6CidrBlocks } = stored ?? vpc;
  const [cidrBlock, ...secondary] = ipv4BlocksOf(stored ?? vpc);
  const subnets = stored === undefined ? [] : core.routes.subnets(stored);
  return {
    VpcId: vpc.vpcId,
    VpcName: vpc.name,
    Description: "",
    Status: vpc.status,
    RegionId: vpc.region,
    OwnerId: uid(vpc.accountId),
    CidrBlock: cidrBlock ?? "",
    SecondaryCidrBlocks: { SecondaryCidrBlock: secondary },
    Ipv6CidrBlock: ipv6CidrBlocks[0] ?? "",
    Ipv6CidrBlocks: {
      Ipv6CidrBlock: ipv6CidrBlocks.map((block) => ({ Ipv6CidrBlock: block, Ipv6Isp: "BGP" })),
    },
    EnabledIpv6: ipv6CidrBlocks.length > 0,
    UserCidrs: { UserCidr: [] },
    IsDefault: false,
    ClassicLinkEnabled: false,
    VRouterId: routerId(vpc.vpcId),
    VSwitchIds: { VSwitchId: subnets.map(({ id }) => id) },
    CreationTime: "2026-01-01T00:00:00Z",
  };
}

/** An account id, written as the number the API declares it to be. Ids that are no numbers stay texts. */
export function uid(account: string): Json {
  return /^(0|[1-9]\d*)$/.test(account) ? BigInt(account) : account;
}

/** `2026-01-31T12:00:00Z`. */
export function timeText(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
