import type { PeeringRecord, PeeringSide } from "../../core/store/peering";
import type { Json } from "../../core/http/json";
import type { ActionContext, Fields } from "./action";
import { defaultLinkType } from "./defaults";
import { wordOf } from "./words";
import type { WorldVpc } from "./world";
import { labelsFor } from "./labels";

/** A peering as the read calls show it to the caller. */
export function peeringView({ caller, settings }: ActionContext, peering: PeeringRecord): Fields {
  const { requester, accepter } = peering;
  const labels = labelsFor(peering, caller.accountId, settings.guesses);
  const cidrs = (side: PeeringSide) => {
    const vpc = settings.vpcs.find(
      ({ vpcId, accountId }) => vpcId === side.vpcId && accountId === side.account,
    );
    return { VpcId: side.vpcId, Ipv4Cidrs: vpc?.cidrBlocks ?? [], Ipv6Cidrs: vpc?.ipv6CidrBlocks ?? [] };
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
export function vpcView(vpc: WorldVpc): Fields {
  const [cidrBlock, ...secondary] = vpc.cidrBlocks;
  return {
    VpcId: vpc.vpcId,
    VpcName: vpc.name,
    Description: "",
    Status: vpc.status,
    RegionId: vpc.region,
    OwnerId: uid(vpc.accountId),
    CidrBlock: cidrBlock ?? "",
    SecondaryCidrBlocks: { SecondaryCidrBlock: secondary },
    Ipv6CidrBlock: vpc.ipv6CidrBlocks[0] ?? "",
    UserCidrs: { UserCidr: [] },
    IsDefault: false,
    ClassicLinkEnabled: false,
    VRouterId: vpc.vpcId.replace(/^vpc-/, "vrt-"),
    VSwitchIds: { VSwitchId: [] },
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
