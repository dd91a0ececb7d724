import type { InputName } from "./effects";
import { effectOf, ruleOf } from "./effects";
import type { CloudName, Owner, Properties } from "./peering";

/** What an in-place property is set to in order to clear it. */
const NOTHING: Readonly<Partial<Record<InputName, unknown>>> = { tags: {}, description: "" };

/** What is declared now, and what was declared once and is not any more as cleared, if the cloud can do that. */
export function withCleared<T extends Properties>(before: Properties, now: T, cloud: CloudName): T {
  const dropped = SYNCABLE.filter(
    (key) => ruleOf(key, cloud)?.unset === "cleared" && before[key] !== undefined && now[key] === undefined,
  );
  return { ...now, ...Object.fromEntries(dropped.map((key) => [key, NOTHING[key]])) };
}

/** The properties that a cloud can be asked to change in place. */
export const SYNCABLE = [
  "name",
  "description",
  "tags",
  "bandwidth",
  "linkType",
  "chargeType",
  "resourceGroupId",
] as const satisfies readonly (keyof Properties)[];

/** The property that an ownership mark is kept in. */
const MARKED_IN: Record<CloudName, InputName> = {
  alicloud: "tags",
  tencentcloud: "tags",
  huaweicloud: "description",
};

/** What of a declaration this cloud can change on a connection that exists, its owner's mark included. */
export function changeable<T extends Properties & { owner?: Owner }>(declared: T, cloud: CloudName): T {
  const isFixed = (name: string): boolean =>
    name === "owner"
      ? effectOf(MARKED_IN[cloud], cloud) !== "inPlace"
      : (SYNCABLE as readonly string[]).includes(name) && effectOf(name as InputName, cloud) !== "inPlace";
  return Object.fromEntries(Object.entries(declared).filter(([name]) => !isFixed(name))) as T;
}

/** What has to change on a connection: the wanted values, and the tags to set and to drop. */
export interface Difference {
  /** The mark to put on it, if it bears none or another. */
  owner?: Owner;
  set: Omit<Properties, "tags">;
  setTags: Record<string, string>;
  dropTags: string[];
}

/** Tag keys that clouds and their tools put on resources by themselves. */
const FOREIGN_TAGS = /^(acs:|aliyun|qcs:)/;

/** What to change so that what is observed becomes what is declared; nothing if it is so already. */
export function difference(
  declared: Properties & { owner?: Owner },
  observed: Properties & { owner?: Owner },
): Difference | undefined {
  const set: Record<string, unknown> = {};
  for (const key of SYNCABLE) {
    if (key !== "tags" && declared[key] !== undefined && declared[key] !== observed[key])
      set[key] = declared[key];
  }
  const setTags: Record<string, string> = {};
  const dropTags: string[] = [];
  if (declared.tags !== undefined) {
    const present = observed.tags ?? {};
    for (const [key, value] of Object.entries(declared.tags)) {
      if (!Object.hasOwn(present, key) || present[key] !== value) setTags[key] = value;
    }
    for (const key of Object.keys(ownTags(present)))
      if (!Object.hasOwn(declared.tags, key)) dropTags.push(key);
  }
  const { owner } = declared;
  const isMarked = owner === undefined || owner.marker === observed.owner?.marker;
  const changed = Object.keys(set).length + Object.keys(setTags).length + dropTags.length;
  if (changed === 0 && isMarked) return undefined;
  return { set, setTags, dropTags, ...(isMarked ? {} : { owner }) };
}

/** The tags that people and programs gave. */
export function ownTags(tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !FOREIGN_TAGS.test(key)));
}
