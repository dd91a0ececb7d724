import { type PeeringRecord, type PeeringSide, sidesOf } from "../../core/store/peering";
import type { PeeringStatus } from "../../core/store/status";
import type { ActionContext } from "./action";
import { apiError } from "./errors";

const dead: ReadonlySet<PeeringStatus> = new Set(["rejected", "expired", "failed"]);

/** Every connection that is still there for some account to see. */
export function existing(context: ActionContext): PeeringRecord[] {
  return context.core.peerings.list("alicloud").filter((peering) => isThere(context, peering));
}

/** Whether calls can still see a connection: a deleted one stays readable for as long as the settings say. */
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

/** The connection that InstanceId names, if the caller may know of it. */
export function findPeering(context: ActionContext): PeeringRecord {
  const peering = context.core.peerings.find(context.params.get("InstanceId") ?? "");
  if (!peering || !isThere(context, peering)) throw apiError("ResourceNotFound.InstanceId", "InstanceId");
  if (!isParty(peering, context.caller.accountId))
    throw apiError(context.settings.guesses.strangerCode, "InstanceId");
  return peering;
}

/** Whether a connection is rejected, expired or failed. */
export function isDead(peering: PeeringRecord): boolean {
  return dead.has(peering.status);
}

/** Whether a connection counts against a quota. */
export function countsAgainstQuota(peering: PeeringRecord, deadCounts: boolean): boolean {
  return peering.status !== "deleted" && (deadCounts || !isDead(peering));
}

/** Refuses a call while another one holds either VPC. */
export function refuseWhileLocked(
  { core }: ActionContext,
  ends: Pick<PeeringRecord, "requester" | "accepter">,
): void {
  if (core.locks.anyLocked("alicloud", vpcIdsOf(ends))) throw apiError("Conflict.Operation");
}

/** Locks both VPCs for as long as the world says. */
export function lockVpcs({ core }: ActionContext, ends: Pick<PeeringRecord, "requester" | "accepter">): void {
  core.locks.lock("alicloud", vpcIdsOf(ends));
}

/** Refuses a call whose connection is in a status the call does not go with. */
export function requireStatus(peering: PeeringRecord, allowed: readonly PeeringStatus[]): void {
  if (!allowed.includes(peering.status)) {
    throw apiError("IncorrectStatus.VpcPeer", "VpcPeer", peering.id);
  }
}

/** Refuses to touch what a cloud service manages by itself. */
export function refuseManaged(peering: PeeringRecord): void {
  if (peering.attributes["managedService"]) throw apiError("OperationDenied.ServiceManagedInstance");
}

function vpcIdsOf(ends: Pick<PeeringRecord, "requester" | "accepter">): string[] {
  return [ends.requester.vpcId, ends.accepter.vpcId];
}
