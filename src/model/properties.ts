import type { CloudName, Owner, Properties } from "./peering";

/** What a change of an input does to the connection. */
export type Effect =
  | "inPlace" // the cloud changes it
  | "replace" // the cloud can't: delete, then create
  | "stateOnly" // only this package uses it: the outputs are rewritten, no call is made
  | "none"; // nobody needs to know

/** Every input of a Connection and what its change does, where the cloud has no rule of its own. */
const EFFECTS = {
  cloud: "replace",
  "requester.vpcId": "replace",
  "requester.region": "replace",
  "requester.account": "replace",
  "accepter.vpcId": "replace",
  "accepter.region": "replace",
  "accepter.account": "replace",
  name: "inPlace",
  description: "inPlace",
  tags: "inPlace",
  bandwidth: "inPlace",
  linkType: "inPlace",
  qosLevel: "replace",
  chargeType: "inPlace",
  resourceGroupId: "inPlace",
  waitFor: "inPlace",
  adopt: "stateOnly",
  forceDelete: "stateOnly",
  timeouts: "stateOnly",
  preflight: "none",
} as const satisfies Record<string, Effect>;

/** The inputs that {@link effectOf} knows. */
export type InputName = keyof typeof EFFECTS;

/** Every input name, in the order of the table. */
export const INPUT_NAMES = Object.keys(EFFECTS) as InputName[];

/** Where a cloud differs from the table. */
const EXCEPTIONS: Partial<Record<CloudName, Partial<Record<InputName, Effect>>>> = {
  // Tags are given at creation only, and how the tag service calls a connection is not documented.
  tencentcloud: { tags: "replace" },
};

/** Why a cloud replaces a connection for a change that others make in place, as a full clause. */
const REASONS: Partial<Record<CloudName, Partial<Record<InputName, string>>>> = {
  tencentcloud: { tags: "Tencent Cloud takes tags only when a connection is made" },
};

/** Why this change replaces the connection, where that may come as a surprise. */
export function whyReplaced(input: InputName, cloud: CloudName): string | undefined {
  return REASONS[cloud]?.[input];
}

/** What a change of this input does on this cloud. */
export function effectOf(input: InputName, cloud: CloudName): Effect {
  return EXCEPTIONS[cloud]?.[input] ?? EFFECTS[input];
}

/** In-place properties that every cloud, or this one, can be asked to clear; the others keep their last value. */
const CLEARABLE: Record<CloudName, readonly InputName[]> = {
  alicloud: ["tags"],
  tencentcloud: ["tags"],
  huaweicloud: ["description"],
};

/** What an in-place property is set to in order to clear it. */
const NOTHING: Readonly<Partial<Record<InputName, unknown>>> = { tags: {}, description: "" };

/** What is declared now, and what was declared once and is not any more as cleared, if the cloud can do that. */
export function withCleared<T extends Properties>(before: Properties, now: T, cloud: CloudName): T {
  const dropped = SYNCABLE.filter(
    (key) => CLEARABLE[cloud].includes(key) && before[key] !== undefined && now[key] === undefined,
  );
  return { ...now, ...Object.fromEntries(dropped.map((key) => [key, NOTHING[key]])) };
}

/** Whether a property that is not declared any more keeps its value in the cloud. */
export function isKeptWhenUnset(input: InputName, cloud: CloudName): boolean {
  const isProperty = (SYNCABLE as readonly string[]).includes(input);
  return isProperty && effectOf(input, cloud) === "inPlace" && !CLEARABLE[cloud].includes(input);
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
