import type { CloudName, FactsByCloud } from "./clouds";
import { CLOUDS, factsOf } from "./clouds";
import type { CloudFacts, Values } from "./clouds/facts";

/** The properties that a cloud has. */
export type PropertyOf<Facts extends CloudFacts> = keyof Facts["properties"];

/** The properties that any cloud has. */
export type PropertyName = { [C in CloudName]: PropertyOf<FactsByCloud[C]> }[CloudName];

type Holds<P, Rows> = P extends keyof Rows
  ? Rows[P] extends { holds: infer H extends keyof Values }
    ? H
    : never
  : never;

/** What a program can declare of a connection besides its two ends, on whichever cloud. */
export type Properties = {
  [P in PropertyName]?: Values[{ [C in CloudName]: Holds<P, FactsByCloud[C]["properties"]> }[CloudName]];
};

/** Every property of any cloud, in the order of their tables. */
export const PROPERTY_NAMES = [
  ...new Set(CLOUDS.flatMap((cloud) => Object.keys(factsOf(cloud).properties))),
] as PropertyName[];

/** Whether a cloud can change a property of a connection that exists. */
export function isChangedInPlace(name: PropertyName, cloud: CloudName): boolean {
  return factsOf(cloud).properties[name]?.effect === "inPlace";
}

/** The property that changes if a connection gets another owner's mark. */
export function markProperty(cloud: CloudName): PropertyName {
  const { markedIn, remarkedIn } = factsOf(cloud);
  return remarkedIn?.property ?? markedIn;
}

/** The properties that some cloud can be asked to change in place. */
export const SYNCABLE = PROPERTY_NAMES.filter((name) =>
  CLOUDS.some((cloud) => isChangedInPlace(name, cloud)),
);

/** The tags that people and programs gave, without those that clouds and their tools put on by themselves. */
export function ownTags(tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !isForeign(key)));
}

function isForeign(key: string): boolean {
  return CLOUDS.some((cloud) => factsOf(cloud).foreignTags?.test(key) === true);
}
