import type { Owner } from "../../../model/peering";

/** The tag that says who made a connection, on clouds that have tags. */
export const MARKER_TAG = "pulumi-vpc-peering";

const LONGEST_VALUE = 128;

/** The tag's value: the hash, then the stack in words. */
export function markerValue({ marker, stack }: Owner): string {
  return (stack === undefined ? marker : `${marker} ${stack}`).slice(0, LONGEST_VALUE);
}

/** Takes the marker out of a connection's tags. */
export function splitTags(all: Record<string, string>): { tags: Record<string, string>; owner?: Owner } {
  const { [MARKER_TAG]: value, ...tags } = all;
  if (value === undefined) return { tags };
  const [marker = "", stack] = value.split(" ", 2);
  return { tags, owner: stack === undefined ? { marker } : { marker, stack } };
}
