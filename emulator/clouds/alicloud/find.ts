import { type PeeringRecord, type PeeringSide, sidesOf } from "../../core/store/peering";
import type { PeeringStatus } from "../../core/store/status";
import type { ActionContext } from "./action";
import { apiError } from "./errors";

const dead: ReadonlySet<PeeringStatus> = new Set(["rejected", "expired", "failed"]);

/** Every peering that is still there for some account to see: all, or those that join these VPCs. */
export function existing(context: ActionContext, vpcIds: readonly string[] = []): PeeringRecord[] {
  return context.core.peerings.list("alicloud", vpcIds).filter((peering) => isThere(context, peering));
}

/** The peering with this id, if it is still there for some account to see. */
export function existingPeering(context: ActionContext, id: string): PeeringRecord | undefined {
  const peering = context.core.peerings.find(id);
  return peering?.cloud === "alicloud" && isThere(context, peering) ? peering : undefined;
}

/** Whether calls can still see a peering: a deleted one stays readable for as long as the settings say. */
function isThere({ core, settings }: ActionContext, { cloud, erased, deletedAt }: PeeringRecord): boolean {
  if (cloud !== "alicloud" || erased) return false;
  return deletedAt === null || core.clock.now() < deletedAt + settings.guesses.deletedReadableMs;
}

/** Whether the account owns either end. */
export function isParty(peering: PeeringRecord, accountId: string): boolean {
  return sidesOf(peering).some(({ account }) => account === accountId);
}

/** The ends that the account owns. */
export function sidesOwned(peering: PeeringRecord, accountId: string): PeeringSide[] {
  return sidesOf(peering).filter(({ account }) => account === accountId);
}

/** The peering that InstanceId names, if the caller may know of it. */
export function findPeering(context: ActionContext): PeeringRecord {
  const peering = existingPeering(context, context.params.get("InstanceId") ?? "");
  if (!peering) throw apiError("ResourceNotFound.InstanceId", "InstanceId");
  if (!isParty(peering, context.caller.accountId))
    throw apiError(context.settings.guesses.strangerCode, "InstanceId");
  return peering;
}

/** Whether a peering is rejected, expired or failed. */
export function isDead(peering: PeeringRecord): boolean {
  return dead.has(peering.status);
}

/** The peering that the caller wants to accept or reject, which only its accepter may. */
export function requestToAnswer(context: ActionContext): PeeringRecord {
  const peering = findPeering(context);
  if (peering.accepter.account !== context.caller.accountId) {
    throw apiError(context.settings.guesses.wrongSideCode, peering.id);
  }
  return peering;
}
