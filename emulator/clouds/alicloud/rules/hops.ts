import { sidesOf } from "../../../core/store/peering";
import type { Hop } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { existingPeering } from "../find";
import { routing } from "../routing";
import { wordOf } from "../words";

/** What else a route can lead to. Whether such things are there is not looked at: the world has none. */
const otherTypes = [
  "Instance",
  "HaVip",
  "RouterInterface",
  "NetworkInterface",
  "VpnGateway",
  "IPv6Gateway",
  "NatGateway",
  "Attachment",
  "Ipv4Gateway",
  "GatewayEndpoint",
  "CenBasic",
  "Ecr",
  "GatewayLoadBalancerEndpoint",
];

/** What a route of a VPC is to lead to: a peering must be the VPC's own, and active. */
export function readHop(
  context: ActionContext,
  vpc: Vpc,
  hop: { type: string; id: string },
  version: 4 | 6,
): Hop {
  const { guesses, regionsWithoutIpv6Peering } = context.settings;
  if (hop.type !== routing.hopTypes.peering) {
    if (!otherTypes.includes(hop.type)) throw apiError("InvalidNextHopType", hop.type);
    if (hop.id === "") throw apiError("InvalidNextHop.NotFound");
    return { kind: "other", ...hop };
  }
  const peering = existingPeering(context, hop.id);
  if (!peering || peering.status === "deleted") throw apiError(guesses.unknownHopCode, "VpcPeer");
  const isOwn = sidesOf(peering).some(({ vpcId, account }) => vpcId === vpc.vpcId && account === vpc.account);
  if (!isOwn) throw apiError(guesses.foreignHopCode, "VpcPeer");
  if (peering.status !== "active") throw apiError(guesses.inactiveHopCode, "VpcPeer", wordOf(peering));
  if (version === 6 && regionsWithoutIpv6Peering.includes(vpc.region))
    throw apiError("UnsupportedFeature.VpcPeerIpv6");
  return { kind: "peering", ...hop };
}
