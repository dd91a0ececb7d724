import type { CloudName } from "./clouds";
import { factsOf } from "./clouds";
import { defined } from "./defined";
import type { Owner } from "./peering";
import type { Properties, PropertyName } from "./properties";
import { isChangedInPlace, ownTags, PROPERTY_NAMES, SYNCABLE } from "./properties";

/** What has to change on a connection: the wanted values, and the tags to set and to drop. */
export interface Difference {
  /** The mark to put on it, if it bears none or another, or if this change would wipe it out. */
  owner?: Owner;
  set: Omit<Properties, "tags">;
  setTags: Record<string, string>;
  dropTags: string[];
}

type Marked = Properties & { owner?: Owner };

/** What to change so that what is observed becomes what is declared; nothing if it is so already. */
export function difference(declared: Marked, observed: Marked): Difference | undefined {
  const { owner } = declared;
  const set = otherValues(declared, observed);
  const { setTags, dropTags } = otherTags(declared.tags, observed.tags ?? {});
  const isMarked = owner === undefined || owner.marker === observed.owner?.marker;
  const changed = Object.keys(set).length + Object.keys(setTags).length + dropTags.length;
  if (changed === 0 && isMarked) return undefined;
  const mark = isMarked ? owner && rewritten(observed.owner, set) : owner;
  return { set, setTags, dropTags, ...defined({ owner: mark }) };
}

/** The mark that a change would wipe out, since it stands in a property that is written anew. */
function rewritten(mark: Owner | undefined, set: Difference["set"]): Owner | undefined {
  return mark?.within !== undefined && set[mark.within] !== undefined ? mark : undefined;
}

function otherValues(declared: Properties, observed: Properties): Omit<Properties, "tags"> {
  const differs = SYNCABLE.filter(
    (name) => name !== "tags" && declared[name] !== undefined && declared[name] !== observed[name],
  );
  return Object.fromEntries(differs.map((name) => [name, declared[name]]));
}

function otherTags(
  declared: Record<string, string> | undefined,
  present: Record<string, string>,
): Pick<Difference, "setTags" | "dropTags"> {
  if (declared === undefined) return { setTags: {}, dropTags: [] };
  const missing = Object.entries(declared).filter(
    ([key, value]) => !Object.hasOwn(present, key) || present[key] !== value,
  );
  const dropTags = Object.keys(ownTags(present)).filter((key) => !Object.hasOwn(declared, key));
  return { setTags: Object.fromEntries(missing), dropTags };
}

/** What of a declaration this cloud can change on a connection that exists. */
export function changeable<T extends Properties>(declared: T, cloud: CloudName): T {
  const isFixed = (name: string): boolean => {
    const property = PROPERTY_NAMES.find((one) => one === name);
    return property !== undefined && !isChangedInPlace(property, cloud);
  };
  return Object.fromEntries(Object.entries(declared).filter(([name]) => !isFixed(name))) as T;
}

/**
 * What an update has to write, of what is declared now: what is other than it was at the last look, and of the tags
 * those, over the tags that are there. All else is as a preview showed it or somebody else's, as with `ignoreChanges`.
 */
export function changedSince(before: Properties, now: Properties, seen: Properties): Properties {
  const names = PROPERTY_NAMES.filter((name) => name !== "tags" && now[name] !== before[name]);
  const tags = otherTags(now.tags, before.tags ?? {});
  const isRetagged = now.tags !== undefined && Object.keys(tags.setTags).length + tags.dropTags.length > 0;
  const kept = Object.entries(seen.tags ?? {}).filter(([key]) => !tags.dropTags.includes(key));
  return {
    ...Object.fromEntries(names.map((name) => [name, now[name]])),
    ...(isRetagged ? { tags: { ...Object.fromEntries(kept), ...tags.setTags } } : {}),
  };
}

/** What an in-place property is set to in order to clear it. */
const NOTHING: Readonly<Partial<Record<PropertyName, unknown>>> = { tags: {}, description: "" };

/** What is declared now, and what was declared once and is not any more as cleared, if the cloud can do that. */
export function withCleared<T extends Properties>(before: Properties, now: T, cloud: CloudName): T {
  const { properties } = factsOf(cloud);
  const dropped = SYNCABLE.filter(
    (name) => properties[name]?.unset === "cleared" && before[name] !== undefined && now[name] === undefined,
  );
  return { ...now, ...Object.fromEntries(dropped.map((name) => [name, NOTHING[name]])) };
}
