import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { existing, isDead } from "../find";
import { refused } from "../errors";

/** Refuses one peering more for a project in a region; a quota of 0 is off. */
export function refuseBeyondQuota(context: ActionContext, projectId: string, region: string): void {
  const quota = context.settings.quotas.perProject;
  if (quota > 0 && usedBy(context, projectId, region) >= quota)
    throw refused(context.settings.guesses.overQuota);
}

/** How many peerings count for a project, in one region or in all. */
export function usedBy(context: ActionContext, projectId: string, region?: string): number {
  return existing(context).filter(
    (peering) =>
      counts(context, peering, projectId) && (region === undefined || peering.requester.region === region),
  ).length;
}

function counts({ settings }: ActionContext, peering: PeeringRecord, projectId: string): boolean {
  const { deadCountsAgainstQuota, pendingCountsForAccepter } = settings.guesses;
  if (isDead(peering) && !deadCountsAgainstQuota) return false;
  if (peering.requester.account === projectId) return true;
  const isAnswered = peering.status !== "pending";
  return peering.accepter.account === projectId && (isAnswered || pendingCountsForAccepter);
}
