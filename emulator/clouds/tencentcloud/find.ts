import { type PeeringRecord, type PeeringSide, sidesOf } from "../../core/store/peering";
import type { PeeringStatus } from "../../core/store/status";
import type { ActionContext } from "./action";
import { apiError } from "./errors";
import { checkPeeringId } from "./rules/ids";
import { refuseWhileLocked, vpcIdsOf } from "./rules/locks";
import { wordOf } from "./words";

const dead: ReadonlySet<PeeringStatus> = new Set(["rejected", "expired", "failed"]);

/** Every peering that is there, for some account to see, or at least to stand in the way: all, or those that join these VPCs. */
export function existing({ core }: ActionContext, vpcIds: readonly string[] = []): PeeringRecord[] {
  return core.peerings.list("tencentcloud", vpcIds).filter(isStanding);
}

/** The peering with this id, if it is there. */
export function existingPeering({ core }: ActionContext, id: string): PeeringRecord | undefined {
  const peering = core.peerings.find(id);
  return peering?.cloud === "tencentcloud" && isStanding(peering) ? peering : undefined;
}

function isStanding({ erased, status }: PeeringRecord): boolean {
  return !erased && status !== "deleted";
}

/** Those of these peerings that the caller can read from the region it calls. */
export function readable(context: ActionContext, peerings: readonly PeeringRecord[]): PeeringRecord[] {
  const { core, settings } = context;
  const { createShowsAfterMs } = settings.guesses;
  return peerings
    .filter(({ createdAt }) => createShowsAfterMs === 0 || core.clock.now() >= createdAt + createShowsAfterMs)
    .filter((peering) => isThere(context, peering) && isAddressed(context, peering));
}

/** Whether a peering is there, or was lately, for those who may still see that it is gone. */
function isThere({ core, settings, caller }: ActionContext, peering: PeeringRecord): boolean {
  const { cloud, erased, deletedAt, attributes, requester, status } = peering;
  const { deletedReadableMs, deletedReadableBy, rejectedReadableByAccepter } = settings.guesses;
  if (cloud !== "tencentcloud" || erased) return false;
  const isRejecter = status === "rejected" && requester.account !== caller.uin;
  if (isRejecter && !rejectedReadableByAccepter) return false;
  if (deletedAt === null) return true;
  const isForCaller = deletedReadableBy === "both" || attributes["deletedBy"] !== caller.uin;
  return isForCaller && core.clock.now() < deletedAt + deletedReadableMs;
}

/** Whether the caller is a party, and calls the region of a side of its own. */
function isAddressed({ settings, caller, region }: ActionContext, peering: PeeringRecord): boolean {
  const own = sidesOwned(peering, caller.uin);
  return settings.guesses.callsCheckRegion ? own.some((side) => side.region === region) : own.length > 0;
}

/** The ends that the account owns. */
function sidesOwned(peering: PeeringRecord, uin: string): PeeringSide[] {
  return sidesOf(peering).filter(({ account }) => account === uin);
}

/** The peering that PeeringConnectionId names, if the caller may do something with it. */
export function findPeering(context: ActionContext): PeeringRecord {
  const id = context.params.text("PeeringConnectionId") ?? "";
  checkPeeringId(context, "PeeringConnectionId", id);
  const peering = existingPeering(context, id);
  if (!peering) throw apiError("ResourceNotFound", id);
  if (sidesOwned(peering, context.caller.uin).length === 0) {
    throw apiError(context.settings.guesses.strangerCode, id);
  }
  if (!isAddressed(context, peering)) throw apiError("ResourceNotFound", id);
  refuseWhileLocked(context, vpcIdsOf(peering));
  return peering;
}

/** The peering that the caller wants to accept or reject, which only its accepter may, while it waits for that. */
export function requestToAnswer(context: ActionContext): PeeringRecord {
  const peering = findPeering(context);
  const isSameAccount = peering.requester.account === peering.accepter.account;
  if (peering.accepter.account !== context.caller.uin) throw purviewError(peering);
  // What is being made within one account is PENDING too, and not to be answered.
  if (peering.status !== "pending" || isSameAccount) throw wrongState(peering);
  return peering;
}

export function purviewError({ id }: PeeringRecord): Error {
  return apiError("UnsupportedOperation.VpcPeerPurviewError", id);
}

function wrongState(peering: PeeringRecord): Error {
  return apiError("UnsupportedOperation.VpcPeerInvalidStateChange", peering.id, wordOf(peering));
}

/** Whether a peering is rejected, expired or failed. */
export function isDead(peering: PeeringRecord): boolean {
  return dead.has(peering.status);
}
