import { alicloud } from "../../../model/clouds/alicloud";
import type { Meaning, MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";

const LOOK_AGAIN = "Run `pulumi refresh`, then `pulumi up`.";

/** What codes mean as an answer to a call about routes. Those of batches, which stand behind the others, are words of their own. */
const MEANINGS: MeaningTable = [
  [
    "InvalidCIDRBlock.Duplicate RouterEntryConflict.Duplicated Duplicated.VpcNextHop InvalidRouteEntry.Duplicate RouteConflict.AlreadyExist VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE",
    {
      kind: "duplicate",
      remedy: "The route table leads there already: remove that route, or leave the destination out.",
    },
  ],
  [
    "InvalidRouteEntry InvalidRouteEntry.NotFound InvalidRouteEntryId.NotFound VPC_ROUTER_ENTRY_NOT_EXIST",
    { kind: "gone", remedy: LOOK_AGAIN },
  ],
  [
    "InvalidRouteTable.NotFound InvalidRouteTableId.NotFound InvalidVpcId.NotFound InvalidVpc.NotFound",
    { kind: "gone", remedy: `The route table or its VPC is gone. ${LOOK_AGAIN}` },
  ],
  ["ResourceNotFound.VpcPeer", { kind: "gone", remedy: `The connection is gone. ${LOOK_AGAIN}` }],
  [
    "IncorrectStatus.VpcPeer",
    { kind: "wrongState", remedy: `Routes need an active connection: look at its status. ${LOOK_AGAIN}` },
  ],
  [
    // The cloud works on one route, or vSwitch, of a VPC at a time. One of the names is misspelt by the cloud itself.
    "IncorrectRouteEntryStatus IncorrcetRouteEntryStatus IncorrectStatus.VpcRouteEntry IncorrectStatus.RouteTableStatus IncorrectVpcStatus IncorrectVSwitchStatus IncorrectInstanceStatus VPC_ROUTE_ENTRY_STATUS_ERROR",
    { kind: "busy" },
  ],
  ["Internal.Error VPC.ERROR Vpc.Error", { kind: "transient" }],
  [
    "QuotaExceeded Forbidden.CheckEntryRuleQuota *QUOTA*",
    {
      kind: "quota",
      remedy: `A route table can have ${alicloud.routing.perTable} routes: remove some, join destinations to larger blocks, or ask for more in the console's Quota Center (vpc_quota_route_entrys_num).`,
    },
  ],
  [
    "OperationDenied OperationDenied.DeleteManagedRouteEntry OperationDenied.ModifyManagedRouteEntry",
    { kind: "permission", remedy: "Another cloud service made this route; change it there." },
  ],
  [
    "OperationDenied.GatewayRouteTableNotPermitted OperationDenied.RouteTableTypeNotPermitted OperationDenied.UseGatewayRouteEntryQueryInterface",
    {
      kind: "invalid",
      remedy: "A gateway's route table takes no routes to connections: name another table.",
    },
  ],
  [
    "InvalidCidrBlock OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch",
    {
      kind: "invalid",
      remedy:
        "A destination can be neither within a vSwitch of this VPC nor 100.64.0.0/10, which the cloud uses itself.",
    },
  ],
  [
    "InvalidCidrBlock.Malformed IllegalParam.CidrBlock InvalidDestinationCidrBlock",
    { kind: "invalid", remedy: 'Give the destination as a block such as "10.2.0.0/16".' },
  ],
  [
    "OperationDenied.VpcIpv6NotEnabled OperationDenied.Ipv6EntryOnCustomTable",
    { kind: "invalid", remedy: "Switch IPv6 on for the VPC, or leave `ipv6` out." },
  ],
  [
    "UnsupportedFeature.VpcPeerIpv6",
    { kind: "unsupported", remedy: "Leave `ipv6` out: this region has no IPv6 routes to connections." },
  ],
  ["OperationUnsupported.*", { kind: "invalid" }],
];

/** What a code means as an answer to this action, if that is about routes and this is a matter of theirs. */
export function routeMeaning(code: string, action: string): Meaning | undefined {
  if (!action.includes("Route")) return undefined;
  if (/^(Forbidden\.(RAM|NoPermission|VRouterNotFound)|Forbbiden$|NoPermission)/.test(code)) {
    const remedy = `Allow these keys \`vpc:${action}\` in RAM (see "With routes" in docs/alicloud.md).`;
    return { kind: "permission", remedy };
  }
  const known = meaningIn(MEANINGS, code);
  return known.kind === "unknown" ? undefined : known;
}
