import { type PeeringRecord, sidesOf } from "../../core/store/peering";
import type { PeeringStatus } from "../../core/store/status";
import type { ActionContext } from "./action";
import { neutronError, refused } from "./errors";
import { wordOf } from "./words";

const dead: ReadonlySet<PeeringStatus> = new Set(["rejected", "expired", "failed"]);

/** Every peering that is still there for some project to see: all, or those that join these VPCs. */
export function existing(context: ActionContext, vpcIds: readonly string[] = []): PeeringRecord[] {
  return context.core.peerings.list("huaweicloud", vpcIds).filter((peering) => isThere(context, peering));
}

/** The peering with this id, if it is still there for some project to see. */
export function existingPeering(context: ActionContext, id: string): PeeringRecord | undefined {
  const peering = context.core.peerings.find(id);
  return peering && isThere(context, peering) ? peering : undefined;
}

function isThere({ core, settings }: ActionContext, peering: PeeringRecord): boolean {
  const { cloud, erased, deletedAt, createdAt } = peering;
  if (cloud !== "huaweicloud" || erased || deletedAt !== null) return false;
  const age = core.clock.now() - createdAt;
  // A clock that was set back makes nothing invisible.
  return age < 0 || age >= settings.guesses.invisibleAfterCreateMs;
}

/** Whether the project owns either end. */
export function isParty(peering: PeeringRecord, projectId: string): boolean {
  return sidesOf(peering).some(({ account }) => account === projectId);
}

/** The peering that the path names, if the caller may know of it. */
export function findPeering(context: ActionContext): PeeringRecord {
  const peering = existingPeering(context, context.id);
  if (!peering) throw neutronError(404, "ResourceNotFound", `Resource ${context.id} could not be found.`);
  if (!isParty(peering, context.caller.projectId)) throw refused(context.settings.guesses.stranger);
  return peering;
}

/** The peering that the caller wants to accept or reject, which only its accepter may, and only while it waits. */
export function requestToAnswer(context: ActionContext): PeeringRecord {
  const { guesses } = context.settings;
  const peering = findPeering(context);
  if (peering.accepter.account !== context.caller.projectId) throw refused(guesses.wrongSide);
  if (peering.status !== "pending") throw refused(guesses.wrongState, wordOf(peering));
  return peering;
}

/** Whether a peering is rejected or expired. */
export function isDead(peering: PeeringRecord): boolean {
  return dead.has(peering.status);
}
