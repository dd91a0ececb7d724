import type { PeeringRecord } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { apiError, illegal } from "../errors";
import { labelsFor } from "../labels";
import { pageOf } from "../rules/paging";
import { pageSize, type Tag, tagList, textList } from "../params";
import { checkResourceType, namedResources, resourceType, visibleResources } from "../rules/taggedResources";

const categories = ["All", "Custom", "System"];

/** Lists the tags of peerings, those named or those that carry all tags given. */
export const listTagResources: Action = {
  required: ["RegionId", "ResourceType"],
  perMinute: 3000,
  prepare(context) {
    const { params } = context;
    checkResourceType(context);
    const size = pageSize(params, 50, 50);
    const tags = tagList(params, "Tag");
    const named = textList(params, "ResourceId").length > 0;
    if (!named && tags.length === 0) throw apiError("BothEmpty.TagsAndResources");
    if (tags.some(({ key }) => key === "")) throw apiError("InvalidTagKey");
    const category = params.get("Category") || "All";
    if (!categories.includes(category)) throw illegal("Category");

    return () => {
      const peerings = named ? namedResources(context) : visibleResources(context);
      // Only users write tags here, so none is of the system's.
      const rows = category === "System" ? [] : peerings.flatMap((peering) => rowsOf(context, peering, tags));
      const page = pageOf(rows, ({ sortKey }) => sortKey, params, size);
      return {
        NextToken: page.nextToken,
        MaxResults: size,
        TagResources: page.rows.map(({ fields }) => fields),
      };
    };
  },
};

function rowsOf({ caller, settings, params }: ActionContext, peering: PeeringRecord, wanted: readonly Tag[]) {
  const { tags } = labelsFor(peering, caller.accountId, settings.guesses).tags;
  const hasAll = wanted.every(
    ({ key, value }) => Object.hasOwn(tags, key) && (value === "" || tags[key] === value),
  );
  if (!hasAll) return [];
  return Object.keys(tags)
    .sort()
    .map((key) => ({
      sortKey: `${String(peering.seq).padStart(12, "0")} ${key}`,
      fields: {
        RegionNo: params.get("RegionId") ?? "",
        ResourceId: peering.id,
        ResourceType: resourceType,
        TagKey: key,
        TagValue: tags[key] ?? "",
      },
    }));
}
