import { z } from "zod";
import { spellingRemedy } from "../../../model/nearest";
import { shown, shownName } from "../../../model/shown";
import { UNKNOWN } from "../../../model/unknown";

/** Values as a program gives them, or as a state keeps them. */
export type RawInputs = Readonly<Record<string, unknown>>;

/** What every member has to be, by its name. */
export type Members = Readonly<Record<string, z.ZodType>>;

/** A value that passes a test, or is not known yet; `rule` completes the sentence "it must be …". */
export function value(test: (value: unknown) => boolean, rule: string): z.ZodType {
  return z.custom((given) => given === UNKNOWN || test(given), { error: rule });
}

/** Text of whole characters: the half of one cannot be sent. */
function isText(given: unknown): given is string {
  return typeof given === "string" && !/\p{Cs}/u.test(given);
}

/** Text that fits a pattern. */
export function textLike(pattern: RegExp, rule: string): z.ZodType {
  return value((given) => isText(given) && pattern.test(given), rule);
}

/** Text that fits a pattern, or a number that does so as text: as an account's id, if it has lost no digit. */
export function digitsLike(pattern: RegExp, rule: string): z.ZodType {
  return value(
    (given) => (typeof given === "string" || Number.isSafeInteger(given)) && pattern.test(String(given)),
    rule,
  );
}

/** One of a few words. */
export function oneOf(...words: string[]): z.ZodType {
  const rule = `one of ${words.map((word) => `"${word}"`).join(", ")}`;
  return value((given) => typeof given === "string" && words.includes(given), rule);
}

/** A whole number from `min` on. */
export function wholeNumber(min: number, unit: string): z.ZodType {
  return value(
    (given) => Number.isInteger(given) && (given as number) >= min,
    `a whole number of ${unit}, at least ${min}`,
  );
}

/** Any text. */
export const text = value(isText, "text");

/** true or false. */
export const truth = value((given) => typeof given === "boolean", "true or false");

/** An object with these members and no others, or one that is not known yet. */
export function objectOf(members: Members, rule: string): z.ZodType {
  // For a member that does not exist, the message lists those that do: the complaint names the one that is spelt most alike.
  const known = Object.keys(members).join(" ");
  const error = ({ code }: { code?: string }): string => (code === "unrecognized_keys" ? known : rule);
  return z.union([z.literal(UNKNOWN), z.strictObject(members, { error })]);
}

/** An object with these members, whatever else it has. */
export function openObjectOf(members: Members, rule: string): z.ZodType {
  return z.union([z.literal(UNKNOWN), z.looseObject(members, { error: () => rule })]);
}

/** A list of these, or one that is not known yet. */
export function listOf(member: z.ZodType, rule: string): z.ZodType {
  return z.union([z.literal(UNKNOWN), z.array(member, { error: () => rule })]);
}

/** Value by name, whatever the names: `__proto__`, too, which zod would pass over. Or not known yet. */
export function recordOf(member: z.ZodType, rule: string): z.ZodType {
  const isRecord = (given: unknown): boolean =>
    typeof given === "object" && given !== null && !Array.isArray(given);
  const members = z.custom<object>(isRecord, { error: rule }).superRefine((given, context) => {
    // zod calls this refinement even after `isRecord` has failed.
    for (const [name, part] of isRecord(given) ? Object.entries(given) : []) {
      const { error } = member.safeParse(part);
      const broken = isText(name) ? (error?.issues ?? []) : [{ message: "under a name of whole characters" }];
      for (const { message } of broken) context.addIssue({ code: "custom", path: [name], message });
    }
  });
  return z.union([z.literal(UNKNOWN), members]);
}

/** What is wrong with values, all at once, each with its name, its value and the rule. */
export function complaintsOf(schema: z.ZodType, values: unknown): string[] {
  const result = schema.safeParse(values);
  const broken = result.success ? [] : leaves(result.error.issues);
  return broken.flatMap((leaf) => complaints(leaf, values));
}

/** One broken rule, and where. */
interface Leaf {
  path: PropertyKey[];
  rule: string;
  strangers?: string[];
}

function leaves(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): Leaf[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === "invalid_union") return leaves(issue.errors.at(-1) ?? [], path);
    const strangers = issue.code === "unrecognized_keys" ? { strangers: issue.keys } : {};
    return [{ path, rule: issue.message, ...strangers }];
  });
}

function complaints({ path, rule, strangers }: Leaf, values: unknown): string[] {
  if (strangers !== undefined) {
    return strangers.map((key) => strangeName([...path, key], rule.split(" ")));
  }
  const name = path.length === 0 ? "the whole" : shownName(path);
  const given = valueAt(values, path);
  return [
    given === undefined
      ? `${name} is missing: it must be ${rule}.`
      : `${name} is ${shown(given)}: it must be ${rule}.`,
  ];
}

/** What to say of a name that nothing has here. */
function strangeName(path: readonly PropertyKey[], known: readonly string[]): string {
  const remedy = spellingRemedy(String(path.at(-1)), known);
  return `${shownName(path)}: this cloud has no such property. ${remedy}`;
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (given, key) =>
      typeof given === "object" && given !== null && Object.hasOwn(given, key)
        ? (given as Record<PropertyKey, unknown>)[key]
        : undefined,
    values,
  );
}
