import type { CloudName } from "../../../model/clouds";
import { complaintsAboutRegions } from "../../../model/regions";
import { shown } from "../../../model/shown";
import { isKnown } from "../../../model/unknown";
import type { RawInputs } from "./schema";

/** A rule that looks at more than one input. Answers its complaints. */
export type CrossFieldRule = (inputs: RawInputs) => string | readonly string[] | undefined;

/** What the two ends of a connection say of one thing, such as their regions. */
function bothEnds(inputs: RawInputs, what: "vpcId" | "region"): [unknown, unknown] {
  const { requester, accepter } = inputs as Record<string, Record<string, unknown> | null | undefined>;
  return [requester?.[what], accepter?.[what]];
}

/** Whether two values are there, known and equal. */
function same([a, b]: readonly [unknown, unknown]): boolean {
  return a !== undefined && isKnown(a) && a === b;
}

/** The two ends are two VPCs. */
export const twoVpcs: CrossFieldRule = (inputs) => {
  const ends = bothEnds(inputs, "vpcId");
  if (!same(ends)) return undefined;
  return `requester.vpcId and accepter.vpcId are both ${shown(ends[0])}: a VPC cannot be connected with itself.`;
};

/** What the regions of both ends allow, and what they ask for. */
export function fitForRegions(cloud: CloudName): CrossFieldRule {
  return (inputs) => complaintsAboutRegions(cloud, inputs, bothEnds(inputs, "region"));
}

/** There are at most so many tags, one of the cloud's own limit being the owner's mark. */
export function fewerTagsThan(limit: number): CrossFieldRule {
  return ({ tags }) => {
    const count = Object.keys(tagsGiven(tags)).length;
    if (count < limit) return undefined;
    return `tags has ${count} entries: at most ${limit - 1} are allowed, since one of the cloud's ${limit} marks the owner.`;
  };
}

/** There are at most so many tags where none of them is the owner's mark. */
export function atMostTags(limit: number): CrossFieldRule {
  return ({ tags }) => {
    const count = Object.keys(tagsGiven(tags)).length;
    return count <= limit ? undefined : `tags has ${count} entries: at most ${limit} are allowed.`;
  };
}

/** Tags as they are given, if they are an object. */
export function tagsGiven(tags: unknown): Readonly<Record<string, unknown>> {
  return typeof tags === "object" && tags !== null ? (tags as Record<string, unknown>) : {};
}
