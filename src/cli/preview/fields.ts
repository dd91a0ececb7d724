import { UNKNOWN } from "../../model/unknown";
import type { Json } from "./json";
import { asObject } from "./json";
import type { Step } from "./steps";

/** One property that differs. */
export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** Which inputs differ, to the last part of their paths. */
export function fieldsOf({ before, after, differing }: Step): FieldChange[] {
  const [olds, news] = [leavesOf(before?.inputs ?? {}), leavesOf(after?.inputs ?? {})];
  const paths = [...new Set([...olds.keys(), ...news.keys()])];
  const changed = paths
    .map((path) => ({ path, before: olds.get(path), after: news.get(path) }))
    .filter(
      (field) => field.after === UNKNOWN || JSON.stringify(field.before) !== JSON.stringify(field.after),
    );
  const roots = new Set(changed.map(({ path }) => rootOf(path)));
  // What differs although it reads the same: a secret.
  const unseen = differing
    .filter((path) => !path.startsWith("__") && !roots.has(rootOf(path)))
    .map((path) => ({ path, before: olds.get(path), after: news.get(path) }));
  return [...changed, ...unseen];
}

function leavesOf(inputs: Json, prefix = ""): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [key, value] of Object.entries(inputs)) {
    if (key.startsWith("__")) continue;
    const inner = asObject(value);
    if (inner === undefined) leaves.set(prefix + key, value);
    else for (const [path, leaf] of leavesOf(inner, `${prefix}${key}.`)) leaves.set(path, leaf);
  }
  return leaves;
}

function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}
