import type { PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { existing, isParty, sidesOwned } from "../find";
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
  const visible = visibleResources(context);
  return ids.map((id) => {
    const peering = visible.find((one) => one.id === id);
    if (!peering) throw apiError("InvalidInstanceIds.NotFound");
    return peering;
  });
}

/** Every peering that the caller may tag in the region of the call. */
export function visibleResources(context: ActionContext): PeeringRecord[] {
  const { caller, params, settings } = context;
  const region = params.get("RegionId");
  return existing(context).filter(
    (peering) =>
      isParty(peering, caller.accountId) &&
      (!settings.guesses.tagsCheckRegion ||
        sidesOwned(peering, caller.accountId).some((side) => side.region === region)),
  );
}
