import { z } from "zod";

/** Where the answer comes from that is assumed, and who asks for the true one. */
export interface Origin {
  /** Why it is the default. */
  readonly from: string;
  /** The probe of `vpc-peering-conformance` that asks a real cloud. */
  readonly probe?: string;
  /** Why none does. */
  readonly unasked?: string;
  /** Other answers that documents or tools hint at, where anything can be one. */
  readonly others?: readonly unknown[];
}

/** A setting that stands for something that no document says. */
export interface GuessRow extends Origin {
  readonly name: string;
  readonly what: string;
  readonly byDefault: unknown;
  /** All that it can be, or in words what it can be. */
  readonly values: readonly unknown[] | string;
}

const origins = z.registry<Origin>();

/** A setting that stands for something undocumented: what it is about, and where its default comes from. */
export function guess<S extends z.ZodType>(schema: S, what: string, origin: Origin): S {
  const described = schema.describe(what);
  origins.add(described, origin);
  return described;
}

/** All guesses among what a cloud has in the world file, in their order; none where it has no `guesses`. */
export function guessesAmong({ shape }: z.ZodObject): readonly GuessRow[] {
  const { guesses: part } = shape;
  return part instanceof z.ZodPrefault ? guessesIn(part.unwrap() as z.ZodObject) : [];
}

function guessesIn(schema: z.ZodObject): GuessRow[] {
  const defaults = schema.parse({}) as Readonly<Record<string, unknown>>;
  return Object.entries(schema.shape).map(([name, setting]) => {
    const origin = origins.get(setting);
    if (origin === undefined)
      throw new Error(`${name} does not say where it comes from: make it with guess().`);
    const what = (setting as z.ZodType).description ?? "";
    return { name, what, byDefault: defaults[name], values: valuesOf(setting as z.ZodType), ...origin };
  });
}

function valuesOf(setting: z.ZodType): readonly unknown[] | string {
  const shape = z.toJSONSchema(setting, { io: "input", unrepresentable: "any" });
  if (shape.type === "boolean") return [true, false];
  if (shape.enum !== undefined) return shape.enum;
  if (shape.type === "object") return "status, type and message of an error";
  if (shape.type === "array") return "a list of actions";
  return shape.type === "number" ? "a number" : "a text, such as an error code";
}
