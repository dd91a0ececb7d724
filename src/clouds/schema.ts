import { z } from "zod";
import { UNKNOWN } from "../model/unknown";

/** Lets the engine's placeholder for unknown values through. */
export function known<T extends z.ZodType>(schema: T): z.ZodUnion<[z.ZodLiteral<typeof UNKNOWN>, T]> {
  return z.union([z.literal(UNKNOWN), schema]);
}

/** Text that fits a pattern; `rule` completes the sentence "it must be …". */
export function textLike(pattern: RegExp, rule: string): z.ZodType {
  return known(
    z.custom<string>((value) => typeof value === "string" && pattern.test(value), { error: rule }),
  );
}

/** One of a few words. */
export function oneOf(...words: string[]): z.ZodType {
  const rule = `one of ${words.map((word) => `"${word}"`).join(", ")}`;
  return known(
    z.custom<string>((value) => typeof value === "string" && words.includes(value), { error: rule }),
  );
}

/** A whole number from `min` on. */
export function wholeNumber(min: number, unit: string): z.ZodType {
  const rule = `a whole number of ${unit}, at least ${min}`;
  return known(
    z.custom<number>((value) => Number.isInteger(value) && (value as number) >= min, { error: rule }),
  );
}

/** true or false. */
export const truth: z.ZodType = known(
  z.custom<boolean>((value) => typeof value === "boolean", { error: "true or false" }),
);

/** `90s`, `10m`, `1h30m`: how customTimeouts are written. */
const durationText = textLike(
  /^(\d+h)?(\d+m)?(\d+(\.\d+)?s)?$/,
  'a duration such as "90s", "10m" or "1h30m"',
);

/** The inputs that mean the same on every cloud. */
export const commonInputs = {
  waitFor: oneOf("active", "pending").optional(),
  adopt: known(
    z.custom<boolean | string>(
      (value) => typeof value === "boolean" || (typeof value === "string" && value !== ""),
      { error: "true, false, or the id of the connection to take over" },
    ),
  ).optional(),
  forceDelete: truth.optional(),
  preflight: truth.optional(),
  timeouts: z
    .object({
      create: durationText.optional(),
      update: durationText.optional(),
      delete: durationText.optional(),
    })
    .optional(),
} as const;

/** What each issue of a schema tells the user: the property, its value, the rule. */
export function complaintsOf(schema: z.ZodType, inputs: Readonly<Record<string, unknown>>): string[] {
  const result = schema.safeParse(inputs);
  return result.success ? [] : result.error.issues.map((issue) => complaint(issue, inputs));
}

function complaint(issue: z.core.$ZodIssue, inputs: Readonly<Record<string, unknown>>): string {
  const leaf = issue.code === "invalid_union" ? (issue.errors.at(-1)?.[0] ?? issue) : issue;
  const path = [...issue.path, ...(leaf === issue ? [] : leaf.path)];
  const value = valueAt(inputs, path);
  const name = path.join(".");
  return value === undefined
    ? `${name} is missing: it must be ${leaf.message}.`
    : `${name} is ${JSON.stringify(value)}: it must be ${leaf.message}.`;
}

function valueAt(inputs: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    inputs,
  );
}
