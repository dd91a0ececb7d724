import { apiError, illegal } from "../errors";
import type { Tag } from "../params";

/** How many tags one peering, or one call, may carry. */
const maxTags = 20;

const reserved = (text: string) => /^(aliyun|acs:)/i.test(text);
const hasUrl = (text: string) => /https?:\/\//i.test(text);

/** Checks the tags of a call. */
export function checkTags(tags: readonly Tag[]): void {
  if (tags.length > maxTags) throw apiError("NumberExceed.Tags");
  if (tags.some(({ key }) => reserved(key))) throw apiError("Forbidden.TagKeys");
  if (tags.some(({ key }) => key.length < 1 || key.length > 128 || hasUrl(key))) throw illegal("TagKey");
  if (tags.some(({ value }) => value.length > 128 || reserved(value) || hasUrl(value)))
    throw illegal("TagValue");
  if (new Set(tags.map(({ key }) => key)).size < tags.length) throw apiError("Forbidden.TagKey.Duplicated");
}

/** The tags a peering has once `added` are written over those it had. */
export function mergedTags(
  had: Readonly<Record<string, string>>,
  added: readonly Tag[],
): Record<string, string> {
  const merged = { ...had, ...Object.fromEntries(added.map(({ key, value }) => [key, value])) };
  if (Object.keys(merged).length > maxTags) throw apiError("NumberExceed.Tags");
  return merged;
}
