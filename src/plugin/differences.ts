import { isSame } from "../provider/lifecycle/isSame";

/** How a property differs: it is new, gone, or another. */
export type Difference = "added" | "deleted" | "changed";

/**
 * Which properties differ, by their paths: `tags.team`, `requester.vpcId`. Lists are compared as a whole, as people read
 * them.
 */
export function differencesIn(before: object, after: object, above = ""): Map<string, Difference> {
  const all = new Map<string, Difference>();
  const [olds, news] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    // What the parts of this package tell one another is nothing to show.
    if (above === "" && name.startsWith("__")) continue;
    const path = pathOf(above, name);
    const [old, now] = [olds[name], news[name]];
    if (isObject(old) && isObject(now)) {
      for (const [inner, how] of differencesIn(old, now, path)) all.set(inner, how);
    } else if (old === undefined && now !== undefined) all.set(path, "added");
    else if (now === undefined && old !== undefined) all.set(path, "deleted");
    else if (!isSame(old, now)) all.set(path, "changed");
  }
  return all;
}

/** A path as the engine writes it. */
function pathOf(above: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${above}["${name.replaceAll('"', '\\"')}"]`;
  return above === "" ? name : `${above}.${name}`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
