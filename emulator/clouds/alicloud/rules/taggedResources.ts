import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { existing, existingPeering, isParty, sidesOwned } from "../find";
import { apiError } from "../errors";
import { textList } from "../params";

/** The one resource type that tags and resource groups here go with. */
export const resourceType = "PeerConnection";

const maxResources = 50;

/** Refuses any other resource type. */
export function checkResourceType({ params }: ActionContext): void {
  if (params.get("ResourceType") !== resourceType) throw apiError("InvalidInstanceType.NotFound");
}

/** The peerings that ResourceId names; each must be there for the caller. */
export function namedResources(context: ActionContext): PeeringRecord[] {
  const ids = textList(context.params, "ResourceId");
  if (ids.length > maxResources) throw apiError("NumberExceed.ResourceIds");
  return ids.map((id) => {
    const peering = visibleResource(context, id);
    if (!peering) throw apiError("InvalidInstanceIds.NotFound");
    return peering;
  });
}

/** Every peering that the caller may tag in the region of the call. */
export function visibleResources(context: ActionContext): PeeringRecord[] {
  return existing(context).filter((peering) => isVisible(context, peering));
}

/** The peering with this id, if the caller may tag it in the region of the call. */
export function visibleResource(context: ActionContext, id: string): PeeringRecord | undefined {
  const peering = existingPeering(context, id);
  return peering && isVisible(context, peering) ? peering : undefined;
}

function isVisible({ caller, params, settings }: ActionContext, peering: PeeringRecord): boolean {
  const region = params.get("RegionId");
  return (
    isParty(peering, caller.accountId) &&
    (!settings.guesses.tagsCheckRegion ||
      sidesOwned(peering, caller.accountId).some((side) => side.region === region))
  );
}
