import { sidesOf } from "../../../core/store/peering";
import type { Hop } from "../../../core/routes/route";
import type { Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { refusedByService } from "../errors";
import { existingPeering } from "../find";
import { routing } from "../routing";
import { wordOf } from "../words";
import { badParam } from "./tableBodies";

/** What else a route can lead to. Whether such things are there is not looked at: the world has none. */
const otherTypes = ["ecs", "eni", "vip", "nat", "vpn", "dc", "cc", "egw", "er", "subeni"];

/** What a route of a VPC is to lead to. A peering must be the VPC's own, and active. */
export function readHop(context: ActionContext, vpc: Vpc, hop: { type: string; id: string }): Hop {
  const { unknownHop, foreignHop, inactiveHop, pendingHopIsTaken } = context.settings.guesses;
  if (hop.type !== routing.hopTypes.peering) {
    if (!otherTypes.includes(hop.type)) throw badParam(`type ${hop.type} is not valid`);
    return { kind: "other", ...hop };
  }
  const peering = existingPeering(context, hop.id);
  if (!peering) throw refusedByService(unknownHop, hop.id);
  const isOwn = sidesOf(peering).some(({ vpcId, account }) => vpcId === vpc.vpcId && account === vpc.account);
  if (!isOwn) throw refusedByService(foreignHop, hop.id);
  const isFine = peering.status === "active" || (peering.status === "pending" && pendingHopIsTaken);
  if (!isFine) throw refusedByService(inactiveHop, wordOf(peering));
  return { kind: "peering", ...hop };
}
