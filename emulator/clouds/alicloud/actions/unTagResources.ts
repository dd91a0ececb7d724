import type { Action } from "../action";
import { apiError, missing } from "../errors";
import { labelsFor } from "../labels";
import { flag, textList } from "../params";
import { checkResourceType, namedResources } from "../rules/taggedResources";

const maxKeys = 20;

/** Removes tags from peerings: those named, or with All every one. */
export const unTagResources: Action = {
  required: ["RegionId", "ResourceType", "ResourceId"],
  clientToken: true,
  perMinute: 1000,
  prepare(context) {
    checkResourceType(context);
    const keys = textList(context.params, "TagKey");
    const all = flag(context.params, "All") && keys.length === 0;
    if (keys.length === 0 && !all) throw missing("TagKey");
    if (keys.length > maxKeys) throw apiError("NumberExceed.Tags");
    const peerings = namedResources(context);
    return () => {
      for (const peering of peerings) {
        const labels = labelsFor(peering, context.caller.accountId, context.settings.guesses).tags;
        const kept = Object.entries(labels.tags).filter(([key]) => !all && !keys.includes(key));
        labels.tags = Object.fromEntries(kept);
      }
      return { Success: true };
    };
  },
};
