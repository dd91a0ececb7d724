import type { Action } from "../action";
import { labelsFor } from "../labels";
import { tagList } from "../params";
import { checkTags, mergedTags } from "../rules/tags";
import { checkResourceType, namedResources } from "../rules/taggedResources";

/** Writes tags on peerings; a key that is there already gets the new value. */
export const tagResources: Action = {
  required: ["RegionId", "ResourceType", "ResourceId", "Tag"],
  clientToken: true,
  perMinute: 1000,
  prepare(context) {
    checkResourceType(context);
    const tags = tagList(context.params, "Tag");
    checkTags(tags);
    const changes = namedResources(context).map((peering) => {
      const labels = labelsFor(peering, context.caller.accountId, context.settings.guesses).tags;
      return { labels, tags: mergedTags(labels.tags, tags) };
    });
    return () => {
      for (const change of changes) change.labels.tags = change.tags;
      return { Success: true };
    };
  },
};
