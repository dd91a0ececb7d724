import type { z } from "zod";
import { describeProblems } from "./describeProblems";
import { UserError } from "./userError";

/** An input as its schema has it, or an error that tells all that is wrong with it. `source` is how that calls it. */
export function checked<T>(schema: z.ZodType<T>, input: unknown, source?: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = describeProblems(result.error, input);
  throw new UserError(source === undefined ? problems : `${source}: ${problems}`);
}
