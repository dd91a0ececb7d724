import { isKnown } from "../../../model/unknown";
import type { CrossFieldRule, RawInputs } from "./inputs";

/** What the two ends of a connection say of one thing, such as their regions. */
export function bothEnds(inputs: RawInputs, what: "vpcId" | "region"): [unknown, unknown] {
  const { requester, accepter } = inputs as Record<string, Record<string, unknown> | null | undefined>;
  return [requester?.[what], accepter?.[what]];
}

/** Whether two values are there, known and equal. */
function same([a, b]: readonly [unknown, unknown]): boolean {
  return a !== undefined && isKnown(a) && a === b;
}

/** Whether two texts are there and known, and differ. */
export function differ([a, b]: readonly [unknown, unknown]): boolean {
  return typeof a === "string" && typeof b === "string" && isKnown([a, b]) && a !== b;
}

/** The two ends are two VPCs. */
export const twoVpcs: CrossFieldRule = (inputs) => {
  const ends = bothEnds(inputs, "vpcId");
  if (!same(ends)) return undefined;
  return `requester.vpcId and accepter.vpcId are both ${JSON.stringify(ends[0])}: a VPC cannot be connected with itself.`;
};

/** A property is for connections between two regions. */
export function betweenRegionsOnly(property: string): CrossFieldRule {
  return (inputs) => {
    const given = inputs[property];
    const regions = bothEnds(inputs, "region");
    if (given === undefined || !isKnown(given) || !same(regions)) return undefined;
    return `${property} is ${JSON.stringify(given)}: it is for connections between regions, and both VPCs are in ${String(regions[0])}. Remove it.`;
  };
}

/** There are at most so many tags, one of the cloud's own limit being the owner's mark. */
export function fewerTagsThan(limit: number): CrossFieldRule {
  return ({ tags }) => {
    const count = Object.keys(tagsGiven(tags)).length;
    if (count < limit) return undefined;
    return `tags has ${count} entries: at most ${limit - 1} are allowed, since one of the cloud's ${limit} marks the owner.`;
  };
}

/** Tags as they are given, if they are an object. */
export function tagsGiven(tags: unknown): Readonly<Record<string, unknown>> {
  return typeof tags === "object" && tags !== null ? (tags as Record<string, unknown>) : {};
}
