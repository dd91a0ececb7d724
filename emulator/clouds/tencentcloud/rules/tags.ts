import { apiError } from "../errors";
import type { Params } from "../params";

interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

const mostTags = 50;

/** The tags of a call. A missing value is an empty one. */
export function readTags(params: Params): Record<string, string> {
  const tags = params.objects("Tags") as readonly Tag[];
  if (tags.length > mostTags) throw apiError("InvalidParameterValue.LimitExceeded", "Tags");
  const isBad = ({ Key = "", Value = "" }: Tag) =>
    Key === "" || Key.length > 127 || Value.length > 255 || /^(qcs:|project$)/i.test(Key);
  if (tags.some(isBad) || new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw apiError("InvalidParameterValue", "Tags");
  }
  return Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value]));
}
