import type { CloudName } from "./clouds";
import { factsOf } from "./clouds";
import { shown, shownName } from "./shown";
import { isKnown } from "./unknown";

/** What a program says of the regions of a connection's requester and accepter. */
export type Regions = readonly [requester: unknown, accepter: unknown];

/**
 * What is wrong with the properties of a connection, as its two regions tell: some are of links between regions, and some
 * such links cannot do without. What is not known yet passes.
 */
export function complaintsAboutRegions(
  cloud: CloudName,
  said: Readonly<Record<string, unknown>>,
  regions: Regions,
): string[] {
  const { title, betweenRegions, properties } = factsOf(cloud);
  const [from, to] = regions;
  if (areTwo(regions) && betweenRegions !== undefined) {
    return [
      `requester.region is ${shown(from)}, accepter.region is ${shown(to)}: ${title} peers VPCs of one region only. ${betweenRegions}`,
    ];
  }
  return Object.entries(properties).flatMap(([name, { of, needed }]) => {
    const value = said[name];
    if (of === "link" && isOne(regions) && value !== undefined && isKnown(value)) {
      return [
        `${name} is ${shown(value)}: it is for connections between regions, and both VPCs are in ${nameOf(to)}. Remove it.`,
      ];
    }
    if (needed === undefined || value !== undefined || !areTwo(regions)) return [];
    return [
      `${name} is missing: a connection between two regions (${nameOf(from)} and ${nameOf(to)}) needs one, ${needed}.`,
    ];
  });
}

/** Whether both regions are there, known and equal. */
function isOne([from, to]: Regions): boolean {
  return from !== undefined && isKnown(from) && from === to;
}

/** Whether both are there and known, and differ. */
function areTwo([from, to]: Regions): boolean {
  return typeof from === "string" && typeof to === "string" && isKnown([from, to]) && from !== to;
}

function nameOf(region: unknown): string {
  return shownName([String(region)]);
}
