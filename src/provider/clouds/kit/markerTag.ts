import { STACK_CHARACTERS } from "../../../model/owner";
import type { Owner } from "../../../model/peering";

/** The tag that says who made a connection, on clouds that have tags. */
export const MARKER_TAG = "pulumi-vpc-peering";

const LONGEST_VALUE = 128;

/** The tag's value: the hash, then the stack in words. */
export function markerValue({ marker, stack }: Owner): string {
  return (stack === undefined ? marker : `${marker} ${stack}`).slice(0, LONGEST_VALUE);
}

/** The description of a route, which says who made it. */
export function routeMark(marker: string): string {
  return `${MARKER_TAG} ${marker}`;
}

/** Whether the description of a route is a mark of the same stack as another mark of a route. */
export function isMarkOfStack(description: string, mark: string): boolean {
  const ofStack = mark.slice(0, routeMark("").length + STACK_CHARACTERS);
  return mark.startsWith(routeMark("")) && description.startsWith(ofStack);
}

/** Takes the marker out of a connection's tags. */
export function splitTags(all: Record<string, string>): { tags: Record<string, string>; owner?: Owner } {
  const { [MARKER_TAG]: value, ...tags } = all;
  if (value === undefined) return { tags };
  const [marker = "", stack] = value.split(" ", 2);
  return { tags, owner: stack === undefined ? { marker } : { marker, stack } };
}

/** A tag as Alibaba Cloud and Tencent Cloud write it. */
export interface Tag {
  Key: string;
  Value: string;
}

/** Tags in order, with the owner's mark among them. */
export function tagList(tags: Record<string, string> | undefined, owner: Owner | undefined): Tag[] {
  const mark = owner === undefined ? {} : { [MARKER_TAG]: markerValue(owner) };
  return Object.entries({ ...tags, ...mark })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));
}

/** Tags, and the owner's mark among them, as a row lists them. */
export function tagsIn(
  rows: readonly { Key: string; Value?: string | null | undefined }[] | null | undefined,
) {
  return splitTags(Object.fromEntries((rows ?? []).map(({ Key, Value }) => [Key, Value ?? ""])));
}
