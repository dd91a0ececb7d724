import { z } from "zod";
import type { CloudName, FactsByCloud } from "../../../model/clouds";
import type { PropertyOf } from "../../../model/properties";
import { UNKNOWN } from "../../../model/unknown";

/** Inputs as a program gives them. */
export type RawInputs = Readonly<Record<string, unknown>>;

/** A rule that looks at more than one input. Answers its complaints. */
export type CrossFieldRule = (inputs: RawInputs) => string | readonly string[] | undefined;

/** A value that passes a test, or is not known yet; `rule` completes the sentence "it must be …". */
function value(test: (value: unknown) => boolean, rule: string): z.ZodType {
  return z.custom((given) => given === UNKNOWN || test(given), { error: rule });
}

/** Text that fits a pattern. */
export function textLike(pattern: RegExp, rule: string): z.ZodType {
  return value((given) => typeof given === "string" && pattern.test(given), rule);
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

/** true or false. */
export const truth = value((given) => typeof given === "boolean", "true or false");

/** An object with these members and no others, or one that is not known yet. */
export function objectOf(members: Record<string, z.ZodType>, rule: string): z.ZodType {
  return z.union([z.literal(UNKNOWN), z.strictObject(members, { error: strictly(rule) })]);
}

/** Text by text, or not known yet. */
export function recordOf(member: z.ZodType, rule: string): z.ZodType {
  return z.union([z.literal(UNKNOWN), z.record(z.string(), member, { error: () => rule })]);
}

/** The inputs that are a cloud's own: its ends, its properties and its options. */
type OwnInput<C extends CloudName> =
  "requester" | "accepter" | PropertyOf<FactsByCloud[C]> | keyof FactsByCloud[C]["options"];

/** The inputs of a Connection on one cloud: its own, none of which may be forgotten, and the ones that every cloud has. */
export function connectionInputs<C extends CloudName>(members: Record<OwnInput<C>, z.ZodType>): z.ZodType {
  return z.strictObject({ ...COMMON, ...members });
}

/** Leaves zod its own message about members that do not belong there. */
function strictly(rule: string) {
  return (issue: { code?: string }): string | undefined =>
    issue.code === "unrecognized_keys" ? undefined : rule;
}

const ADOPT = value(
  (given) => typeof given === "boolean" || (typeof given === "string" && given !== ""),
  "true, false, or the id of the connection to take over",
);

const COMMON: Record<string, z.ZodType> = {
  cloud: z.unknown(),
  waitFor: oneOf("active", "pending").optional(),
  adopt: ADOPT.optional(),
  preflight: truth.optional(),
};

/** What is wrong with the inputs, all at once, each with its property, its value and the rule. */
export function complaintsOf(
  schema: z.ZodType,
  rules: readonly CrossFieldRule[],
  inputs: RawInputs,
): string[] {
  const result = schema.safeParse(inputs);
  const broken = result.success ? [] : leaves(result.error.issues);
  return [...broken.map((leaf) => complaint(leaf, inputs)), ...rules.flatMap((rule) => rule(inputs) ?? [])];
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
    if (issue.code === "unrecognized_keys") return [{ path, rule: "", strangers: issue.keys }];
    return [{ path, rule: issue.message }];
  });
}

function complaint({ path, rule, strangers }: Leaf, inputs: RawInputs): string {
  if (strangers !== undefined) {
    const names = strangers.map((key) => [...path, key].join(".")).join(", ");
    return `${names}: this cloud has no such property. Check its spelling, or remove it.`;
  }
  const given = valueAt(inputs, path);
  const name = path.join(".");
  return given === undefined
    ? `${name} is missing: it must be ${rule}.`
    : `${name} is ${JSON.stringify(given)}: it must be ${rule}.`;
}

function valueAt(inputs: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (given, key) =>
      typeof given === "object" && given !== null ? (given as Record<PropertyKey, unknown>)[key] : undefined,
    inputs,
  );
}
