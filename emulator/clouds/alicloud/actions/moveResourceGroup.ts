import type { Action } from "../action";
import { apiError } from "../errors";
import { labelsFor } from "../labels";
import { resourceGroupOf } from "../rules/resourceGroup";
import { checkResourceType, visibleResource } from "../rules/taggedResources";

/** Puts a peering into another resource group. */
export const moveResourceGroup: Action = {
  required: ["RegionId", "ResourceId", "ResourceType", "NewResourceGroupId"],
  perMinute: 1000,
  prepare(context) {
    const { caller, params, settings } = context;
    checkResourceType(context);
    const peering = visibleResource(context, params.get("ResourceId") ?? "");
    if (!peering) throw apiError("ResourceNotFound.VpcPeer", "VpcPeer");
    const group = resourceGroupOf(params, "NewResourceGroupId", settings, caller.accountId);
    return () => {
      const { resourceGroup } = labelsFor(peering, caller.accountId, settings.guesses);
      resourceGroup.resourceGroupId = group ?? resourceGroup.resourceGroupId;
      return { Success: true };
    };
  },
};
