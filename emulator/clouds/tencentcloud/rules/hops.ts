import { type Block, blocksIn, blockText, contains } from "../../../core/addresses/block";
import type { Hop } from "../../../core/routes/route";
import { isIntraRegion, type PeeringRecord, sidesOf } from "../../../core/store/peering";
import { blocksOfVpc, ipv4BlocksOf, type Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { existingPeering } from "../find";
import { routing } from "../routing";
import { checkPeeringId } from "./ids";
import type { RouteParam } from "./routeParams";

/** What else a route can lead to. Whether such things are there is not looked at: the world has none. */
const otherTypes = [
  "CVM",
  "VPN",
  "DIRECTCONNECT",
  "HAVIP",
  "NAT",
  "NORMAL_CVM",
  "EIP",
  "LOCAL_GATEWAY",
  "INTRANAT",
  "USER_CCN",
  "GWLB_ENDPOINT",
];

/** What a route of a VPC is to lead to. A peering must be the VPC's own and active, and the destination in its other VPC. */
export function readHop(context: ActionContext, vpc: Vpc, destination: Block, param: RouteParam): Hop {
  const { GatewayType: type = "", GatewayId: id = "" } = param;
  if (type === "") throw apiError("MissingParameter", "GatewayType");
  if (id === "") throw apiError("MissingParameter", "GatewayId");
  if (type !== routing.hopTypes.peering) {
    if (!otherTypes.includes(type)) throw apiError("InvalidParameterValue", "GatewayType");
    return { kind: "other", type, id };
  }
  checkPeering(context, vpc, destination, id);
  return { kind: "peering", type, id };
}

function checkPeering(context: ActionContext, vpc: Vpc, destination: Block, id: string): void {
  const { guesses } = context.settings;
  checkPeeringId(context, "GatewayId", id);
  const peering = existingPeering(context, id);
  if (!peering) throw apiError(guesses.unknownHopCode, id);
  const isOwn = ({ vpcId, account }: { vpcId: string; account: string }) =>
    vpcId === vpc.vpcId && account === vpc.account;
  if (!sidesOf(peering).some(isOwn)) throw apiError(guesses.foreignHopCode, id);
  if (peering.status !== "active") throw apiError(guesses.inactiveHopCode, id);
  if (destination.version === 6 && !takesIpv6(context, peering)) throw apiError("UnsupportedOperation", id);
  const other = sidesOf(peering).find((side) => !isOwn(side));
  const peer = other && context.core.vpcs.find("tencentcloud", other.vpcId, other.account);
  // A VPC that the world does not list may have any blocks.
  if (peer && !blocksOfPeer(context, peer).some((block) => contains(block, destination)))
    throw apiError("InvalidParameterValue.CidrNotInPeerVpc", blockText(destination));
}

function blocksOfPeer({ settings }: ActionContext, peer: Vpc): Block[] {
  const primary = [...ipv4BlocksOf(peer).slice(0, 1), ...peer.ipv6CidrBlocks];
  return blocksIn(settings.guesses.peerBlocksAre === "all" ? blocksOfVpc(peer) : primary);
}

function takesIpv6({ settings }: ActionContext, peering: PeeringRecord): boolean {
  const { ipv6Peerings } = settings.guesses;
  return ipv6Peerings === "all" || (ipv6Peerings === "intraRegion" && isIntraRegion(peering));
}
